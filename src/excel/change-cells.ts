import { textInput } from "./cell-input";
import type { ReadValue } from "./read-tables";
import { explainFailure, WriteError, type Task } from "./write-error";

/** Another value for a cell of an Excel table. */
export interface CellChange {
  readonly table: string;
  /** from 0, below the headers */
  readonly row: number;
  readonly column: number;
  readonly value: ReadValue;
}

/**
 * Puts values into cells of tables and leaves all else as it is. All or nothing: where Excel refuses one, those written before
 * are put back. Two round trips.
 * @throws WriteError
 */
export async function changeCells(changes: readonly CellChange[], task: Task): Promise<void> {
  let before: readonly (string | number | boolean)[] | undefined;
  try {
    await Excel.run(async (context) => {
      const cells = cellsOf(context, changes);
      for (const cell of cells) cell.load("formulas,values");
      await context.sync();
      before = cells.map(({ formulas, values }) => asEntered(formulas[0]![0] as string | number | boolean, values[0]![0]));
      changes.forEach(({ value }, i) => { cells[i]!.values = [[value === null ? "" : typeof value === "string" ? textInput(value) : value]]; });
      await context.sync();
    });
  } catch (error) {
    const { whatHappened, whatToDo } = explainFailure(error, task);
    if (before && !(await putBack(changes, before))) throw new WriteError(whatHappened, `${whatToDo} Some of the changed cells are written and others are not: write again, or read the sheets.`, error);
    throw new WriteError(whatHappened, `${whatToDo} The tables are as they were.`, error);
  }
}

function cellsOf({ workbook: { tables } }: Excel.RequestContext, changes: readonly CellChange[]): Excel.Range[] {
  return changes.map(({ table, row, column }) => tables.getItem(table).getDataBodyRange().getCell(row, column));
}

/** What to enter for what stands in a cell: formulas as they are, texts so that they stay texts. */
function asEntered(formula: string | number | boolean, value: unknown): string | number | boolean {
  return typeof formula === "string" && formula === value ? textInput(formula) : formula;
}

/** One by one, since the cell that refused the change refuses this too. */
async function putBack(changes: readonly CellChange[], before: readonly (string | number | boolean)[]): Promise<boolean> {
  try {
    await Excel.run(async (context) => {
      const cells = cellsOf(context, changes);
      for (const cell of cells) cell.load("formulas,values");
      await context.sync();
      cells.forEach((cell, i) => { if (asEntered(cell.formulas[0]![0] as string | number | boolean, cell.values[0]![0]) !== before[i]) cell.formulas = [[before[i]]]; });
      await context.sync();
    });
    return true;
  } catch {
    return false;
  }
}
