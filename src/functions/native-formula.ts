import type { Token } from "@borgar/fx/xlsx";
import { checkedFunction, type CheckedFunction, type Outcome } from "./call";
import { CellError } from "./cell-error";
import type { FunctionDefinition } from "./definition";
import type { Evaluated, Raw, Surroundings } from "./evaluate";
import { NAMESPACE } from "./formula-text";
import { literal, mayBeRange, nativeArgument, NotNative, putsFigureIn, type GivenArgument } from "./native-argument";
import { evaluateIn, readStored, storedFunctionId, storedTokens, type StoredFormula } from "./stored-formula";
import { twinFormula } from "./twin";

// A whole formula of a file without our functions: each call gives way to its native twin, or the formula must be frozen.

export interface NativeContext {
  /** what a reference's cells hold, or undefined where they could not be read */
  readonly cells: (reference: string) => Raw;
  /** an array formula, whose ranges are taken cell by cell */
  readonly isArray?: boolean;
  /** what the file shows as the result; undefined where that says nothing */
  readonly shown?: Raw;
  /** Where there is no native formula, the call's value takes its place. */
  readonly constants?: boolean;
}

/** The formula without "=", and whether figures stand in it where machines were named; or why there is none: the end of a sentence. */
export type NativeFormula =
  | { readonly formula: string; readonly figures: boolean }
  /** isError: because a function shows an error */
  | { readonly why: string; readonly isError: boolean };

