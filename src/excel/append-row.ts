import { textInput } from "./cell-input";
import { APPEND_ROW, explainFailure, WriteError } from "./write-error";

/**
 * Adds a row at the end of an Excel table, each value under its header; other columns that people have added are left to
 * fill themselves. Excel moves down what stands below the table. Two round trips.
 * @param table its name, in any case
 * @param row values by header
 * @returns false where the workbook has no such table. Throws WriteError, when nothing was changed.
 */
export async function appendRow(table: string, row: Readonly<Record<string, string | number>>): Promise<boolean> {
  try {
    return await Excel.run(async (context) => {
      const found = context.workbook.tables.getItemOrNullObject(table).load("name");
      const header = found.getHeaderRowRange().load("values");
      await context.sync();
      if (found.isNullObject) return false;
      const headers = (header.values[0] ?? []).map(String);
      const missing = Object.keys(row).filter((name) => !headers.includes(name));
      if (missing.length > 0) throw new WriteError(`The table ${table} has no column ${missing.join(", ")} any more.`, "Give the columns their names back, or rename the table so that a new one is made. Nothing was changed.", undefined);
      found.rows.add(undefined, [headers.map((name) => input(row[name]))]);
      await context.sync();
      return true;
    });
  } catch (error) {
    throw error instanceof WriteError ? error : explainFailure(error, APPEND_ROW);
  }
}

/** null leaves a cell to the table; Excel's declarations do not know it. */
function input(value: string | number | undefined): string | number {
  if (value === undefined) return null as unknown as string;
  return typeof value === "string" ? textInput(value) : value;
}
