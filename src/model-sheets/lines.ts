import { FORMATS, type Look } from "./looks";
import { addressOf, LABEL_COLUMN, resolvedNames, START_COLUMN, UNIT_COLUMN, VALUE_COLUMN, type Reference } from "./line-names";
import type { Cell } from "./workbook";

export { LABEL_COLUMN, START_COLUMN, UNIT_COLUMN, VALUE_COLUMN } from "./line-names";

// A sheet of the model is a list of lines: label | value or total | unit | start | month 1 | month 2 …
// Formulas name other lines instead of cells (line-names.ts), so that a line can move.

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

/** The cells of a line. */
export function cellsOf(line: Line, lastColumn: number, reference: Reference): (Cell | null)[] {
  const resolve = (template: string, column: number): string => resolvedNames(template, column, reference);
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
