import { asicModels } from "../../catalog/catalog";
import type { Argument, Example, FunctionDefinition, Scalar } from "../../functions/definition";
import { evaluate, type Raw } from "../../functions/evaluate";
import { isAddress, parsed } from "../../functions/formula-text";
import { isOptional } from "../../functions/metadata";
import { parseNumber } from "../typed-number";

// What a person types into the argument form, and the formula that it makes.

/** What one field holds. An open entry has a value only in the workbook. */
export type Entry =
  | { readonly kind: "blank" }
  | { readonly kind: "literal"; readonly formula: string; readonly value: Raw; readonly note?: string }
  | { readonly kind: "open"; readonly formula: string }
  | { readonly kind: "wrong"; readonly message: string };

/** Texts as typed, by argument name. */
export type Texts = Readonly<Record<string, string>>;

/** What the whole form means. */
export interface CallReading {
  readonly formula: string;
  readonly entries: readonly Entry[];
  /** Names of the arguments that the call cannot do without. */
  readonly missing: readonly string[];
  /** Every argument's value when none is open or wrong. */
  readonly values: readonly Raw[] | undefined;
}

export function readCall(definition: FunctionDefinition, texts: Texts): CallReading {
  const { arguments: args } = definition;
  const entries = args.map((argument) => readEntry(argument, texts[argument.name] ?? ""));
  const missing = args.filter((argument, i) => entries[i]!.kind === "blank" && !isOptional(argument) && !isUnneeded(argument, args, entries)).map(({ name }) => name);
  const formulas = entries.map((entry) => ("formula" in entry ? entry.formula : ""));
  while (formulas.at(-1) === "") formulas.pop();
  const closed = entries.every(({ kind }) => kind === "literal" || kind === "blank");
  return {
    formula: `=MINE.${definition.id}(${formulas.join(", ")})`,
    entries,
    missing,
    values: closed ? entries.map((entry) => (entry.kind === "literal" ? entry.value : null)) : undefined,
  };
}

/** Whether another argument, a choice, makes this one unneeded as the form stands. */
function isUnneeded(argument: Argument, args: readonly Argument[], entries: readonly Entry[]): boolean {
  const { neededUnless } = argument.kind === "number" ? argument : {};
  if (!neededUnless) return false;
  const position = args.findIndex(({ name }) => name === neededUnless.argument);
  const entry = entries[position];
  return entry?.kind === "literal" && String(entry.value).toLowerCase() === neededUnless.is.toLowerCase();
}

/** A number, a text, an address of cells, or "=" and anything that stands in a formula. */
export function readEntry(argument: Argument, typed: string): Entry {
  const text = typed.trim();
  if (text === "") return { kind: "blank" };
  if (/^[={]|^".*"$/.test(text)) return readExpression(text.replace(/^=/, ""));
  const named = namesMachine(argument, text);
  if (!named && !isChoice(argument, text) && isAddress(text)) return { kind: "open", formula: text };
  const parts = argument.kind === "list" || argument.kind === "numbers" ? listParts(argument, text) : [text];
  const values = parts.map((part) => literalValue(argument, part));
  if (values.length > 1) return { kind: "literal", formula: `{${values.map(formulaText).join(";")}}`, value: values.map((value) => [value]) };
  return {
    kind: "literal", formula: formulaText(values[0]!), value: values[0],
    ...(named && isAddress(text) && { note: `Read as the machine; write =${text} for the cell.` }),
  };
}

function readExpression(expression: string): Entry {
  const node = expression.trim() === "" ? undefined : parsed(`=${expression}`);
  if (!node) return { kind: "wrong", message: "This cannot be read; write it as in a cell, such as =B2/1000." };
  const evaluated = evaluate(node, { cells: () => undefined, call: () => undefined });
  return evaluated.known ? { kind: "literal", formula: expression.trim(), value: evaluated.value } : { kind: "open", formula: expression.trim() };
}

/** Addresses such as S21 and M50 are names of machines too. */
function namesMachine(argument: Argument, text: string): boolean {
  const takesMachine = argument.kind === "model" || ("hardware" in argument && argument.hardware !== undefined);
  const wanted = text.toLowerCase();
  return takesMachine && asicModels().some(({ model }) => model.toLowerCase() === wanted || model.toLowerCase().split(" ").slice(1).join(" ") === wanted);
}

function isChoice(argument: Argument, text: string): boolean {
  return argument.kind === "choice" && Object.keys(argument.choices).some((word) => word.toLowerCase() === text.toLowerCase());
}

/** A list is typed with semicolons, or with commas where no part needs one. */
function listParts(argument: Argument, text: string): string[] {
  const parts = text.split(text.includes(";") || argument.kind === "list" ? /[;,]/ : /[\s,]+/).map((part) => part.trim());
  return parts.filter((part) => part !== "");
}

function literalValue(argument: Argument, text: string): Scalar {
  if (argument.kind === "model" || argument.kind === "choice" || argument.kind === "text") return text;
  if (argument.kind === "flag" && /^(true|false)$/i.test(text)) return text.toLowerCase() === "true";
  const percent = text.endsWith("%");
  const number = parseNumber(percent ? text.slice(0, -1) : text, percent ? "percent" : "number");
  return Number.isNaN(number) ? text : number;
}

function formulaText(value: Scalar): string {
  if (typeof value === "string") return `"${value.replaceAll('"', '""')}"`;
  return typeof value === "number" ? String(value).toUpperCase() : value ? "TRUE" : "FALSE";
}

/** The texts that stand for a worked example. */
export function exampleTexts(definition: FunctionDefinition, example: Example): Texts {
  return Object.fromEntries(definition.arguments.map((argument, i) => {
    const arg = example.args[i] ?? null;
    if (arg === null) return [argument.name, ""];
    if (typeof arg === "object") return [argument.name, `{${arg.map((row) => row.map(formulaText).join(",")).join(";")}}`];
    return [argument.name, typeof arg === "string" ? textEntry(argument, arg) : formulaText(arg)];
  }));
}

/** The texts that stand for an existing call. */
export function callTexts(definition: FunctionDefinition, argumentTexts: readonly string[]): Texts {
  return Object.fromEntries(definition.arguments.map((argument, i) => {
    const text = argumentTexts[i] ?? "";
    const quoted = /^"((?:[^"]|"")*)"$/.exec(text)?.[1]?.replaceAll('""', '"');
    if (quoted !== undefined) return [argument.name, textEntry(argument, quoted)];
    const plain = text === "" || isAddress(text) || /^[-\d.E+]+$/i.test(text) || /^(true|false)$/i.test(text);
    return [argument.name, plain && !namesMachine(argument, text) ? text : `=${text}`];
  }));
}

/** A text without quotes where the form reads it as the same text, else with them. */
function textEntry(argument: Argument, text: string): string {
  const entry = readEntry(argument, text);
  return entry.kind === "literal" && entry.value === text ? text : formulaText(text);
}
