import { calculateWorkbook, columnName, type Sheet } from "../../../../src/model-sheets";
import type { PortfolioBook } from "../../../../src/model-sheets/portfolio/portfolio-book";
import type { Reading } from "./same-as-plan";

const START_COLUMN = 3;

/** Calculates the sheets as the add-in does. */
export function calculated({ book }: PortfolioBook, sheets: readonly Sheet[]): Reading {
  const valueOf = calculateWorkbook({ sheets, activeSheet: "Model" });
  return readingOf(book, sheets, (sheet, row, column) => valueOf(sheet, `${columnName(column)}${row}`));
}

/** @param cell reads a cell by its row from 1 and its column from 0 */
export function readingOf(book: PortfolioBook["book"], sheets: readonly Sheet[], cell: (sheet: string, row: number, column: number) => unknown): Reading {
  const width = sheets.find(({ name }) => name === "Model")!.rows[0]!.length;
  const place = (key: string): { row: number; column: number } => {
    const [, letters, row] = /\$([A-Z]+)\$(\d+)$/.exec(book.reference(key))!;
    return { row: Number(row), column: letters!.charCodeAt(0) - "A".charCodeAt(0) };
  };
  return {
    value: (key) => cell(book.sheetOf(key), place(key).row, place(key).column),
    row: (key) => Array.from({ length: width - START_COLUMN }, (_, t) => Number(cell(book.sheetOf(key), book.rowOf(key), START_COLUMN + t))),
  };
}
