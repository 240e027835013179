// A1 addresses: "B2", "A1:C3", "$A$1", "A:C", "1:3", "Plan!A1", "'My plan'!A1".
import { HostError } from "./errors";
import type { CellArea } from "./store";

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

export interface ParsedAddress extends CellArea {
  /** The sheet's name, or null when the address names none. */
  readonly sheet: string | null;
}

const CELL = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i;
const COLUMN = /^\$?([A-Z]{1,3})$/i;
const ROW = /^\$?(\d{1,7})$/;

export function columnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

function columnIndex(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** "Plan" or, where a formula would need quotes, "'My plan'". */
export function quotedSheetName(name: string): string {
  const plain = /^[A-Za-z_][A-Za-z0-9_.]*$/.test(name) && !CELL.test(name) && !/^(R|C|R\d*C\d*)$/i.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

export function areaAddress(area: CellArea, absolute = false): string {
  const mark = absolute ? "$" : "";
  const column = (index: number) => mark + columnName(index);
  const row = (index: number) => mark + String(index + 1);
  const lastColumn = area.column + area.columns - 1;
  const lastRow = area.row + area.rows - 1;
  if (area.rows === MAX_ROWS) return `${column(area.column)}:${column(lastColumn)}`;
  if (area.columns === MAX_COLUMNS) return `${row(area.row)}:${row(lastRow)}`;
  const first = column(area.column) + row(area.row);
  return area.rows === 1 && area.columns === 1 ? first : `${first}:${column(lastColumn)}${row(lastRow)}`;
}

/** The address of one cell of an area, counted from its corner. */
export function cellAt({ row, column }: CellArea, rows: number, columns: number): string {
  return `${columnName(column + columns)}${row + rows + 1}`;
}

/** Null when the text is no address of one rectangular area. */
export function parseAddress(text: string): ParsedAddress | null {
  const { sheet, reference } = splitSheet(text.trim());
  const corners = reference.split(":");
  if (corners.length > 2) return null;
  const [first = "", second = first] = corners;
  const area = cells(first, second) ?? (corners.length === 2 ? (wholeColumns(first, second) ?? wholeRows(first, second)) : null);
  return area && isInside(area) ? { ...area, sheet } : null;
}

export function isInside(area: CellArea): boolean {
  return area.row >= 0 && area.column >= 0 && area.rows >= 1 && area.columns >= 1 && area.row + area.rows <= MAX_ROWS && area.column + area.columns <= MAX_COLUMNS;
}

/** The area itself, or InvalidArgument when it leaves the sheet. */
export function insideSheet(area: CellArea): CellArea {
  if (![area.row, area.column, area.rows, area.columns].every(Number.isInteger) || !isInside(area)) throw new HostError("InvalidArgument");
  return area;
}

export function intersection(a: CellArea, b: CellArea): CellArea | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

export function boundingArea(a: CellArea, b: CellArea): CellArea {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return { row, column, rows: Math.max(a.row + a.rows, b.row + b.rows) - row, columns: Math.max(a.column + a.columns, b.column + b.columns) - column };
}

function splitSheet(text: string): { sheet: string | null; reference: string } {
  const quoted = /^'((?:[^']|'')+)'!(.*)$/.exec(text);
  if (quoted) return { sheet: (quoted[1] ?? "").replaceAll("''", "'"), reference: quoted[2] ?? "" };
  const plain = /^([^'!]+)!(.*)$/.exec(text);
  return plain ? { sheet: plain[1] ?? "", reference: plain[2] ?? "" } : { sheet: null, reference: text };
}

function cells(first: string, second: string): CellArea | null {
  const a = CELL.exec(first);
  const b = CELL.exec(second);
  return a && b ? span(Number(a[2]) - 1, columnIndex(a[1] ?? ""), Number(b[2]) - 1, columnIndex(b[1] ?? "")) : null;
}

function wholeColumns(first: string, second: string): CellArea | null {
  const a = COLUMN.exec(first);
  const b = COLUMN.exec(second);
  return a && b ? span(0, columnIndex(a[1] ?? ""), MAX_ROWS - 1, columnIndex(b[1] ?? "")) : null;
}

function wholeRows(first: string, second: string): CellArea | null {
  const a = ROW.exec(first);
  const b = ROW.exec(second);
  return a && b ? span(Number(a[1]) - 1, 0, Number(b[1]) - 1, MAX_COLUMNS - 1) : null;
}

function span(rowA: number, columnA: number, rowB: number, columnB: number): CellArea {
  const row = Math.min(rowA, rowB);
  const column = Math.min(columnA, columnB);
  return { row, column, rows: Math.abs(rowA - rowB) + 1, columns: Math.abs(columnA - columnB) + 1 };
}
