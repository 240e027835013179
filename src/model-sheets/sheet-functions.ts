import { addMonths } from "../units/dates";

// The functions of Excel that the described workbooks use, for their results to stand in a file before anybody calculates it.

/** What one cell holds; null where it is blank. */
export type CellValue = string | number | boolean | null;
/** What a formula's operand is: one value, or the rows of a range. */
export type Operand = CellValue | readonly (readonly CellValue[])[];

/** A function of Excel whose arguments are all computed before it. IF and COLUMN, which need more, are with the operators. */
export type SheetFunction = (...args: readonly Operand[]) => CellValue;

export const SHEET_FUNCTIONS: Readonly<Record<string, SheetFunction>> = {
  ABS: (x) => Math.abs(numberOf(x)),
  AND: (...args) => args.every((arg) => truthOf(single(arg))),
  AVERAGE: (...args) => mean(args.flatMap(numbersIn)),
  COUNTIF: (range, wanted) => cellsOf(range).filter(sameAs(criterion(single(wanted)))).length,
  EDATE: (start, months) => addMonths(Math.floor(numberOf(start)), Math.trunc(numberOf(months))),
  INDEX: (range, position) => cellAt(cellsOf(range), numberOf(position)),
  INT: (x) => Math.floor(numberOf(x)),
  LOWER: (text) => textOf(single(text)).toLowerCase(),
  MATCH: (wanted, range, kind) => matchExactly(single(wanted), cellsOf(range), numberOf(kind)),
  MAX: (...args) => Math.max(...args.flatMap(numbersIn)),
  MIN: (...args) => Math.min(...args.flatMap(numbersIn)),
  NPV: (rate, ...flows) => flows.flatMap(numbersIn).reduceRight((later, flow) => (later + flow) / (1 + numberOf(rate)), 0),
  RANK: (x, range) => 1 + numbersIn(range).filter((other) => other > numberOf(x)).length,
  ROWS: (range) => (isRange(range) ? range.length : 1),
  SUM: (...args) => args.flatMap(numbersIn).reduce((sum, x) => sum + x, 0),
};

/** As operators read a value: blank is 0, TRUE is 1. @throws Error for text */
export function numberOf(operand: Operand): number {
  const value = single(operand);
  if (typeof value === "string") throw new Error(`"${value}" stands where a number belongs`);
  return Number(value ?? 0);
}

/** @throws Error for text */
export function truthOf(value: CellValue): boolean {
  return typeof value === "boolean" ? value : numberOf(value) !== 0;
}

export function textOf(value: CellValue): string {
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value ?? "");
}

/** Excel's "=": texts without regard to case, blank like 0 and like "". */
export function isSame(a: CellValue, b: CellValue): boolean {
  if (typeof a === "string" || typeof b === "string") {
    const [left, right] = [a ?? "", b ?? ""];
    return typeof left === "string" && typeof right === "string" && left.toLowerCase() === right.toLowerCase();
  }
  return typeof (a ?? b) === typeof (b ?? a) && Number(a) === Number(b);
}

export function isRange(operand: Operand): operand is readonly (readonly CellValue[])[] {
  return typeof operand === "object" && operand !== null;
}

/** @throws Error for a range of several cells: they would have to spill */
export function single(operand: Operand | undefined): CellValue {
  if (operand === undefined) throw new Error("an argument is missing");
  if (!isRange(operand)) return operand;
  const cells = operand.flat();
  if (cells.length !== 1) throw new Error("a range stands where one cell belongs");
  return cells[0]!;
}

function cellsOf(operand: Operand): readonly CellValue[] {
  return isRange(operand) ? operand.flat() : [operand];
}

/** Of a range only its numbers count; a value given by itself must be one. */
function numbersIn(operand: Operand): readonly number[] {
  return isRange(operand) ? operand.flat().filter((value) => typeof value === "number") : [numberOf(operand)];
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
}

function cellAt(cells: readonly CellValue[], position: number): CellValue {
  const cell = cells[position - 1];
  return cell === undefined ? none("INDEX", position) : cell;
}

function matchExactly(wanted: CellValue, cells: readonly CellValue[], kind: number): number {
  if (kind !== 0) throw new Error("MATCH is known here for exact matches only");
  const index = cells.findIndex(sameAs(wanted));
  return index < 0 ? none("MATCH", wanted) : index + 1;
}

/** A value and a blank cell are never a match, other than with "=". */
function sameAs(wanted: CellValue): (value: CellValue) => boolean {
  return (value) => value !== null && isSame(value, wanted);
}

/** A text that COUNTIF would read as a comparison or a pattern is not known here. */
function criterion(wanted: CellValue): CellValue {
  if (typeof wanted === "string" && /^[=<>]|[*?~]/.test(wanted)) throw new Error(`the criterion "${wanted}" is not known here`);
  return wanted;
}

function none(name: string, wanted: CellValue): never {
  throw new Error(`${name} finds no ${textOf(wanted)}`);
}