/** The longest formula that Excel keeps. */
const LONGEST_FORMULA = 8192;
/** In a twin these make one value of a range. */
const JOINS_RANGES = /\b(?:MIN|MAX|SUM|SUMPRODUCT|CHOOSE|AND|OR)\(/;
/** Twins name an argument several times, and these would differ each time. */
const RANDOM: ReadonlySet<string> = new Set(["RAND", "RANDBETWEEN", "RANDARRAY"]);
const CLOSE_ENOUGH = 1e-9;
const MENTION = new RegExp(`\\b${NAMESPACE}\\.|_xldudf_${NAMESPACE}_`, "i");

interface KnownFunction {
  readonly definition: FunctionDefinition;
  readonly call: CheckedFunction;
}

/** Formulas of files, read and rewritten with the given functions. Formulas come and go without "=". */
export class NativeFormulas {
  /** Matches any text that calls one of our functions, and little else. */
  readonly mention = MENTION;
  private readonly byId: ReadonlyMap<string, KnownFunction>;

  /** @param ownNames names of the workbook's own, in lower case: one that looks like a function of ours, and is none, is its own */
  constructor(private readonly definitions: readonly FunctionDefinition[], private readonly ownNames: ReadonlySet<string> = new Set()) {
    this.byId = new Map(definitions.map((definition) => [definition.id, { definition, call: checkedFunction(definition) }]));
  }

  /** The ids of our functions in a formula, each once; those that are handed on as a value too. */
  functionsIn(formula: string): string[] {
    const ids = storedTokens(formula).flatMap(({ type, value }) => {
      const id = this.idOf(type, value);
      return id === undefined ? [] : [id];
    });
    return [...new Set(ids)];
  }

  /** The same, for a workbook with names of its own. */
  withOwnNames(names: ReadonlySet<string>): NativeFormulas {
    return new NativeFormulas(this.definitions, names);
  }

  /** The id of the function of ours that a token calls or hands on. */
  private idOf(type: string, value: string): string | undefined {
    const id = type === "func" || type === "range_named" ? storedFunctionId(value) : undefined;
    return id === undefined || this.byId.has(id) || (type === "func" && !this.ownNames.has(value.toLowerCase())) ? id : undefined;
  }

  /** What a formula gives, as far as our functions, references and plain arithmetic go. */
  value(formula: string, cells: NativeContext["cells"]): Evaluated {
    const surroundings = this.surroundings(cells);
    const read = readStored(formula, surroundings);
    return read ? evaluateIn(read.root, new Map(), surroundings) : { known: false, why: "not readable" };
  }

  native(formula: string, context: NativeContext): NativeFormula {
    const surroundings = this.surroundings(context.cells);
    const read = readStored(formula, surroundings);
    if (!read) return { why: "the formula could not be read", isError: false };
    try {
      const writer = new Writer(read, this.byId, (type, value) => this.idOf(type, value), surroundings, context);
      const text = writer.text(1, read.tokens.length);
      return { formula: text, figures: writer.figures };
    } catch (error) {
      if (error instanceof NotNative) return { why: error.message, isError: error.isError };
      throw error;
    }
  }

  private surroundings(cells: NativeContext["cells"]): Surroundings {
    return {
      cells,
      call: (id, args) => this.byId.get(id)?.call(args),
    };
  }
}

class Writer {
  figures = false;

  constructor(
    private readonly formula: StoredFormula,
    private readonly byId: ReadonlyMap<string, KnownFunction>,
    private readonly idOf: (type: string, value: string) => string | undefined,
    private readonly surroundings: Surroundings,
    private readonly context: NativeContext,
  ) {}

  /** The tokens from one to before another, as native text. */
  text(from: number, to: number): string {
    let text = "";
    for (let i = from; i < to; ) {
      const { type, value } = this.formula.tokens[i]!;
      const id = this.idOf(type, value);
      if (id === undefined) {
        text += value;
        i += 1;
        continue;
      }
      if (type === "range_named") throw new NotNative(`${id} is handed on as a function`);
      if (this.formula.tokens[i - 1]!.value === "!") throw new NotNative(`${id} is called through another file`);
      const { args, end } = this.argumentsAt(i);
      const call = this.call(id, i, args, end);
      text += i === 1 && end === this.formula.tokens.length ? call : `(${call})`;
      if (text.length > LONGEST_FORMULA) throw new NotNative("the plain formula is longer than Excel keeps");
      i = end;
    }
    return text;
  }

  /** The spans of tokens between a call's brackets, and the place after them. */
  private argumentsAt(callee: number): { args: (readonly [number, number])[]; end: number } {
    const { tokens } = this.formula;
    const args: (readonly [number, number])[] = [];
    let depth = 0;
    let from = callee + 2;
    for (let i = callee + 1; i < tokens.length; i++) {
      const { type, value } = tokens[i]!;
      if (type !== "operator") continue;
      if (value === "(" || value === "{") depth++;
      if ((value === "," || value === ")") && depth === 1) {
        args.push([from, i]);
        from = i + 1;
      }
      if (value === ")" || value === "}") depth--;
      if (depth === 0) return { args, end: i + 1 };
    }
    throw new NotNative("the formula could not be read");
  }

  private call(id: string, at: number, spans: readonly (readonly [number, number])[], end: number): string {
    const known = this.byId.get(id);
    if (!known) throw new NotNative(`there is no function ${id}`, true);
    const { definition, call } = known;
    const found = this.formula.calls.get(this.formula.starts[at]!);
    if (!found || found.node.arguments.length > definition.arguments.length) throw new NotNative("the formula could not be read");
    const given = definition.arguments.map((argument, i): GivenArgument => {
      const node = found.node.arguments[i] ?? null;
      return { argument, node, text: node ? this.text(...spans[i]!).trim() : "", value: evaluateIn(node, found.scope, this.surroundings) };
    });
    const live = given.every(({ value }) => value.known) ? call(given.map(({ value }) => (value.known ? value.value : null))) : undefined;
    if (live !== undefined && hasError(live)) throw new NotNative(`${id} shows an error, which a plain formula would not`, true);
    const isWhole = at === 1 && end === this.formula.tokens.length;
    if (isWhole && live !== undefined && this.context.shown !== undefined && !agrees(live, this.context.shown)) throw new NotNative(`${id} gives another value now than the file shows`);
    try {
      return this.twin(definition, given, this.formula.tokens.slice(at, end));
    } catch (error) {
      if (!(error instanceof NotNative) || !this.context.constants || live === undefined || typeof live === "object") throw error;
      return literal(live);
    }
  }

  private twin(definition: FunctionDefinition, given: readonly GivenArgument[], tokens: readonly Token[]): string {
    const { id } = definition;
    if (!definition.twin) throw new NotNative(`${id} has no plain formula`);
    if (tokens.some(({ type, value }) => type === "func" && RANDOM.has(value.toUpperCase().replace("_XLFN.", "")))) throw new NotNative(`${id} computes with a random number`);
    const texts = given.map((each) => {
      const text = nativeArgument(each);
      if (putsFigureIn(each, text)) this.figures = true;
      return text;
    });
    const twin = twinFormula(definition, texts)!;
    const ranges = given.filter((each) => each.argument.kind !== "numbers" && mayBeRange(each));
    if (ranges.some(({ value }) => value.known) && !this.context.isArray) throw new NotNative(`${id} takes a range cell by cell, which only array formulas do by themselves`);
    if (ranges.length > 0 && this.context.isArray && JOINS_RANGES.test(twin)) throw new NotNative(`${id} takes a range cell by cell, and its plain formula would make one value of it`);
    return twin;
  }
}

function hasError(outcome: Outcome | Outcome[][]): boolean {
  return Array.isArray(outcome) ? outcome.flat().some((each) => each instanceof CellError) : outcome instanceof CellError;
}

function agrees(live: Outcome | Outcome[][], shown: Raw): boolean {
  const value = Array.isArray(live) ? live[0]![0]! : live;
  if (typeof value === "number" && typeof shown === "number") return Math.abs(value - shown) <= CLOSE_ENOUGH * Math.max(Math.abs(value), Math.abs(shown));
  return value === shown;
}
