// The grid in the browser: formula bar, sheet tabs, cell editor with function help, notes.
import "@univerjs/preset-sheets-core/lib/index.css";
import "@univerjs/preset-sheets-note/lib/index.css";
import { type Injector, mergeLocales, ThemeService } from "@univerjs/core";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import coreTexts from "@univerjs/preset-sheets-core/locales/en-US";
import { UniverSheetsNotePreset } from "@univerjs/preset-sheets-note";
import noteTexts from "@univerjs/preset-sheets-note/locales/en-US";
import { IEditorBridgeService } from "@univerjs/sheets-ui";
import { type Engine, type PluginEntry, startEngine } from "./engine";

export interface GridOptions {
  readonly container: HTMLElement;
  readonly darkMode: boolean;
  readonly firstSheetName: string;
}

export function startGrid({ container, darkMode, firstSheetName }: GridOptions): Engine {
  const presets = [UniverSheetsCorePreset({ container, toolbar: true, ribbonType: "simple", disableAutoFocus: true }), UniverSheetsNotePreset()];
  const plugins = presets.flatMap((preset) => preset.plugins).map((plugin) => (Array.isArray(plugin) ? plugin : [plugin]) as PluginEntry);
  return startEngine(plugins, { locales: { enUS: mergeLocales(coreTexts, noteTexts) }, darkMode, firstSheetName });
}

export function setDarkMode(injector: Injector, dark: boolean): void {
  injector.get(ThemeService).setDarkMode(dark);
}

/** Whether somebody is typing into a cell or the formula bar. */
export function isEditing(injector: Injector): boolean {
  return injector.get(IEditorBridgeService).isVisible().visible;
}
