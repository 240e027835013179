import { checkedFunction } from "../../functions/call";
import { CellError } from "../../functions/cell-error";
import type { Argument, Example, FunctionDefinition, Scalar, Table } from "../../functions/definition";
import { argumentUnit } from "../../functions/help";
import { describeArgument } from "../../functions/metadata";
import type { ExampleArgument, ExampleGroup, ExampleValue, WorkedExample } from "../../model-sheets";
import { byCategory } from "./search";

/** Rounding that any spreadsheet may add. */
const LEAST_TOLERANCE = 1e-9;

/** Every function once, by category, as plain data for the example sheets. */
export function exampleGroups(definitions: readonly FunctionDefinition[]): ExampleGroup[] {
  return byCategory(definitions).map((group) => ({ title: group.category, examples: group.definitions.map(workedExample) }));
}

function workedExample(definition: FunctionDefinition): WorkedExample {
  const example = definition.examples.find(takesSingleCells(definition)) ?? computedExample(definition);
  return {
    name: `MINE.${definition.id}`,
    summary: definition.summary,
    arguments: definition.arguments.map((argument, i) => exampleArgument(argument, example.args[i] ?? null)),
    resultUnit: definition.result.unit || "a bare number",
    expected: example.result,
    tolerance: Math.max(example.tolerance ?? 0, LEAST_TOLERANCE),
    source: example.source,
  };
}

/** A range where a single cell is meant gives a result of its shape, which needs more room than one line. */
function takesSingleCells({ arguments: args }: FunctionDefinition): (example: Example) => boolean {
  return (example) => example.args.every((arg, i) => arg === null || typeof arg !== "object" || isWhole(args[i]));
}

/** Where a record has no example: the call without arguments, and what the function itself gives. */
function computedExample(definition: FunctionDefinition): Example {
  const result = checkedFunction(definition)([]);
  const plain = (value: Scalar | CellError): Scalar => (value instanceof CellError ? value.code : value);
  return { args: [], result: Array.isArray(result) ? result.map((row) => row.map(plain)) : plain(result), source: "the function's own result" };
}

function exampleArgument(argument: Argument, arg: Scalar | Table | null): ExampleArgument {
  const fallback = "default" in argument && argument.default !== undefined && argument.default !== "" ? argument.default : null;
  const given = arg ?? fallback;
  const values: readonly ExampleValue[] = given === null ? [] : typeof given === "object" ? given.flat() : [given];
  return { name: argument.name, unit: argumentUnit(argument), note: describeArgument(argument), values };
}

function isWhole(argument: Argument | undefined): boolean {
  return argument?.kind === "numbers" || argument?.kind === "list";
}
