import { isBinaryNode, isCallNode, isLiteralNode, isUnaryNode, type AstExpression } from "@borgar/fx/xlsx";
import type { Argument, NumberArgument, NumbersArgument } from "./definition";
import type { Evaluated, Raw } from "./evaluate";
import { isMineCall, isReference } from "./formula-text";
import { argumentReader } from "./read-argument";

// One argument of a call as its native formula takes it: plain formulas look up no machines and read no "130T".

/** Why a call must be frozen: the end of a sentence that begins with it. */
export class NotNative extends Error {
  override readonly name = "NotNative";

  /** @param isError the function itself shows an error */
  constructor(message: string, readonly isError = false) {
    super(message);
  }
}

/** One argument of one call. */
export interface GivenArgument {
  readonly argument: Argument;
  /** formula text, "" where it is left out */
  readonly text: string;
  readonly node: AstExpression | null;
  readonly value: Evaluated;
}

/** Lists longer than this are not written into a formula. */
const LONGEST_LIST = 100;
/** Excel's functions that give numbers only. */
const GIVE_NUMBERS: ReadonlySet<string> = new Set(["ABS", "AVERAGE", "AVERAGEIF", "AVERAGEIFS", "CEILING", "COUNT", "COUNTA", "COUNTIF", "COUNTIFS", "DAYS", "EXP", "FLOOR", "INT", "LARGE", "LN", "LOG", "LOG10", "MAX", "MAXIFS", "MEDIAN", "MIN", "MINIFS", "MOD", "NPV", "PMT", "POWER", "PRODUCT", "ROUND", "ROUNDDOWN", "ROUNDUP", "SMALL", "SQRT", "SUBTOTAL", "SUM", "SUMIF", "SUMIFS", "SUMPRODUCT", "TRUNC", "VALUE"]);

/**
 * The argument's text for the native formula. A machine's name, in the formula or in its cell, becomes the figure.
 * @throws NotNative
 */
export function nativeArgument(given: GivenArgument): string {
  const { argument, text, value } = given;
  if (text === "") return "";
  if (argument.kind === "number" && readsTexts(argument)) return numberText(argument, given);
  if (argument.kind === "numbers" && argument.hardware) return numbersText(argument, given);
  // A word in other spelling than the formula compares with.
  if (argument.kind === "choice" && value.known && typeof value.value === "string" && value.value !== value.value.trim()) return literal(value.value.trim());
  return text;
}

/** Whether a value is put in where the call names a cell or a machine. */
export function putsFigureIn({ text }: GivenArgument, native: string): boolean {
  return native !== text;
}

/** A value as a formula writes it. */
export function literal(value: string | number | boolean): string {
  if (typeof value === "string") return `"${value.replaceAll('"', '""')}"`;
  return String(value).toUpperCase();
}

/** Whether an argument may be several cells, to be taken one by one. */
export function mayBeRange({ node, value }: GivenArgument): boolean {
  if (value.known) return Array.isArray(value.value);
  return node !== null && !isLiteralNode(node) && (!isReference(node) || node.kind !== "range" || node.value.includes(":"));
}

function readsTexts(argument: NumberArgument): boolean {
  return argument.hardware !== undefined || argument.acceptsTera === true;
}

function numberText(argument: NumberArgument, { text, node, value }: GivenArgument): string {
  if (!value.known) {
    if (mayBeText(node)) throw new NotNative("an argument is worked out by Excel and may be the name of a machine");
    return text;
  }
  const read = (cell: Raw): number => argumentReader(argument)(cell) as number;
  if (typeof value.value === "string" && value.value !== "") return literal(read(value.value));
  if (Array.isArray(value.value) && holdsText(value.value)) return arrayOf(value.value, read);
  return text;
}

function numbersText(argument: NumbersArgument, { text, node, value }: GivenArgument): string {
  if (!value.known) {
    if (mayBeText(node)) throw new NotNative("a range could not be read and may hold names of machines");
    return text;
  }
  const read = argumentReader({ ...argument, kind: "number" });
  if (typeof value.value === "string") return literal(read(value.value) as number);
  return Array.isArray(value.value) && holdsText(value.value) ? arrayOf(value.value, (cell) => read(cell) as number) : text;
}

function holdsText(rows: readonly unknown[]): boolean {
  return rows.flat().some((cell) => typeof cell === "string");
}

function arrayOf(rows: readonly unknown[], read: (cell: Raw) => number): string {
  if (rows.flat().length > LONGEST_LIST) throw new NotNative(`a range holds names of machines, and more than ${LONGEST_LIST} figures are not written into a formula`);
  return `{${rows.map((row) => (Array.isArray(row) ? (row as unknown[]) : [row]).map((cell) => literal(read(cell))).join(",")).join(";")}}`;
}

function mayBeText(node: AstExpression | null): boolean {
  if (node === null) return false;
  if (isLiteralNode(node)) return typeof node.value === "string";
  if (isBinaryNode(node)) return !["+", "-", "*", "/", "^"].includes(node.operator);
  if (isUnaryNode(node)) return node.operator !== "-" && node.operator !== "%";
  if (isCallNode(node)) {
    const name = node.callee.type === "Identifier" ? node.callee.name.toUpperCase() : "";
    // Of ours, what has a native formula gives a number, and without one the cell is frozen anyway.
    return !GIVE_NUMBERS.has(name) && !isMineCall(node);
  }
  return true;
}
