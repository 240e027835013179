import { modelFigure } from "../catalog/lookup";
import { excelSerial, FIRST_EXCEL_DATE, isoDay, isoTime, LAST_EXCEL_DATE } from "../units/dates";
import { InputError } from "../units/errors";
import { errorInArgument, type CellError } from "./cell-error";
import { OwnMachines } from "./own-machines";
import type { AllowedRange, Argument, ChoiceArgument, DateArgument, FlagArgument, ListArgument, MachinesArgument, NumberArgument, NumbersArgument, Scalar } from "./definition";

/** Thrown while reading when the cell holds an error: it becomes the result. */
export class PassedError {
  constructor(readonly error: CellError) {}
}

/** Turns what Excel hands over for one argument into its checked value. Throws InputError, NotAvailableError or PassedError. */
export type ArgumentReader = (raw: unknown) => ArgumentValue;
export type ArgumentValue = Scalar | readonly (Scalar | null)[] | OwnMachines;

const NUMERIC_TEXT = /^\s*[-+]?[\d.,\s]*\d[\d.,\s]*(e[-+]?\d+)?\s*%?\s*$/i;
/** Longer texts are no numbers, and a cell of 32,767 digits would keep the pattern busy for seconds. */
const LONGEST_NUMBER = 64;
const ISO_DAY_OR_MONTH = /^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/;
const TERA = /^\s*(\d+(?:\.\d*)?|\.\d+)\s*T\s*$/i;

export function argumentReader(argument: Argument): ArgumentReader {
  switch (argument.kind) {
    case "number":
      return numberReader(argument);
    case "choice":
      return choiceReader(argument);
    case "flag":
      return (raw) => readFlag(argument, raw);
    case "numbers":
      return (raw) => readNumbers(argument, raw);
    case "list":
      return (raw) => readList(argument, raw);
    case "machines":
      return machinesReader(argument);
    case "date":
      return (raw) => readDate(argument, raw);
    case "model":
      return (raw) => readText(argument.name, raw, 'a model such as "S21 XP"');
    case "text":
      return (raw) => (isBlank(raw) && argument.default !== undefined ? argument.default : readText(argument.name, raw, "a text"));
  }
}

/** Most calls bring a plain number well inside its range: they are let through before anything else is asked. */
function numberReader(argument: NumberArgument): ArgumentReader {
  const { min = -Infinity, max = Infinity } = argument.allowed;
  // 0 may stand for a default that is not 0.
  const above = argument.default ? Math.max(min, 0) : min;
  return (raw) => (typeof raw === "number" && raw > above && raw < max ? raw : readNumber(argument, raw));
}

function readNumber(argument: NumberArgument, raw: unknown): number {
  if (typeof raw === "number") {
    if (raw === 0 && argument.default !== undefined) return argument.default;
    if (isAllowed(raw, argument.allowed)) return raw;
    throw new InputError(`${argument.name} is ${withUnit(raw, argument.unit)}; allowed is ${describeAllowed(argument)}.`);
  }
  if (isBlank(raw)) {
    if (argument.default !== undefined) return argument.default;
    throw new InputError(`${argument.name} is missing; give ${wanted(argument)}.`);
  }
  if (typeof raw === "string") {
    const short = raw.length <= LONGEST_NUMBER;
    const tera = short && argument.acceptsTera ? TERA.exec(raw) : null;
    if (tera) return readNumber(argument, Number(`${tera[1]}e12`));
    const isNumeric = short && NUMERIC_TEXT.test(raw);
    if (argument.hardware && !isNumeric) return modelFigure(raw, argument.hardware);
    throw new InputError(
      isNumeric
        ? `${argument.name} is the text ${shown(raw)}; enter it as a number: ${wanted(argument)}.`
        : `${argument.name} is the text ${shown(raw)}; give ${wanted(argument)}.`,
    );
  }
  passOnError(raw);
  throw new InputError(`${argument.name} is ${shown(raw)}; give ${wanted(argument)}.`);
}

function isAllowed(raw: number, { min, max, minExcluded, maxExcluded }: AllowedRange): boolean {
  return raw === raw && (min === undefined || raw > min || (raw === min && !minExcluded)) && (max === undefined || raw < max || (raw === max && !maxExcluded)) && raw - raw === 0;
}

function readNumbers(argument: NumbersArgument, raw: unknown): readonly number[] {
  if (isBlank(raw) && argument.optional) return [];
  const cells = wholeRange(argument.name, raw);
  // A year of hours is 8,784 cells: what a message would need is made only for a cell that needs it.
  return cells.map((cell, i) => typeof cell === "number" && isAllowed(cell, argument.allowed) ? cell : readNumber({ ...argument, kind: "number", name: cells.length === 1 ? argument.name : `${argument.name}, cell ${i + 1},` }, cell));
}

function readList(argument: ListArgument, raw: unknown): readonly (Scalar | null)[] {
  if (isBlank(raw) && argument.optional) return [];
  return wholeRange(argument.name, raw).map((cell, i) => {
    if (isBlank(cell)) return null;
    if (typeof cell === "string" || typeof cell === "boolean" || (typeof cell === "number" && Number.isFinite(cell))) return cell;
    passOnError(cell);
    throw new InputError(`${argument.name}, cell ${i + 1}, is ${shown(cell)}; give a number or a text.`);
  });
}

