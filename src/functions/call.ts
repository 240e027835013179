import { InputError, NotAvailableError } from "../units/errors";
import { CellError } from "./cell-error";
import { isWhole, type Argument, type FunctionDefinition, type Scalar } from "./definition";
import { argumentReader, PassedError, type ArgumentReader, type ArgumentValue } from "./read-argument";
import { withoutStacks } from "./without-stacks";

export type Outcome = Scalar | CellError;
/** A function with its checks: raw arguments in, a value, a table or an error out. It never throws. */
export type CheckedFunction = (raw: readonly unknown[]) => Outcome | Outcome[][];

interface Reader {
  readonly position: number;
  readonly read: ArgumentReader;
  /** The choice that can make this argument unneeded, and its word that does. */
  readonly choice: number;
  readonly unneededAt: string | undefined;
}

/** Joins a definition with its argument checks. Scalars in give a scalar; a range anywhere gives a result of its shape, computed cell by cell. */
export function checkedFunction(definition: FunctionDefinition): CheckedFunction {
  const args = definition.arguments;
  const readers = argumentReaders(args);
  const Values = valuesClass(args);
  // A list to copy for each call, so that the engine knows from the start what it will hold: numbers, or anything.
  const blank: ArgumentValue[] = args.map(() => (args.every((argument) => argument.kind === "number") ? 0.5 : ""));
  const cellPositions = args.flatMap((argument, i) => (isWhole(argument) ? [] : [i]));
  const hasRange = (raw: readonly unknown[]): boolean => {
    for (let i = 0; i < cellPositions.length; i++) if (Array.isArray(raw[cellPositions[i]!])) return true;
    return false;
  };
  const one = (raw: readonly unknown[]): Scalar | Outcome[][] => finite(definition.compute(new Values(readAll(readers, raw, blank.slice()))));
  return (raw) => {
    try {
      if (!hasRange(raw)) return one(raw);
      if (definition.result.kind === "table") return one(singleCells(args, raw));
      return withoutStacks(() => overRange(args, raw, one));
    } catch (error) {
      return asCellError(error);
    }
  };
}

/** Choices come first, since they decide which of the other arguments are needed. */
function argumentReaders(args: readonly Argument[]): readonly Reader[] {
  const readers = args.map((argument, position) => {
    const rule = argument.kind === "number" ? argument.neededUnless : undefined;
    return { position, read: argumentReader(argument), choice: args.findIndex((other) => other.name === rule?.argument), unneededAt: rule?.is };
  });
  return [...readers.filter((each) => args[each.position]!.kind === "choice"), ...readers.filter((each) => args[each.position]!.kind !== "choice")];
}

function readAll(readers: readonly Reader[], raw: readonly unknown[], values: ArgumentValue[]): readonly ArgumentValue[] {
  for (let i = 0; i < readers.length; i++) {
    const { position, read, choice, unneededAt } = readers[i]!;
    values[position] = unneededAt !== undefined && values[choice] === unneededAt ? NaN : read(raw[position]);
  }
  return values;
}

/** The values by name, read from the list: a million calls a second leave no time to fill an object key by key. */
function valuesClass(args: readonly Argument[]): new (list: readonly ArgumentValue[]) => Record<string, never> {
  class Values {
    constructor(readonly list: readonly ArgumentValue[]) {}
  }
  args.forEach((argument, i) => {
    Object.defineProperty(Values.prototype, argument.name, { get(this: Values) { return this.list[i]; } });
  });
  return Values as unknown as new (list: readonly ArgumentValue[]) => Record<string, never>;
}

function isRange(raw: unknown): raw is readonly unknown[] {
  return Array.isArray(raw);
}

/** The rows of a range; a bare list counts as one row. */
function rowsOf(name: string, range: readonly unknown[]): readonly (readonly unknown[])[] {
  const rows = range.some(isRange) ? range : [range];
  const width = isRange(rows[0]) ? rows[0].length : -1;
  if (width < 1 || rows.some((row) => !isRange(row) || row.length !== width)) throw new InputError(`${name} is an empty or uneven range; give a rectangular one.`);
  return rows as readonly (readonly unknown[])[];
}

function singleCells(args: readonly Argument[], raw: readonly unknown[]): unknown[] {
  return args.map((argument, i) => {
    if (isWhole(argument) || !isRange(raw[i])) return raw[i];
    const rows = rowsOf(argument.name, raw[i]);
    if (rows.length > 1 || rows[0]!.length > 1) throw new InputError(`${argument.name} is a range of ${rows.length} × ${rows[0]!.length} cells; give a single cell.`);
    return rows[0]![0];
  });
}

/** One row or one column stretches over the other ranges, as in Excel's own functions; other shapes must agree. */
function overRange(args: readonly Argument[], raw: readonly unknown[], one: (raw: readonly unknown[]) => Scalar | Outcome[][]): Outcome | Outcome[][] {
  const ranges = args.map((argument, i) => (!isWhole(argument) && isRange(raw[i]) ? rowsOf(argument.name, raw[i]) : undefined));
  let height = 1;
  let width = 1;
  ranges.forEach((rows, i) => {
    if (!rows) return;
    for (const [side, count, other] of [["rows", rows.length, height], ["columns", rows[0]!.length, width]] as const) {
      if (count > 1 && other > 1 && count !== other) throw new InputError(`${args[i]!.name} has ${count} ${side} and another argument has ${other}; give ranges of the same shape.`);
    }
    height = Math.max(height, rows.length);
    width = Math.max(width, rows[0]!.length);
  });
  const cellArgs = raw.slice(0, args.length);
  const cell = (row: number, column: number): Outcome => {
    ranges.forEach((rows, i) => {
      if (rows) cellArgs[i] = (rows.length === 1 ? rows[0]! : rows[row]!)[rows[0]!.length === 1 ? 0 : column];
    });
    try {
      return one(cellArgs) as Scalar;
    } catch (error) {
      return asCellError(error);
    }
  };
  return Array.from({ length: height }, (_, row) => Array.from({ length: width }, (_, column) => cell(row, column)));
}

/** No NaN, no infinity and no negative zero leaves a function. */
function finite(result: ReturnType<FunctionDefinition["compute"]>): Scalar | Outcome[][] {
  if (typeof result === "number") {
    if (result - result !== 0) throw new InputError("The result is too large or undefined for these arguments; check their units.");
    return result + 0;
  }
  return typeof result === "object" ? result.map((row) => row.map((value) => (value instanceof CellError ? value : (finite(value) as Scalar)))) : result;
}

function asCellError(error: unknown): CellError {
  if (error instanceof PassedError) return error.error;
  if (error instanceof NotAvailableError) return new CellError("#N/A", error.message);
  if (error instanceof InputError) return new CellError("#VALUE!", error.message);
  return new CellError("#VALUE!", "The arguments could not be read; give numbers, texts or ranges of them.");
}
