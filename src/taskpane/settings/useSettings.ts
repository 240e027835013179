import { createContext, use, useMemo, useSyncExternalStore } from "react";
import { formatsOf, type Formats } from "./formats";
import { settingsStore, type SettingsState, type SettingsStore } from "./store";

/** The workbook's settings; one store serves every screen, and no provider is needed around them. */
export const SettingsContext = createContext<SettingsStore>(settingsStore());

/** The settings, what changes them, and figures as they want them shown. */
export function useSettings(): SettingsState & Formats & Pick<SettingsStore, "change" | "undo"> {
  const { subscribe, state, change, undo } = use(SettingsContext);
  const now = useSyncExternalStore(subscribe, state);
  const formats = useMemo(() => formatsOf(now.settings), [now.settings]);
  return useMemo(() => ({ ...now, ...formats, change, undo }), [now, formats, change, undo]);
}
