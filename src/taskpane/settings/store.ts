import { readSetting, saveSetting, WriteError } from "../../excel";
import { DEFAULT_SETTINGS, settingsOf, type Settings } from "./settings";

/** Name of the settings in the workbook. */
export const SETTINGS_KEY = "Hashplan.settings";

/** The settings and where they stand. */
export interface SettingsState {
  readonly settings: Settings;
  /** "session": the workbook did not take them, so they end with the pane */
  readonly kept: "reading" | "workbook" | "session";
  /** why they are not kept, in sentences */
  readonly problem: string | undefined;
  /** what undo would take back */
  readonly undoLabel: string | undefined;
}

export interface SettingsStore {
  readonly subscribe: (listener: () => void) => () => void;
  readonly state: () => SettingsState;
  readonly change: (change: Partial<Settings>, label: string) => void;
  readonly undo: () => void;
}

interface Step {
  readonly settings: Settings;
  readonly label: string;
}

/** Settings of the workbook that is open: read when somebody first looks at them, kept in it as they change. */
export function settingsStore(): SettingsStore {
  const listeners = new Set<() => void>();
  const past: Step[] = [];
  let state: SettingsState = { settings: DEFAULT_SETTINGS, kept: "reading", problem: undefined, undoLabel: undefined };
  let reading = false;
  let saving = Promise.resolve();
  const become = (next: Partial<SettingsState>): void => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };
  const failed = (error: unknown): void => become({ kept: "session", problem: error instanceof WriteError ? `${error.whatHappened} ${error.whatToDo}` : "This Excel keeps no settings." });
  const read = async (): Promise<void> => {
    try {
      const settings = settingsOf(await readSetting(SETTINGS_KEY));
      // A change that was made meanwhile stands.
      become(past.length > 0 ? { kept: "workbook" } : { settings, kept: "workbook" });
    } catch (error) {
      failed(error);
    }
  };
  /** One after the other, so that the last change is the last one kept. */
  const save = (settings: Settings): void => {
    saving = saving.then(() => saveSetting(SETTINGS_KEY, settings)).then(() => become({ kept: "workbook", problem: undefined }), failed);
  };
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      if (!reading) {
        reading = true;
        void read();
      }
      return () => void listeners.delete(listener);
    },
    change: (change, label) => {
      const settings = { ...state.settings, ...change };
      past.push({ settings: state.settings, label });
      become({ settings, undoLabel: label });
      save(settings);
    },
    undo: () => {
      const step = past.pop();
      if (!step) return;
      become({ settings: step.settings, undoLabel: past.at(-1)?.label });
      save(step.settings);
    },
  };
}
