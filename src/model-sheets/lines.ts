import { columnName } from "./address";
import { FORMATS, type Look } from "./looks";
import type { Cell } from "./workbook";

// A sheet of the model is a list of lines: label | value or total | unit | start | month 1 | month 2 …
// Formulas name other lines instead of cells, so that a line can move:
//   [$key]  the line's value            $B$12
//   [key]   the line in this column     E12
//   [key^]  from the start to here      $D12:E12
//   [key:]  the whole timeline          $D12:$AN12
//   [key+]  the months without start    $E12:$AN12
//   [key<]  the start                   $D12
//   [key>]  the last month              $AN12

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
  | SeriesLine;

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
}

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
    if (line.kind !== "value" && line.kind !== "series") return;
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
  return { rows: lines.map((line) => cellsOf(line, positions)), positions };
}

function cellsOf(line: Line, positions: LinePositions): (Cell | null)[] {
  const cells: (Cell | null)[] = Array.from({ length: positions.lastColumn + 1 }, () => null);
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
      cells[VALUE_COLUMN] = { content: { formula: resolve(line.formula, VALUE_COLUMN, positions) }, look: line.look, format: line.format };
      cells[UNIT_COLUMN] = { content: line.unit, look: "unit" };
      break;
    case "series": {
      cells[LABEL_COLUMN] = { content: line.label, look: "label" };
      cells[UNIT_COLUMN] = { content: line.unit, look: "unit" };
      const { total } = line;
      if (total) {
        const formula = total === "sum" ? `=SUM([${line.key}:])` : total;
        cells[VALUE_COLUMN] = { content: { formula: resolve(formula, VALUE_COLUMN, positions) }, look: "total", format: total === "sum" ? line.format : FORMATS.decimals };
      }
      for (let column = START_COLUMN; column <= positions.lastColumn; column++) {
        cells[column] = { content: { formula: resolve(line.formula, column, positions) }, look: line.look ?? "calculation", format: line.format };
      }
    }
  }
  return cells;
}

function resolve(template: string, column: number, { rowOf, lastColumn }: LinePositions): string {
  const [start, first, last] = [START_COLUMN, START_COLUMN + 1, lastColumn].map((index) => `$${columnName(index)}`) as [string, string, string];
  return template.replace(/\[(\$?)(\w+)([\^:+<>]?)\]/g, (_, value: string, key: string, reach: string) => {
    const row = rowOf(key);
    if (value) return `$${columnName(VALUE_COLUMN)}$${row}`;
    switch (reach) {
      case "^": return `${start}${row}:${columnName(column)}${row}`;
      case ":": return `${start}${row}:${last}${row}`;
      case "+": return `${first}${row}:${last}${row}`;
      case "<": return `${start}${row}`;
      case ">": return `${last}${row}`;
      default: return `${columnName(column)}${row}`;
    }
  });
}
