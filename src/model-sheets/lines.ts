import { columnName } from "./address";
import { FORMATS, type Look } from "./looks";
import type { Cell } from "./workbook";

// A sheet of the model is a list of lines: label | value or total | unit | start | month 1 | month 2 …
// Formulas name other lines instead of cells, so that a line can move:
//   [$key]  the line's value            $B$12
//   [key]   the line in this column     E12
//   [key^]  from the start to here      $D12:E12
//   [key~]  from here to the last month E12:$AN12
//   [key:]  the whole timeline          $D12:$AN12
//   [key+]  the months without start    $E12:$AN12
//   [key<]  the start                   $D12
//   [key|]  the first month             $E12
//   [key>]  the last month              $AN12
//   [key-1] the column before           D12, which the start must not read
//   [a:b]   the lines from a to b       E12:E20
//   [$a:b]  their values                $B$12:$B$20

export const LABEL_COLUMN = 0;
export const VALUE_COLUMN = 1;
export const UNIT_COLUMN = 2;
export const START_COLUMN = 3;

export type Line =
  | { readonly kind: "gap" }
  | { readonly kind: "text"; readonly text: string; readonly look: Look }
  | { readonly kind: "columnHeaders"; readonly texts: readonly string[] }
  | { readonly kind: "heading"; readonly text: string }
  | ValueLine
  | SeriesLine
  | StampedLine
  | PickedLine;

/** One figure, in the value column. */
export interface ValueLine {
  readonly kind: "value";
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  readonly formula: string;
  readonly look: Look;
  readonly format?: string;
}

/** One formula for every column of the timeline, and a total of it where it has a meaning. */
export interface SeriesLine {
  readonly kind: "series";
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  readonly formula: string;
  readonly format: string;
  readonly look?: Look;
  /** "sum", or a formula of its own */
  readonly total?: string;
  readonly totalFormat?: string;
}

/** Values that were computed when the workbook was built and that formulas do not follow. */
export interface StampedLine {
  readonly kind: "stamped";
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  readonly format: string;
  /** from the start on, one for each column */
  readonly values: readonly number[];
}

/** A link to a cell of its own in every column: a table that runs down, on a timeline that runs across. */
export interface PickedLine {
  readonly kind: "picked";
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  readonly format: string;
  /** from the start on, the key of one cell for each column */
  readonly keys: readonly string[];
}

export type KeyedLine = ValueLine | SeriesLine | StampedLine | PickedLine;

/** Where the lines stand, for formulas on this sheet and links from others. */
export interface LinePositions {
  /** row of a line, counted from 1 as in addresses */
  readonly rowOf: (key: string) => number;
  readonly lastColumn: number;
}

/**
 * The cells of a sheet made of lines.
 * @param months number of month columns after the start; 0 for a sheet without timeline
 * @throws Error when two lines have one key, or a formula names a line that does not exist
 */
export function layOut(lines: readonly Line[], months: number): { rows: (Cell | null)[][]; positions: LinePositions } {
  const rowByKey = new Map<string, number>();
  lines.forEach((line, index) => {
    if (!isKeyed(line)) return;
    if (rowByKey.has(line.key)) throw new Error(`Two lines have the key "${line.key}"`);
    rowByKey.set(line.key, index + 1);
  });
  const positions: LinePositions = {
    rowOf: (key) => {
      const row = rowByKey.get(key);
      if (row === undefined) throw new Error(`There is no line "${key}"`);
      return row;
    },
    lastColumn: START_COLUMN + months,
  };
  const reference: Reference = ({ part, key, to }, column) => addressOf(part, positions.rowOf(key), to === undefined ? undefined : positions.rowOf(to), column, positions.lastColumn);
  return { rows: lines.map((line) => cellsOf(line, positions.lastColumn, reference)), positions };
}

/** A line that others can name. */
export function isKeyed(line: { readonly kind: string }): line is KeyedLine {
  return ["value", "series", "stamped", "picked"].includes(line.kind);
}

/** What stands between the brackets of a formula. */
export interface Name {
  readonly part: "" | "$" | "^" | "~" | ":" | "+" | "<" | "|" | ">" | "-1";
  readonly key: string;
  /** the last of several lines */
  readonly to?: string;
}

/** The cells that a name stands for in a column. */
export type Reference = (name: Name, column: number) => string;

