import { columnName } from "../model-sheets";
import { areaAddress, type Area } from "./areas";

// Addresses of cells. Rows and columns count from 0.

export function cellAddress(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** "B4" of one cell, "B4:C9" of several. */
export function cellsOf(area: Area): string {
  return area.rows === 1 && area.columns === 1 ? cellAddress(area.row, area.column) : areaAddress(area);
}

export function overlaps(a: Area, b: Area): boolean {
  return a.row < b.row + b.rows && b.row < a.row + a.rows && a.column < b.column + b.columns && b.column < a.column + a.columns;
}

/** Rows and columns of "B4:C9", or of "B4". */
export function sizeOf(address: string): { rows: number; columns: number } {
  const [first, last] = address.split(":").map(cornerOf);
  return last ? { rows: last.row - first!.row + 1, columns: last.column - first!.column + 1 } : { rows: 1, columns: 1 };
}

export function withoutSheet(address: string): string {
  return address.slice(address.lastIndexOf("!") + 1).replaceAll("$", "");
}

function cornerOf(address: string): { row: number; column: number } {
  const [, letters = "A", row = "1"] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  return { row: Number(row) - 1, column: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 };
}

/** Whether a cell that Excel shows with this formula and value has a formula: of a text that begins with "=", both are the text. */
export function isFormula(formula: unknown, value: unknown): formula is string {
  return typeof formula === "string" && formula.startsWith("=") && formula !== value;
}
