import { explainFailure, type Task } from "./write-error";

// Settings kept in the workbook's own store, which Excel shows nowhere and saves with the file. Nothing of it is secret.

const SETTINGS: Task = { thing: "the settings", again: "change them again", smaller: "Shorten them" };

/** A setting of this workbook, as JSON; undefined where there is none. Throws WriteError. */
export async function readSetting(key: string): Promise<unknown> {
  try {
    return await Excel.run(async (context) => {
      const setting = context.workbook.settings.getItemOrNullObject(key).load("value");
      await context.sync();
      return setting.isNullObject ? undefined : (JSON.parse(String(setting.value)) as unknown);
    });
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw explainFailure(error, SETTINGS);
  }
}

/** Keeps a setting in this workbook; undefined takes it away. Needs ExcelApi 1.4. Throws WriteError. */
export async function saveSetting(key: string, value: unknown): Promise<void> {
  try {
    await Excel.run(async (context) => {
      const { settings } = context.workbook;
      if (value !== undefined) settings.add(key, JSON.stringify(value));
      else {
        const setting = settings.getItemOrNullObject(key);
        await context.sync();
        if (!setting.isNullObject) setting.delete();
      }
      await context.sync();
    });
  } catch (error) {
    throw explainFailure(error, SETTINGS);
  }
}
