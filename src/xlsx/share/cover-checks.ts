import { columnName, sheetReference } from "../../model-sheets";
import type { BookValues } from "./book-values";
import { addressOf } from "./formulas";
import type { Parts } from "./parts";
import type { Position } from "./places";
import { SheetCells } from "./sheet-cells";

/** A native formula's result, as the original shows it. */
export interface NativeResult extends Position {
  readonly value: number;
}

/** A live formula of the cover, without "=", with what it gave when the copy was made. */
export interface CoverCheck {
  readonly label: string;
  readonly formula: string;
  readonly value: number | string;
  /** what a number may differ by */
  readonly tolerance: number;
}

/** Sheets with more cells are not searched for errors with every recalculation. */
const MOST_CELLS = 300_000;
const CLOSE_ENOUGH = 1e-9;
/** Areas that one sum takes. */
const MOST_AREAS = 200;
/** Where our own workbooks say whether all their checks hold. */
const MASTER = { sheet: "checks", label: "Master check", rows: 20, columns: 6 };

/**
 * What a reader can see of the copy's health, and whether it still computes what the original showed.
 * @param natives by the sheet's place: what native formulas gave when the copy was made
 */
export function coverChecks(parts: Parts, values: BookValues, natives: ReadonlyMap<number, readonly NativeResult[]>): CoverCheck[] {
  const { sheets } = values.book;
  return [
    ...masterCheck(values),
    ...[...natives].flatMap(([sheet, results]) => {
      const { name, part } = sheets[sheet]!;
      return [...sumOf(name, results), ...errorsOn(name, new SheetCells(parts.text(part), part))];
    }),
  ];
}

function masterCheck(values: BookValues): CoverCheck[] {
  const sheet = values.book.sheets.findIndex(({ name, isWorksheet }) => isWorksheet && name.toLowerCase() === MASTER.sheet);
  if (sheet < 0) return [];
  for (let row = 0; row < MASTER.rows; row++) {
    if (values.valueAt({ sheet, row, column: 0 }) !== MASTER.label) continue;
    for (let column = 1; column < MASTER.columns; column++) {
      const value = values.cellsOf(sheet).at({ row, column })?.formula ? values.valueAt({ sheet, row, column }) : undefined;
      if (typeof value === "string" || typeof value === "number") return [{ label: "The workbook's own master check", formula: `${sheetReference(values.book.sheets[sheet]!.name)}!$${columnName(column)}$${row + 1}`, value, tolerance: 0 }];
    }
  }
  return [];
}

function sumOf(sheet: string, results: readonly NativeResult[]): CoverCheck[] {
  if (results.length === 0) return [];
  const areas: { from: Position; to: Position; sum: number; size: number; cells: number }[] = [];
  for (const each of [...results].sort((a, b) => a.column - b.column || a.row - b.row)) {
    const last = areas.at(-1);
    if (last?.to.column === each.column && last.to.row === each.row - 1) {
      last.to = each;
      last.sum += each.value;
      last.size += Math.abs(each.value);
      last.cells += 1;
    } else areas.push({ from: each, to: each, sum: each.value, size: Math.abs(each.value), cells: 1 });
  }
  const taken = areas.slice(0, MOST_AREAS);
  const cells = taken.reduce((sum, area) => sum + area.cells, 0);
  const reference = sheetReference(sheet);
  const formula = `SUM(${taken.map(({ from, to }) => `${reference}!${addressOf(from)}${from.row === to.row ? "" : `:${addressOf(to)}`}`).join(",")})`;
  return [{ label: `Native formulas on ${sheet}, ${cells === results.length ? `all ${cells}` : `${cells} of ${results.length}`} added up`, formula, value: taken.reduce((sum, area) => sum + area.sum, 0), tolerance: CLOSE_ENOUGH * Math.max(1, taken.reduce((sum, area) => sum + area.size, 0)) }];
}

function errorsOn(sheet: string, cells: SheetCells): CoverCheck[] {
  const { lastRow, lastColumn } = cells;
  if ((lastRow + 1) * (lastColumn + 1) > MOST_CELLS) return [];
  return [{ label: `Cells with an error on ${sheet}`, formula: `SUMPRODUCT(--ISERROR(${sheetReference(sheet)}!$A$1:$${columnName(lastColumn)}$${lastRow + 1}))`, value: cells.errors(), tolerance: 0 }];
}
