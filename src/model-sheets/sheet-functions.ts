import { addMonths, isoDay } from "../units/dates";

// The functions of Excel that the described workbooks use, for their results to stand in a file before anybody calculates it.

/** What one cell holds; null where it is blank. */
export type CellValue = string | number | boolean | null;
/** What a formula's operand is: one value, or the rows of a range. */
export type Operand = CellValue | readonly (readonly CellValue[])[];

/** A function of Excel whose arguments are all computed before it. Those that need more (IF, COLUMN) are where formulas are compiled. */
export type SheetFunction = (...args: readonly Operand[]) => CellValue;

export const SHEET_FUNCTIONS: Readonly<Record<string, SheetFunction>> = {
  ABS: (x) => Math.abs(numberOf(x)),
  AND: (...args) => args.every((arg) => truthOf(single(arg))),
  AVERAGE: (...args) => mean(args.flatMap(numbersIn)),
  COUNT: (...args) => args.flatMap((arg) => (isRange(arg) ? numbersIn(arg) : typeof arg === "number" ? [arg] : [])).length,
  COUNTIF: (range, wanted) => cellsOf(range).filter(sameAs(criterion(single(wanted)))).length,
  EDATE: (start, months) => addMonths(Math.floor(numberOf(start)), Math.trunc(numberOf(months))),
  INDEX: (range, position) => cellAt(cellsOf(range), numberOf(position)),
  INT: (x) => Math.floor(numberOf(x)),
  IRR: (range) => internalRate(numbersIn(range)),
  ISBLANK: (x) => single(x) === null,
  ISNUMBER: (x) => typeof single(x) === "number",
  LOOKUP: (wanted, among, results) => lookUp(numberOf(wanted), cellsOf(among), cellsOf(results ?? among)),
  LOWER: (text) => textOf(single(text)).toLowerCase(),
  MATCH: (wanted, range, kind) => matchExactly(single(wanted), cellsOf(range), numberOf(kind)),
  MAX: (...args) => Math.max(...args.flatMap(numbersIn)),
  MIN: (...args) => Math.min(...args.flatMap(numbersIn)),
  MOD: (x, divisor) => numberOf(x) - numberOf(divisor) * Math.floor(numberOf(x) / numberOf(divisor)),
  MONTH: (serial) => Number(isoDay(numberOf(serial)).slice(5, 7)),
  NPV: (rate, ...flows) => flows.flatMap(numbersIn).reduceRight((later, flow) => (later + flow) / (1 + numberOf(rate)), 0),
  OR: (...args) => args.some((arg) => truthOf(single(arg))),
  RANK: (x, range) => 1 + numbersIn(range).filter((other) => other > numberOf(x)).length,
  ROWS: (range) => (isRange(range) ? range.length : 1),
  ROUND: (x, digits) => rounded(numberOf(x), numberOf(digits)),
  SIGN: (x) => Math.sign(numberOf(x)),
  SQRT: (x) => Math.sqrt(numberOf(x)),
  SUM: (...args) => args.flatMap(numbersIn).reduce((sum, x) => sum + x, 0),
  SUMPRODUCT: (...args) => sumOfProducts(args.map((arg) => cellsOf(arg))),
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

/** Texts, truth values and blanks of a range count as 0. */
function sumOfProducts(factors: readonly (readonly CellValue[])[]): number {
  if (factors.some(({ length }) => length !== factors[0]!.length)) throw new Error("SUMPRODUCT needs ranges of one size");
  return factors[0]!.reduce<number>((sum, _, i) => sum + factors.reduce((product, cells) => product * (typeof cells[i] === "number" ? cells[i] : 0), 1), 0);
}

/** The result beside the last of ascending numbers that is not above the one wanted. */
function lookUp(wanted: number, among: readonly CellValue[], results: readonly CellValue[]): CellValue {
  let at = among.length - 1;
  while (at >= 0 && !(numberOf(among[at]!) <= wanted)) at--;
  return at < 0 ? none("LOOKUP", wanted) : results[at]!;
}

/** Half away from 0, as spreadsheets round: by the 15 digits that they show. */
function rounded(x: number, digits: number): number {
  const scaled = Number((Math.abs(x) * 10 ** digits).toPrecision(15));
  return (Math.sign(x) * Math.round(scaled)) / 10 ** digits;
}

/** The rate at which flows are worth nothing, where they change their sign once. */
function internalRate(all: readonly number[]): number {
  // Nothing at the beginning changes nothing, but its discounting would leave nothing of all the rest.
  const flows = all.slice(Math.max(0, all.findIndex((flow) => flow !== 0)));
  const worth = (rate: number): number => flows.reduceRight((later, flow) => later / (1 + rate) + flow, 0);
  // Logarithms of 1 + rate.
  let [low, high] = [-30, 30];
  const below = worth(Math.expm1(low)) < 0;
  if (below === worth(Math.expm1(high)) < 0) throw new Error("IRR finds no rate");
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (worth(Math.expm1(middle)) < 0 === below) low = middle;
    else high = middle;
  }
  return Math.expm1(low);
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