/** A column of formulas' cells hands over the same range again and again. */
function machinesReader({ name }: MachinesArgument): ArgumentReader {
  const none = new OwnMachines();
  let last: { readonly raw: unknown; readonly machines: OwnMachines } = { raw: undefined, machines: none };
  return (raw) => {
    if (isBlank(raw)) return none;
    if (raw !== last.raw) {
      passOnError(raw);
      if (!Array.isArray(raw)) throw new InputError(`${name} is ${shown(raw)}; give the range of your own machines, such as MyMachines.`);
      last = { raw, machines: new OwnMachines(raw.map((row: unknown) => (Array.isArray(row) ? row as unknown[] : [row]))) };
    }
    return last.machines;
  };
}

/** The cells of a range row by row; a single value is a range of one cell. */
function wholeRange(name: string, raw: unknown): readonly unknown[] {
  const cells: unknown[] = [];
  for (const row of Array.isArray(raw) ? (raw as unknown[]) : isBlank(raw) ? [] : [raw]) {
    if (Array.isArray(row)) for (const cell of row as unknown[]) cells.push(cell);
    else cells.push(row);
  }
  if (cells.length === 0) throw new InputError(`${name} is missing; give a range of cells.`);
  return cells;
}

function readDate({ name, moment }: DateArgument, raw: unknown): string {
  if (typeof raw === "number" && raw >= FIRST_EXCEL_DATE && raw <= LAST_EXCEL_DATE) return moment ? isoTime(raw) : isoDay(raw);
  const text = typeof raw === "string" ? raw.trim() : "";
  if (moment) {
    const startOfDay = excelSerial(text);
    if (startOfDay >= FIRST_EXCEL_DATE) return isoTime(startOfDay);
  } else if (ISO_DAY_OR_MONTH.test(text)) return text;
  passOnError(raw);
  throw new InputError(`${name} is ${isBlank(raw) ? "missing" : shown(raw)}; give a date, or a text such as "2026-08-21"${moment ? "" : ' or "2026-07"'}.`);
}

function choiceReader(argument: ChoiceArgument): ArgumentReader {
  const byWord = new Map(Object.keys(argument.choices).flatMap((choice) => [[choice, choice], [choice.toLowerCase(), choice]]));
  const words = Object.keys(argument.choices).map((choice) => `"${choice}"`).join(", ");
  return (raw) => {
    const exact = typeof raw === "string" ? byWord.get(raw) : undefined;
    if (exact !== undefined) return exact;
    if ((isBlank(raw) || raw === 0) && argument.default !== undefined) return argument.default;
    const choice = typeof raw === "string" ? byWord.get(raw.trim().toLowerCase()) : undefined;
    if (choice !== undefined) return choice;
    passOnError(raw);
    throw new InputError(`${argument.name} is ${isBlank(raw) ? "missing" : shown(raw)}; give one of ${words}.`);
  };
}

function readFlag(argument: FlagArgument, raw: unknown): boolean {
  if (typeof raw === "boolean") return raw;
  if (isBlank(raw) || raw === 0) return argument.default;
  if (raw === 1) return true;
  passOnError(raw);
  throw new InputError(`${argument.name} is ${shown(raw)}; give TRUE or FALSE.`);
}

function readText(name: string, raw: unknown, wantedText: string): string {
  if (typeof raw === "string" && raw.trim() !== "") return raw.trim();
  passOnError(raw);
  throw new InputError(`${name} is ${isBlank(raw) ? "missing" : shown(raw)}; give ${wantedText}.`);
}

/** A blank cell and an argument left out are the same: null on the web, "" from a formula, undefined from a caller, the host's invocation object in its place. */
function isBlank(raw: unknown): boolean {
  return raw === null || raw === undefined || raw === "" || (typeof raw === "object" && "functionName" in raw);
}

function passOnError(raw: unknown): void {
  if (typeof raw !== "object" || raw === null) return;
  const error = errorInArgument(raw);
  if (error) throw new PassedError(error);
}

/** "above 0 $/kWh", "from 0 to below 1", "any number". */
export function describeAllowed(argument: Pick<NumberArgument, "allowed" | "unit">): string {
  const { min, max, minExcluded, maxExcluded } = argument.allowed;
  const range =
    min === undefined ? (max === undefined ? "any number" : maxExcluded ? `below ${max}` : `up to ${max}`)
    : max === undefined ? (minExcluded ? `above ${min}` : `${min} or more`)
    : `${minExcluded ? `above ${min} and` : `from ${min}`} ${minExcluded ? (maxExcluded ? "below" : "up to") : maxExcluded ? "to below" : "to"} ${max}`;
  return argument.unit === "" || argument.unit === "fraction" ? range : `${range} ${argument.unit}`;
}

function wanted(argument: NumberArgument): string {
  const number = argument.unit === "" || argument.unit === "fraction" ? "a number" : `a number in ${argument.unit}`;
  return `${number}, ${describeAllowed(argument)}${argument.hardware ? ', or a model such as "S21 XP"' : ""}`;
}

function withUnit(value: number, unit: string): string {
  return unit === "" || unit === "fraction" ? String(value) : `${value} ${unit}`;
}

/** A value as a message may show it: short, and safe whatever it is. */
function shown(raw: unknown): string {
  switch (typeof raw) {
    case "string":
      return JSON.stringify(raw.length > 40 ? `${raw.slice(0, 40)}…` : raw);
    case "boolean":
      return raw ? "TRUE" : "FALSE";
    case "number":
      return String(raw);
    case "object":
      return Array.isArray(raw) ? "a range" : "not a cell value";
    default:
      return "not a cell value";
  }
}
