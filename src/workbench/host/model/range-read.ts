// Reading the cells of a range: their contents one by one, their formats as one common value.
import { boundingArea, cellAt, intersection, MAX_COLUMNS, MAX_ROWS } from "../address";
import { HostError, notImplemented } from "../errors";
import type { CellArea, CellContent, CellFormat, CellValue } from "../store";
import type { RangeState } from "./states";

/** Reading more cells than this in one go is refused, as Excel on the web does for its 5 MB answers (about this many). */
const MAX_CELLS = 5_000_000;

/** Formats of more cells than this are not compared one by one. */
const MAX_COMPARED = 100_000;

/** Cell properties of whole columns or rows are null, as Excel answers them. */
export function readCells<T>({ book, sheetId, area }: RangeState, view: (cell: CellContent, address: string) => T): T[][] | null {
  book.sheet(sheetId);
  if (area.rows === MAX_ROWS || area.columns === MAX_COLUMNS) return null;
  if (area.rows * area.columns > MAX_CELLS) throw new HostError("InvalidArgument", "The range has too many cells to be read at once.");
  return book.store.read(sheetId, area).map((row, r) => row.map((cell, c) => view(cell, cellAt(area, r, c))));
}

export function valueType(value: CellValue): string {
  if (value === null || value === "") return "Empty";
  if (typeof value === "object") return "Error";
  return { number: "Double", string: "String", boolean: "Boolean" }[typeof value as "number" | "string" | "boolean"];
}

/** The used part of the range; `valuesOnly` makes no difference here, since formats alone never count as used. */
export function usedPart({ book, sheetId, area }: RangeState): CellArea | null {
  const all = book.store.usedArea(sheetId);
  const part = all && intersection(all, area);
  if (!part) return null;
  const filled: { row: number; column: number }[] = [];
  book.store.read(sheetId, part).forEach((row, r) => row.forEach((cell, c) => (cell.formula !== null || (cell.value !== null && cell.value !== "")) && filled.push({ row: part.row + r, column: part.column + c })));
  if (filled.length === 0) return null;
  return filled.map((cell) => ({ ...cell, rows: 1, columns: 1 })).reduce(boundingArea);
}

/** What the formats of all cells share, or null where they differ. */
export function commonFormat<T>({ book, sheetId, area }: RangeState, read: (format: CellFormat) => T): T | null {
  if (area.rows * area.columns > MAX_COMPARED) throw notImplemented("reading formats of so many cells");
  let shared: T | undefined;
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      const value = read(book.store.readFormat(sheetId, row, column));
      if (shared !== undefined && shared !== value) return null;
      shared = value;
    }
  }
  return shared ?? null;
}
