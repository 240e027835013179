// What a worksheet function is. Each file in library/ holds one record of this kind; functions.json, argument checks,
// error texts, help pages, native formulas and the tests of the worked examples are all made from it.

import type { CellError } from "./cell-error";
import type { OwnMachines } from "./own-machines";

/** Which values an argument admits. A bound is inclusive unless its `…Excluded` twin is true. */
export interface AllowedRange {
  readonly min?: number;
  readonly max?: number;
  readonly minExcluded?: boolean;
  readonly maxExcluded?: boolean;
}

/** An argument that is read only when another one, a choice, has not this value: BREAKEVEN ignores what it solves for. */
export interface NeededUnless {
  readonly argument: string;
  readonly is: string;
}

interface ArgumentBase<Name extends string> {
  readonly name: Name;
  /** One sentence for the formula tooltip and the help page, without name, unit, range and default: those are added. */
  readonly help: string;
}

/** A number in a fixed unit. */
export interface NumberArgument<Name extends string = string> extends ArgumentBase<Name> {
  readonly kind: "number";
  /** "J/TH", "$/kWh", or "" for a bare number */
  readonly unit: string;
  readonly allowed: AllowedRange;
  /** Neutral value of an optional argument. Where it is not 0, a 0 means the default too: Excel on the desktop hands a blank cell over as 0. */
  readonly default?: number;
  /** The catalog figure that a model name stands for in this argument. */
  readonly hardware?: "efficiencyJth" | "powerW" | "hashrateThs";
  /** "130T" is understood as 130·10^12. */
  readonly acceptsTera?: boolean;
  readonly neededUnless?: NeededUnless;
}

/** One of a few words; case does not matter. */
export interface ChoiceArgument<Name extends string = string, Choice extends string = string> extends ArgumentBase<Name> {
  readonly kind: "choice";
  /** Each word with the tooltip that explains it. */
  readonly choices: Readonly<Record<Choice, string>>;
  readonly default?: Choice;
}

/** A machine of the catalog, by id or by the names people type. */
export interface ModelArgument<Name extends string = string> extends ArgumentBase<Name> {
  readonly kind: "model";
}

export interface TextArgument<Name extends string = string> extends ArgumentBase<Name> {
  readonly kind: "text";
  readonly default?: string;
}

/** A whole range of numbers, read row by row into one list; a single cell is a list of one. */
export interface NumbersArgument<Name extends string = string> extends ArgumentBase<Name> {
  readonly kind: "numbers";
  readonly unit: string;
  /** What each number may be. */
  readonly allowed: AllowedRange;
  readonly hardware?: NumberArgument["hardware"];
  /** Left out it is an empty list. */
  readonly optional?: boolean;
  /** The number that a native formula puts in for an optional range left out: 1 for weights. */
  readonly twinDefault?: number;
}

/** A whole range of any cells, row by row; blank cells are null. */
export interface ListArgument<Name extends string = string> extends ArgumentBase<Name> {
  readonly kind: "list";
  /** Left out it is an empty list. */
  readonly optional?: boolean;
}

/** A range with machines of the user's own, as the table MyMachines has them. Left out there are none. */
export interface MachinesArgument<Name extends string = string> extends ArgumentBase<Name> {
  readonly kind: "machines";
}

/** A day, as an Excel date or a text such as "2026-08-21"; or a month, as a text such as "2026-07". */
export interface DateArgument<Name extends string = string> extends ArgumentBase<Name> {
  readonly kind: "date";
  /** A moment instead: the time of an Excel date counts, and a month is refused. The value is an ISO time. */
  readonly moment?: boolean;
}

/** TRUE or FALSE. */
export interface FlagArgument<Name extends string = string> extends ArgumentBase<Name> {
  readonly kind: "flag";
  readonly default: boolean;
}

export type Argument = NumberArgument | ChoiceArgument | ModelArgument | TextArgument | FlagArgument | DateArgument | NumbersArgument | ListArgument | MachinesArgument;

type ValueOf<A extends Argument> =
  A extends NumberArgument ? number
  : A extends ChoiceArgument ? keyof A["choices"] & string
  : A extends FlagArgument ? boolean
  : A extends NumbersArgument ? readonly number[]
  : A extends ListArgument ? readonly (Scalar | null)[]
  : A extends MachinesArgument ? OwnMachines
  : string;

/** The arguments as the computation gets them: checked, defaults filled in, model names resolved. A date is an ISO day, month or time. An argument that is not needed is NaN. */
export type Values<Arguments extends readonly Argument[]> = { readonly [A in Arguments[number] as A["name"]]: ValueOf<A> };

export type Scalar = number | string | boolean;
export type Table = readonly (readonly Scalar[])[];
/** A table some of whose cells may be errors of their own. */
export type ResultTable = readonly (readonly (Scalar | CellError)[])[];

/** The arguments as formula text: a literal, a reference or an expression in brackets, defaults filled in. */
export type TwinArguments<Arguments extends readonly Argument[]> = { readonly [A in Arguments[number] as A["name"]]: string } & {
  /** Picks the case of a choice argument: at once when the argument is a literal, by IF when it is a reference. */
  readonly choose: (argument: string, cases: Readonly<Record<string, string>>) => string;
};

export interface Example {
  readonly args: readonly (Scalar | null | Table)[];
  readonly result: Scalar | Table;
  /** Relative difference allowed, from the rounding of the source; 1e-9 where the source is exact. */
  readonly tolerance?: number;
  /** Where the expected value comes from. */
  readonly source: string;
}

export type Category = "Network" | "Hardware" | "Unit economics" | "Power and curtailment" | "Projection" | "Investment" | "Finance" | "Analysis" | "Data and units";

/** Whether an argument takes a range as one thing, rather than cell by cell. */
export function isWhole({ kind }: Argument): boolean {
  return kind === "numbers" || kind === "list" || kind === "machines";
}

export interface FunctionDefinition<Arguments extends readonly Argument[] = readonly Argument[]> {
  /** Name after the namespace, upper case, for ever. */
  readonly id: string;
  readonly category: Category;
  /** What it computes, in one sentence. */
  readonly summary: string;
  readonly arguments: Arguments;
  readonly result: {
    /** "table" spills and takes single cells, except in whole-range arguments; the others are computed cell by cell over ranges and return their shape. */
    readonly kind: "number" | "value" | "table";
    /** Unit of the result, or what the columns are. */
    readonly unit: string;
  };
  /** The formula in the field's notation, for the help page. */
  readonly formula: string;
  /** Where the formula comes from. */
  readonly source: string;
  /** Refusals beyond the arguments' own checks. */
  readonly errors?: readonly string[];
  /** @throws InputError, NotAvailableError */
  readonly compute: (values: Values<Arguments>) => Scalar | ResultTable;
  /** The same calculation as a plain Excel formula, without "=", restricted to functions that LibreOffice 7.4 has. */
  readonly twin?: (values: TwinArguments<Arguments>) => string;
  readonly examples: readonly Example[];
}

/** Checks a record's types while keeping its argument names for `compute` and `twin`. */
export function defineFunction<const Arguments extends readonly Argument[]>(definition: FunctionDefinition<Arguments>): FunctionDefinition {
  return definition;
}
