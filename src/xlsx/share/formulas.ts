import { parseA1Ref, parseStructRef, tokenize, translateFormulaToA1, translateFormulaToR1C1 } from "@borgar/fx/xlsx";
import { columnName } from "../../model-sheets";
import type { Area, Position } from "./places";

// Formulas moved from cell to cell, and addresses. Formulas come and go without "=".

/** "C7" */
export function addressOf({ row, column }: Position): string {
  return `${columnName(column)}${row + 1}`;
}

/** The formula that says at one cell what another says at its own. */
export function shifted(formula: string, from: Position, to: Position): string {
  return from.row === to.row && from.column === to.column ? formula : fromRelative(relative(formula, from), to);
}

/** A formula independent of its cell. */
export function relative(formula: string, at: Position): string {
  return translateFormulaToR1C1(`=${formula}`, addressOf(at));
}

/** The formula at a cell, from one independent of it. */
export function fromRelative(formula: string, at: Position): string {
  return translateFormulaToA1(formula, addressOf(at)).slice(1);
}

/** Whether a formula means other cells where it stands elsewhere. */
export function isRelative(formula: string): boolean {
  return moves(formula, { row: 0, column: 0 }, { row: 5, column: 5 });
}

/** Whether a formula means other cells at another place than at its own. */
export function moves(formula: string, from: Position, to: Position): boolean {
  return shifted(formula, from, to) !== formula || (from.row !== to.row && tokenize(`=${formula}`).some(({ type, value }) => type === "structured" && isThisRow(value)));
}

/** "Fleet[[#This Row],[Model]]", "[@Model]" */
function isThisRow(reference: string): boolean {
  return parseStructRef(reference)?.sections?.some((section) => section.toLowerCase() === "this row") ?? false;
}

/** The area of "B2:C9"; undefined where it is none, or one of another sheet. */
export function areaOfAddress(address: string, sheet: number, last: Position): Area | undefined {
  const parsed = parseA1Ref(address);
  if (!parsed || !("range" in parsed) || parsed.sheetName) return undefined;
  const { top, left, bottom, right } = parsed.range;
  return { sheet, top: top ?? 0, left: left ?? 0, bottom: bottom ?? last.row, right: right ?? last.column };
}

const ANCHOR = "_xlfn.anchorarray";

/** Whether a formula finds a spill by what it calculates: by INDIRECT("C2#"), or by C2 as OFFSET gives it. */
export function computesSpill(formula: string): boolean {
  const tokens = tokenize(`=${formula}`);
  return tokens.some(({ type, value }, i) => (type === "func" && value.toLowerCase() === ANCHOR && anchorAt(tokens, i)?.reference === undefined) || (type === "string" && value.endsWith('#"') && tokens.some((each) => each.type === "func" && /^indirect$/i.test(each.value))));
}

/** What stands in the brackets of ANCHORARRAY, where that is one reference, and the place of the bracket that closes it. */
function anchorAt(tokens: ReturnType<typeof tokenize>, at: number): { readonly reference: string | undefined; readonly close: number } | undefined {
  const close = tokens.findIndex((token, i) => i > at && token.value === ")");
  if (close < 0) return undefined;
  const inside = tokens.slice(at + 2, close).filter((token) => token.type !== "whitespace");
  return { reference: inside.length === 1 && inside[0]!.type !== "func" ? inside[0]!.value : undefined, close };
}

/**
 * Spill references (C2#) to what no longer spills become plain ranges.
 * @param areaAt the cells of a frozen spill that begins at a reference
 * @param sheetOf what stands before the cells in place of a reference: "Data!", or nothing
 */
export function withoutSpills(formula: string, areaAt: (reference: string) => Area | undefined, sheetOf: (reference: string, area: Area) => string): string {
  const tokens = tokenize(`=${formula}`);
  let text = "";
  for (let i = 1; i < tokens.length; i++) {
    const { type, value } = tokens[i]!;
    const isAnchor = type === "func" && value.toLowerCase() === ANCHOR;
    const { reference, close } = (isAnchor && anchorAt(tokens, i)) || { reference: undefined, close: i };
    const area = reference === undefined ? undefined : areaAt(reference);
    if (area && reference !== undefined) {
      const { top, left, bottom, right } = area;
      text += `${sheetOf(reference, area)}$${columnName(left)}$${top + 1}:$${columnName(right)}$${bottom + 1}`;
      i = close;
    } else text += value;
  }
  return text;
}
