import { columnName } from "../../model-sheets";
import { isFormula } from "../places";

/** A cell with a formula. Rows and columns count from 0. */
export interface ScannedCell {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly value: unknown;
}

export interface ScannedSheet {
  readonly name: string;
  readonly isProtected: boolean;
  /** those that were asked for */
  readonly cells: readonly ScannedCell[];
}

/** Cells in a round trip: Excel on the web gives 5 MB. */
const CELLS_A_TRIP = 20_000;

interface Block {
  readonly sheet: number;
  readonly row: number;
  readonly rows: number;
  readonly column: number;
  readonly columns: number;
}

/**
 * Looks at all formulas of the workbook: one round trip for the sheets, and one more for every 20,000 cells.
 * @param isWanted which cells to give
 * @param onProgress told how many cells were looked at, of all
 * @param isEnough asked after each round trip whether to end there, given how many were found
 */
export async function scanFormulas(context: Excel.RequestContext, isWanted: (formula: string, value: unknown) => boolean, onProgress: (done: number, all: number) => void = () => undefined, isEnough: (found: number) => boolean = () => false): Promise<ScannedSheet[]> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name,items/protection/protected");
  await context.sync();
  const used = worksheets.items.map((sheet) => sheet.getUsedRangeOrNullObject(true).load("rowIndex,rowCount,columnIndex,columnCount"));
  await context.sync();
  const blocks = used.flatMap((range, sheet) => (range.isNullObject ? [] : blocksOf(range, sheet)));
  const found: ScannedCell[][] = used.map(() => []);
  const all = blocks.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  let done = 0;
  for (const trip of trips(blocks)) {
    const ranges = trip.map(({ sheet, row, rows, column, columns }) => worksheets.items[sheet]!.getRange(`${columnName(column)}${row + 1}:${columnName(column + columns - 1)}${row + rows}`).load("formulas,values"));
    // Excel does not give a large workbook in one piece.
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    await context.sync();
    trip.forEach(({ sheet, row, column, rows, columns }, i) => {
      const { formulas, values } = ranges[i]!;
      formulas.forEach((line: unknown[], r) => line.forEach((formula, c) => {
        const value: unknown = values[r]?.[c];
        if (isFormula(formula, value) && isWanted(formula, value)) found[sheet]!.push({ row: row + r, column: column + c, formula, value });
      }));
      done += rows * columns;
    });
    onProgress(done, all);
    if (isEnough(found.reduce((sum, cells) => sum + cells.length, 0))) break;
  }
  return worksheets.items.map(({ name, protection }, i) => ({ name, isProtected: protection.protected, cells: found[i]! }));
}

function blocksOf({ rowIndex, rowCount, columnIndex, columnCount }: Excel.Range, sheet: number): Block[] {
  const rows = Math.max(1, Math.floor(CELLS_A_TRIP / columnCount));
  return Array.from({ length: Math.ceil(rowCount / rows) }, (_, i) => ({ sheet, row: rowIndex + i * rows, rows: Math.min(rows, rowCount - i * rows), column: columnIndex, columns: columnCount }));
}

/** Small sheets share a round trip. */
function trips(blocks: readonly Block[]): Block[][] {
  const found: Block[][] = [];
  let room = 0;
  for (const block of blocks) {
    const cells = block.rows * block.columns;
    if (cells > room) {
      found.push([]);
      room = CELLS_A_TRIP;
    }
    found.at(-1)!.push(block);
    room -= cells;
  }
  return found;
}
