import { columnName, sheetReference } from "../address";
import { addressOf, START_COLUMN, VALUE_COLUMN, type Name, type Reference } from "../line-names";
import { cellsOf, isKeyed, type Line } from "../lines";
import type { Cell, Sheet, SheetRange } from "../workbook";
import type { BookSheet, NamedCell, Spot } from "./book-line";
import { formulasOf, isLinkOnly, linkOf, withLinks } from "./links";

// Several sheets of lines with one timeline: label | value, total or mean | unit | start | month 1 | month 2 …
// A formula names any line of the book as on one sheet (see lines.ts). A line of another sheet has to come in as a link, on a
// line of its own that does nothing else: { kind: "link" } brings in one, { kind: "links" } all that the sheet's formulas name.
// Cells of other sheets (inputs) have keys as well: [$Sites.1.uptime].

export interface Book {
  readonly sheets: readonly Sheet[];
  /** value, total or input as other sheets name it: Model!$B$12. @throws Error when there is no such key */
  reference(key: string): string;
  /** the line at the start: Model!$D$12 */
  startReference(key: string): string;
  /** the line from the start to the last month; for charts */
  timeline(key: string): SheetRange;
  /** the line in all months without the start */
  months(key: string): SheetRange;
  /** row counted from 1 */
  rowOf(key: string): number;
  sheetOf(key: string): string;
  has(key: string): boolean;
}

/**
 * Lays out the sheets of a book.
 * @param months number of month columns after the start
 * @throws Error when two lines have one key, a formula names a key that does not exist, or one that is no link leaves its sheet
 */
export function layOutBook(sheets: readonly BookSheet[], months: number, cells: readonly NamedCell[] = []): Book {
  const lastColumn = START_COLUMN + months;
  const sources = sourcesOf(sheets, cells);
  const linked = sheets.map((sheet) => ({ ...sheet, lines: withLinks(sheet, sources) }));
  const spots = new Map<string, Spot>(cells.map((cell) => [cell.key, { sheet: cell.sheet, row: 0, source: cell }]));
  for (const { name, lines } of linked) {
    lines.forEach((line, i) => {
      if (isKeyed(line)) spots.set(line.key, { sheet: name, row: i + 1, source: line });
    });
  }
  const spotOf = (key: string): Spot => spots.get(key) ?? unknown(key);
  const cellOf = ({ sheet, row, source }: Spot, column: string): string => `${sheetReference(sheet)}!${row === 0 ? (source as NamedCell).address : `$${column}$${row}`}`;
  const line = (key: string, from: number): SheetRange => {
    const { sheet, row } = spotOf(key);
    return { sheet, address: `${columnName(from)}${row}:${columnName(lastColumn)}${row}` };
  };
  return {
    sheets: linked.map((sheet) => laidOut(sheet, lastColumn, spotOf)),
    reference: (key) => cellOf(spotOf(key), columnName(VALUE_COLUMN)),
    startReference: (key) => cellOf(spotOf(key), columnName(START_COLUMN)),
    timeline: (key) => line(key, START_COLUMN),
    months: (key) => line(key, START_COLUMN + 1),
    rowOf: (key) => spotOf(key).row,
    sheetOf: (key) => spotOf(key).sheet,
    has: (key) => spots.has(key),
  };
}

function laidOut({ name, tabColor, lines, frozenLines }: BookSheet, lastColumn: number, spotOf: (key: string) => Spot): Sheet {
  const local = new Map<string, number>();
  lines.forEach((line, i) => {
    const key = line.kind === "link" ? line.of : isKeyed(line) ? line.key : undefined;
    if (key === undefined) return;
    if (local.has(key)) throw new Error(`${name} has "${key}" twice`);
    local.set(key, i + 1);
  });
  const rows = lines.map((line): (Cell | null)[] => {
    const own = line.kind === "link" ? linkOf(line, spotOf(line.of)) : (line as Line);
    const self = line.kind === "link" ? line.of : undefined;
    const reference: Reference = (named, column) => {
      const at = named.key === self || own.kind === "picked" ? undefined : local.get(named.key);
      if (at !== undefined) return addressOf(named.part, at, named.to === undefined ? undefined : local.get(named.to) ?? unknown(named.to), column, lastColumn);
      if (!isLinkOnly(own)) throw new Error(`${name}: "${labelOf(own)}" names "${named.key}" of another sheet, and is no link`);
      return foreignAddress(named, spotOf(named.key), column, lastColumn);
    };
    if (formulasOf(own).some((formula) => formula.replace(/"[^"]*"/g, "").includes("!"))) throw new Error(`${name}: "${labelOf(own)}" names a cell instead of a key`);
    return cellsOf(own, lastColumn, reference);
  });
  return {
    name, rows, tabColor, columnWidths: [300, 120, 85, ...Array.from({ length: lastColumn - START_COLUMN + 1 }, () => 82)],
    freeze: { rows: frozenLines, columns: START_COLUMN }, orientation: "landscape", charts: [],
  };
}

function foreignAddress({ part, to }: Name, { sheet, row, source }: Spot, column: number, lastColumn: number): string {
  if (to !== undefined) throw new Error(`A link reads one line and not several`);
  return `${sheetReference(sheet)}!${row === 0 ? (source as NamedCell).address : addressOf(part, row, undefined, column, lastColumn)}`;
}

/** What can be named, in the order in which it stands. */
function sourcesOf(sheets: readonly BookSheet[], cells: readonly NamedCell[]): Map<string, Spot> {
  const sources = new Map<string, Spot>();
  const add = (key: string, spot: Spot): void => {
    if (sources.has(key)) throw new Error(`Two lines have the key "${key}"`);
    sources.set(key, spot);
  };
  for (const cell of cells) add(cell.key, { sheet: cell.sheet, row: 0, source: cell });
  for (const { name, lines } of sheets) {
    for (const line of lines) {
      if (isKeyed(line)) add(line.key, { sheet: name, row: 0, source: line });
    }
  }
  return sources;
}

function labelOf(line: Line): string {
  return "label" in line ? line.label : line.kind;
}

function unknown(key: string): never {
  throw new Error(`There is no line "${key}"`);
}
