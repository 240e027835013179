// Starts Univer with a given list of plugins and one empty workbook. Which plugins is the difference between the
// grid in the browser (browser.ts) and the one without a screen (headless.ts).
import { type ILocales, type Injector, type IWorkbookData, type IWorksheetData, LocaleType, LogLevel, mergeWorksheetSnapshotWithDefault, type Plugin, type PluginCtor, Univer, UniverInstanceType, type Workbook } from "@univerjs/core";
import { ERROR_TYPE_SET, type ErrorType } from "@univerjs/engine-formula";
import { BUSY } from "./values";

/** As in Excel: 8.43 characters and 15 points, at 96 pixels an inch. */
const DEFAULT_COLUMN_WIDTH_PX = 64;
const DEFAULT_ROW_HEIGHT_PX = 20;
const DEFAULT_FONT = { ff: "Calibri", fs: 11 };
const ROWS = 1_000;
const COLUMNS = 60;

export type PluginEntry = readonly [PluginCtor<Plugin>, object?];

export interface Engine {
  readonly univer: Univer;
  readonly injector: Injector;
  readonly workbook: Workbook;
  /** Differs between engines of one process, since Univer caches parsed formulas under it for all of them. */
  readonly unitId: string;
}

let engines = 0;

export interface EngineOptions {
  readonly locales?: ILocales;
  readonly darkMode?: boolean;
  readonly firstSheetName?: string;
}

export function startEngine(plugins: readonly PluginEntry[], options: EngineOptions = {}): Engine {
  // Univer knows no #BUSY!; as an error type, formulas pass it on instead of computing with it as a text.
  ERROR_TYPE_SET.add(BUSY as ErrorType);
  const univer = new Univer({ logLevel: LogLevel.WARN, locale: LocaleType.EN_US, locales: options.locales ?? {}, darkMode: options.darkMode ?? false });
  for (const [plugin, config] of plugins) univer.registerPlugin(plugin, config);
  const unitId = `workbook-${++engines}`;
  const id = "sheet-1";
  const workbook = univer.createUnit<IWorkbookData, Workbook>(UniverInstanceType.UNIVER_SHEET, {
    id: unitId,
    name: "Workbook",
    sheetOrder: [id],
    sheets: { [id]: emptySheet(id, options.firstSheetName ?? "Sheet1") },
  });
  return { univer, injector: univer.__getInjector(), workbook, unitId };
}

export function emptySheet(id: string, name: string): IWorksheetData {
  return mergeWorksheetSnapshotWithDefault({
    id,
    name,
    rowCount: ROWS,
    columnCount: COLUMNS,
    defaultColumnWidth: DEFAULT_COLUMN_WIDTH_PX,
    defaultRowHeight: DEFAULT_ROW_HEIGHT_PX,
    defaultStyle: DEFAULT_FONT,
  });
}
