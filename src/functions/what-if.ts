import definitions from "./all.registry";
import { checkedFunction, type CheckedFunction, type Outcome } from "./call";
import { CellError } from "./cell-error";
import type { FunctionDefinition, Scalar } from "./definition";
import { InputError } from "../units/errors";

// Calls of our own functions by name with changed arguments, for what Excel's Data Tables cannot do with custom functions.

/** What one cell of a range holds; blank is null. */
export type Cell = Scalar | null;

/** A grid of 20 × 25. With the slowest function, ASICVALUE over 50 years, it takes about 0.15 s; with MARGIN a millisecond. */
export const MOST_CALLS = 500;

/** A function with the arguments from which the changes start. */
export interface BaseCase {
  readonly definition: FunctionDefinition;
  /** The result with some arguments replaced, by their position from 0. */
  readonly at: (changes: ReadonlyMap<number, Cell>) => Outcome;
}

const calls = new Map<string, CheckedFunction>();

/**
 * @param name of a function with a single result, in any case, with or without "MINE."
 * @param baseArgs its arguments in order; null where the default holds
 * @throws InputError where there is no such function, it gives a table, or has fewer arguments
 */
export function baseCase(name: string, baseArgs: readonly Cell[]): BaseCase {
  const id = name.toUpperCase().replace(/^=?(MINE\.)?/, "");
  const definition = definitions.find((each) => each.id === id);
  if (!definition) throw new InputError(`There is no function "${id.slice(0, 40)}"; give the name of one, such as "MARGIN".`);
  if (definition.result.kind === "table") throw new InputError(`${id} gives a table; give a function with a single result, such as "MARGIN".`);
  requireFits(definition, "base_args", baseArgs);
  const call = calls.get(id) ?? checkedFunction(definition);
  calls.set(id, call);
  const raw: Cell[] = definition.arguments.map((_, i) => baseArgs[i] ?? null);
  return {
    definition,
    // Single cells in: never a table out.
    at: (changes) => call(raw.map((cell, i) => changes.get(i) ?? cell)) as Outcome,
  };
}

/**
 * The position from 0 of the argument that a person names, or counts from 1.
 * @param name of the argument of SENSITIVITY in which it stands, for the sentence
 * @throws InputError where the function has no such argument
 */
export function argumentPosition(definition: FunctionDefinition, name: string, cells: readonly Cell[]): number {
  const [wanted] = cells;
  const names = definition.arguments.map((argument) => argument.name);
  const position = typeof wanted === "number" ? wanted - 1 : names.indexOf(String(wanted).trim().toLowerCase());
  if (cells.length === 1 && names[position] !== undefined) return position;
  const given = cells.length === 1 ? `is ${JSON.stringify(wanted).slice(0, 40)}` : `has ${cells.length} cells`;
  throw new InputError(`${name} ${given}; give one argument of ${definition.id} by name or by its number from 1: ${names.join(", ")}.`);
}

/** Refuses more cells than the function has arguments, unless the rest is blank. */
export function requireFits(definition: FunctionDefinition, name: string, cells: readonly Cell[]): void {
  const count = definition.arguments.length;
  if (cells.slice(count).some((cell) => cell !== null)) throw new InputError(`${name} has ${cells.length} cells and ${definition.id} has ${count} arguments: ${definition.arguments.map((argument) => argument.name).join(", ")}.`);
}

/** Result at one value of one argument, or of two, as rows: value and result; or a grid under the second values. */
export function sensitivityRows(base: BaseCase, first: Variation, second?: Variation): Outcome[][] {
  const calls = first.values.length * (second?.values.length ?? 1);
  if (calls > MOST_CALLS) throw new InputError(`${calls} results are wanted; ${MOST_CALLS} are possible at once. Give fewer values.`);
  if (!second) return first.values.map((value) => [value, base.at(new Map([[first.position, value]]))]);
  if (first.position === second.position) throw new InputError(`var1 and var2 are the same argument, ${first.name}; give two different ones.`);
  const rows = first.values.map((value) => [value, ...second.values.map((other) => base.at(new Map([[first.position, value], [second.position, other]])))]);
  return [[`${first.name} \\ ${second.name}`, ...second.values], ...rows];
}

/** An argument and the values it takes. */
export interface Variation {
  readonly position: number;
  readonly name: string;
  readonly values: readonly Scalar[];
}

/** @throws InputError where a value is blank */
export function variation(definition: FunctionDefinition, which: 1 | 2, argument: readonly Cell[], values: readonly Cell[]): Variation {
  const position = argumentPosition(definition, `var${which}`, argument);
  const blank = values.indexOf(null);
  if (values.length === 0 || blank >= 0) throw new InputError(`values${which}${values.length === 0 ? " is missing" : `, cell ${blank + 1}, is blank`}; give a value for ${definition.arguments[position]!.name} in each cell.`);
  return { position, name: definition.arguments[position]!.name, values: values as readonly Scalar[] };
}

/** One argument moved from its low to its high value while the others stay. */
export interface Swing {
  readonly argument: string;
  readonly low: Cell;
  readonly high: Cell;
  readonly atLow: Outcome;
  readonly atHigh: Outcome;
  /** result at the high value less result at the low one */
  readonly swing: Outcome;
}

/**
 * The swing of every argument whose low and high value differ, widest first, those with an error last.
 * @throws InputError where no argument is varied, or more values are given than the function has arguments
 */
export function swings(base: BaseCase, lows: readonly Cell[], highs: readonly Cell[]): readonly Swing[] {
  requireFits(base.definition, "lows", lows);
  requireFits(base.definition, "highs", highs);
  const found = base.definition.arguments.flatMap(({ name }, i): Swing[] => {
    const [low, high] = [lows[i] ?? null, highs[i] ?? null];
    if (low === high) return [];
    const [atLow, atHigh] = [low, high].map((value) => base.at(new Map(value === null ? [] : [[i, value]]))) as [Outcome, Outcome];
    return [{ argument: name, low, high, atLow, atHigh, swing: difference(atLow, atHigh) }];
  });
  if (found.length === 0) throw new InputError("lows and highs vary no argument; give a low and a high value in the place of each argument to vary, blank for the others.");
  const width = ({ swing }: Swing): number => (typeof swing === "number" ? Math.abs(swing) : -1);
  return found.sort((a, b) => width(b) - width(a));
}

function difference(low: Outcome, high: Outcome): Outcome {
  for (const each of [low, high]) if (each instanceof CellError) return each;
  if (typeof low === "number" && typeof high === "number" && Number.isFinite(high - low)) return high - low + 0;
  return new CellError("#VALUE!", "The results are no numbers, so that they have no difference.");
}
