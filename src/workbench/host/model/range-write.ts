// Writing cells: shape checks, what a value becomes, and the change event.
import { translateFormulaToA1 } from "@borgar/fx";
import { cellAt, MAX_COLUMNS, MAX_ROWS } from "../address";
import { cellInput } from "../cell-input";
import { HostError } from "../errors";
import type { CellContent, CellInput } from "../store";
import type { RangeState } from "./states";

/** One value for all cells, or a matrix of the range's shape; null leaves a cell as it is. */
function matrix<T>({ area }: RangeState, written: unknown, cell: (value: unknown, row: number, column: number) => T): (T | null)[][] {
  if (area.rows === MAX_ROWS || area.columns === MAX_COLUMNS) throw unbounded();
  const single = !Array.isArray(written);
  if (!single && (written.length !== area.rows || written.some((row) => !Array.isArray(row) || row.length !== area.columns))) {
    throw new HostError("InvalidArgument", "The array's rows or columns do not match the range's.");
  }
  return Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (_, column) => {
      const value: unknown = single ? written : (written as unknown[][])[row]?.[column];
      return value === null || value === undefined ? null : cell(value, row, column);
    }),
  );
}

export function writeCells(range: RangeState, written: unknown): void {
  const { book, sheetId, area } = range;
  const sheet = book.sheet(sheetId);
  book.refuseProtected(sheetId);
  let before: CellContent[][] | undefined;
  const isText = (row: number, column: number) => (before ??= book.store.read(sheetId, area))[row]?.[column]?.numberFormat === "@";
  const inputs = matrix<CellInput>(range, written, (value, row, column) => cellInput(value, typeof value === "string" && isText(row, column)));
  book.store.write(sheetId, area, inputs);
  book.touched();
  book.events.dataChanged(sheet, area, "addin");
}

/** Formulas in row and column numbers, relative to each cell; one for all cells, or a matrix. */
export function writeFormulasR1C1(range: RangeState, written: unknown): void {
  const { area } = range;
  const formulas = matrix(range, written, (value, row, column) => (typeof value === "string" && value.startsWith("=") ? translateFormulaToA1(value, cellAt(area, row, column)) : value));
  writeCells(range, formulas);
}

export function writeNumberFormats(range: RangeState, written: unknown): void {
  const { book, sheetId, area } = range;
  book.refuseProtected(sheetId);
  if (typeof written === "string") return book.store.writeFormat(sheetId, area, { numberFormat: written });
  const formats = matrix<string>(range, written, (value) => {
    if (typeof value !== "string") throw new HostError("InvalidArgument");
    return value;
  });
  book.store.writeNumberFormats(sheetId, area, formats);
}

export function clearCells({ book, sheetId, area }: RangeState, what: "All" | "Contents" | "Formats"): null {
  book.refuseProtected(sheetId);
  book.store.clear(sheetId, area, what);
  if (what !== "Contents") book.clearConditionalFormats(sheetId, area);
  if (what === "All") book.clearValidations(sheetId, area);
  book.touched();
  if (what !== "Formats") book.events.dataChanged(book.sheet(sheetId), area, "addin");
  return null;
}

function unbounded(): HostError {
  return new HostError("InvalidArgument", "Whole columns or rows cannot be written cell by cell.");
}
