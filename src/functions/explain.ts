import { checkedFunction, type Outcome } from "./call";
import { CellError, errorInArgument } from "./cell-error";
import { isWhole, type Argument, type FunctionDefinition } from "./definition";
import { evaluate, type Evaluated, type Raw } from "./evaluate";
import { mineCalls, referencesIn, type MineCall } from "./formula-text";
import { argumentUnit } from "./help";
import { OwnMachines } from "./own-machines";
import { argumentReader, type ArgumentValue } from "./read-argument";
import { twinFormula } from "./twin";
import type { AstExpression } from "@borgar/fx";

// What a formula's calls mean, with the numbers of the moment: for the pane's "Explain".

export interface ExplainedArgument {
  readonly name: string;
  readonly unit: string;
  readonly description: string;
  /** As it stands in the call; "" where it is left out. */
  readonly text: string;
  /** What the cells hold; an error as a CellError. */
  readonly given: Evaluated;
  /** What the function computes with: defaults filled in, model names looked up. Undefined where it is unknown, refused or a range taken cell by cell. */
  readonly used: Shown | undefined;
  /** The function does not read it in this call. */
  readonly ignored: boolean;
}

export interface ExplainedCall {
  readonly definition: FunctionDefinition;
  readonly text: string;
  /** How many of our calls it stands inside of. */
  readonly depth: number;
  readonly isWhole: boolean;
  readonly arguments: readonly ExplainedArgument[];
  /** The calculation as a plain formula with the numbers in it, or the call with its values where there is no plain formula. */
  readonly withNumbers: string;
  /** What comes out, or why that is not known. */
  readonly result: { readonly known: true; readonly value: Outcome | Outcome[][] } | { readonly known: false; readonly why: string };
}

/** Why a formula cannot be explained: it cannot be read, or it holds none of our calls. */
export type NotExplained = "unreadable" | "no call";

/** The references that must be read before the formula can be explained, as they stand in it. */
export function referencesToRead(formula: string): string[] {
  const nodes = (mineCalls(formula) ?? []).flatMap((call) => call.argumentNodes).filter((node) => node !== null);
  return [...new Set(nodes.flatMap((node) => referencesIn(node).map(({ value }) => value)))];
}

/**
 * Every call of ours in a formula, explained.
 * @param cells what a reference's cells hold, or undefined where they could not be read
 */
export function explainFormula(formula: string, definitions: readonly FunctionDefinition[], cells: (reference: string) => Raw): ExplainedCall[] | NotExplained {
  const calls = mineCalls(formula);
  if (!calls) return "unreadable";
  const byId = new Map(definitions.map((definition) => [definition.id, definition]));
  const surroundings = {
    cells,
    call: (id: string, args: readonly Raw[]): Raw => {
      const definition = byId.get(id);
      return definition && checkedFunction(definition)(args);
    },
  };
  const valueOf = (node: AstExpression | null): Evaluated => evaluate(node, surroundings);
  const explained = calls.flatMap((call) => {
    const definition = byId.get(call.id);
    return definition ? [explainCall(call, definition, valueOf)] : [];
  });
  return explained.length > 0 ? explained : "no call";
}

function explainCall(call: MineCall, definition: FunctionDefinition, valueOf: (node: AstExpression | null) => Evaluated): ExplainedCall {
  const given = definition.arguments.map((_, i) => valueOf(call.argumentNodes[i] ?? null));
  const words = Object.fromEntries(definition.arguments.map((argument, i) => [argument.name, argument.kind === "choice" ? readingOf(argument, given[i]!) : undefined]));
  const args = definition.arguments.map((argument, i): ExplainedArgument => {
    const ignored = argument.kind === "number" && argument.neededUnless !== undefined && words[argument.neededUnless.argument] === argument.neededUnless.is;
    return {
      name: argument.name,
      unit: argumentUnit(argument),
      description: argument.help,
      text: call.argumentTexts[i] ?? "",
      given: asError(given[i]!),
      used: ignored ? undefined : readingOf(argument, given[i]!),
      ignored,
    };
  });
  const open = given.find((each) => !each.known);
  return {
    definition,
    text: call.text,
    depth: call.depth,
    isWhole: call.isWhole,
    arguments: args,
    withNumbers: withNumbers(definition, args),
    result: open ?? { known: true, value: checkedFunction(definition)(given.map((each) => (each.known ? each.value : null))) },
  };
}

/** Own machines are told by their names. */
type Shown = Exclude<ArgumentValue, OwnMachines>;

/** The checked value, or undefined where there is none. */
function readingOf(argument: Argument, given: Evaluated): Shown | undefined {
  if (!given.known || (Array.isArray(given.value) && !isWhole(argument))) return undefined;
  try {
    const value = argumentReader(argument)(given.value);
    return value instanceof OwnMachines ? value.names : value;
  } catch {
    return undefined;
  }
}

/** Lists longer than this stay a reference in the formula with numbers. */
const LONGEST_LIST = 6;

function withNumbers(definition: FunctionDefinition, args: readonly ExplainedArgument[]): string {
  const texts = args.map(({ used, text, ignored }, i) => (ignored ? "" : (definition.arguments[i]!.kind === "machines" ? undefined : formulaLiteral(used)) ?? text));
  const plain = twinFormula(definition, texts);
  if (plain !== undefined && !plain.includes("NA()")) return `=${plain}`;
  const given = args.map(({ text }, i) => (text === "" ? "" : texts[i]!));
  while (given.at(-1) === "") given.pop();
  return `=MINE.${definition.id}(${given.join(", ")})`;
}

function formulaLiteral(value: Shown | null | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (value === null) return '""';
  if (typeof value === "object") return value.length <= LONGEST_LIST ? `{${value.map(formulaLiteral).join(";")}}` : undefined;
  if (typeof value === "string") return `"${value.replaceAll('"', '""')}"`;
  return typeof value === "number" ? String(Number(value.toPrecision(12))) : String(value).toUpperCase();
}

function asError(given: Evaluated): Evaluated {
  if (!given.known || typeof given.value !== "object" || given.value === null || Array.isArray(given.value)) return given;
  const error = given.value instanceof CellError ? given.value : errorInArgument(given.value);
  return error ? { known: true, value: error } : given;
}