const NAME = /\[(\$?)([A-Za-z][\w.]*)(?::([A-Za-z][\w.]*)|(\^|~|:|\+|<|\||>|-1))?\]/g;

/** The names in a formula. */
export function namesIn(template: string): Name[] {
  return [...template.matchAll(NAME)].map(([, value, key, to, reach]) => nameOf(value, key, to, reach));
}

function nameOf(value: string | undefined, key: string | undefined, to: string | undefined, reach: string | undefined): Name {
  return { part: (value || (reach ?? "")) as Name["part"], key: key!, to };
}

/** The address of a line, or of the lines to another one, in a column. */
export function addressOf(part: Name["part"], row: number, to: number | undefined, column: number, lastColumn: number): string {
  const [start, first, last] = [START_COLUMN, START_COLUMN + 1, lastColumn].map((index) => `$${columnName(index)}`) as [string, string, string];
  const value = `$${columnName(VALUE_COLUMN)}$`;
  if (to !== undefined) return part === "$" ? `${value}${row}:${value}${to}` : `${columnName(column)}${row}:${columnName(column)}${to}`;
  switch (part) {
    case "$": return `${value}${row}`;
    case "^": return `${start}${row}:${columnName(column)}${row}`;
    case "~": return `${columnName(column)}${row}:${last}${row}`;
    case ":": return `${start}${row}:${last}${row}`;
    case "+": return `${first}${row}:${last}${row}`;
    case "<": return `${start}${row}`;
    case "|": return `${first}${row}`;
    case ">": return `${last}${row}`;
    case "-1": return `${columnName(column - 1)}${row}`;
    case "": return `${columnName(column)}${row}`;
  }
}

/** The cells of a line. */
export function cellsOf(line: Line, lastColumn: number, reference: Reference): (Cell | null)[] {
  const resolve = (template: string, column: number): string =>
    template.replace(NAME, (_, value: string, key: string, to: string | undefined, reach: string | undefined) => reference(nameOf(value, key, to, reach), column));
  const cells: (Cell | null)[] = Array.from({ length: lastColumn + 1 }, () => null);
  switch (line.kind) {
    case "gap":
      break;
    case "text":
      cells[LABEL_COLUMN] = { content: line.text, look: line.look };
      break;
    case "columnHeaders":
      cells.forEach((_, i) => (cells[i] = { content: line.texts[i] ?? "", look: i === LABEL_COLUMN ? "columnHeader" : i === UNIT_COLUMN ? "columnHeaderIndented" : "columnHeaderRight" }));
      break;
    case "heading":
      cells.forEach((_, i) => (cells[i] = { content: i === LABEL_COLUMN ? line.text : "", look: "heading" }));
      break;
    case "value":
      cells[LABEL_COLUMN] = { content: line.label, look: "label" };
      cells[VALUE_COLUMN] = { content: { formula: resolve(line.formula, VALUE_COLUMN) }, look: line.look, format: line.format };
      cells[UNIT_COLUMN] = { content: line.unit, look: "unit" };
      break;
    case "series": {
      cells[LABEL_COLUMN] = { content: line.label, look: "label" };
      cells[UNIT_COLUMN] = { content: line.unit, look: "unit" };
      const { total } = line;
      if (total) {
        const formula = total === "sum" ? `=SUM([${line.key}:])` : total;
        cells[VALUE_COLUMN] = { content: { formula: resolve(formula, VALUE_COLUMN) }, look: line.look === "link" ? "link" : "total", format: total === "sum" ? line.format : line.totalFormat ?? FORMATS.decimals };
      }
      for (let column = START_COLUMN; column <= lastColumn; column++) {
        cells[column] = { content: { formula: resolve(line.formula, column) }, look: line.look ?? "calculation", format: line.format };
      }
      break;
    }
    case "stamped":
      cells[LABEL_COLUMN] = { content: line.label, look: "label" };
      cells[UNIT_COLUMN] = { content: line.unit, look: "unit" };
      line.values.forEach((value, i) => (cells[START_COLUMN + i] = { content: value, look: "computed", format: line.format }));
      break;
    case "picked":
      cells[LABEL_COLUMN] = { content: line.label, look: "label" };
      cells[UNIT_COLUMN] = { content: line.unit, look: "unit" };
      line.keys.forEach((key, i) => (cells[START_COLUMN + i] = { content: { formula: `=${reference({ part: "$", key }, START_COLUMN + i)}` }, look: "link", format: line.format }));
  }
  return cells;
}
