import { columnName } from "../model-sheets";

/** Texts, quoted sheet names and brackets, which hold no references; cells; and what does not translate: whole columns and rows, names like R1C1. */
const PARTS = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]|(?<![\w.\\$])(?:(\$?)([A-Z]{1,3})(\$?)(\d{1,7})|(\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d+:\$?\d+|[RC](?:\d*C?\d*)?))(?![\w.(!])/gi;

const columnIndices = new Map<string, number>();

/**
 * A formula with its references as rows and columns away from its cell: what a formula copied along has in every cell,
 * "=R[-1]C*R5C2" for "=D4*$B$5" in D5.
 * @returns undefined where the formula holds references that this does not translate
 */
export function relativeFormula(formula: string, row: number, column: number): string | undefined {
  let translates = true;
  const relative = formula.replace(PARTS, (part: string, fixedColumn: string | undefined, letters: string, fixedRow: string, digits: string, other: string | undefined) => {
    if (other !== undefined) translates = false;
    if (fixedColumn === undefined) return part;
    return position("R", Number(digits) - 1, row, fixedRow !== "") + position("C", columnIndex(letters), column, fixedColumn !== "");
  });
  return translates ? relative : undefined;
}

function position(axis: "R" | "C", to: number, from: number, isFixed: boolean): string {
  if (isFixed) return `${axis}${to + 1}`;
  return to === from ? axis : `${axis}[${to - from}]`;
}

function columnIndex(letters: string): number {
  const name = letters.toUpperCase();
  for (let index = columnIndices.size; !columnIndices.has(name); index++) columnIndices.set(columnName(index), index);
  return columnIndices.get(name)!;
}
