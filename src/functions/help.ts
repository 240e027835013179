import { canBeLeftOff, describeArgument } from "./metadata";
import { checkedFunction } from "./call";
import { CellError } from "./cell-error";
import type { Argument, Example, FunctionDefinition, Scalar, Table } from "./definition";
import { twinFormula } from "./twin";

// What a person reads about a function, made from its record: the pages in docs/functions, the published help and the pane share it.

export interface HelpPage {
  readonly id: string;
  readonly category: string;
  readonly summary: string;
  /** `=MINE.HASHCOST(efficiency, power_price, [pue], …)` */
  readonly syntax: string;
  readonly arguments: readonly { readonly name: string; readonly unit: string; readonly optional: boolean; readonly description: string }[];
  readonly result: string;
  readonly formula: string;
  readonly source: string;
  readonly errors: readonly string[];
  /** The plain Excel formula over cells named like the arguments, where one exists. */
  readonly nativeFormula: string | undefined;
  readonly examples: readonly { readonly formula: string; readonly result: Scalar | Table; readonly source: string }[];
}

/** Everything a person needs to know about a function. */
export function helpPage(definition: FunctionDefinition): HelpPage {
  const args = definition.arguments;
  const twin = twinFormula(definition, args.map((argument) => argument.name));
  return {
    id: definition.id,
    category: definition.category,
    summary: definition.summary,
    syntax: `=MINE.${definition.id}(${args.map((argument) => (canBeLeftOff(definition, argument) ? `[${argument.name}]` : argument.name)).join(", ")})`,
    arguments: args.map((argument) => ({ name: argument.name, unit: argumentUnit(argument), optional: canBeLeftOff(definition, argument), description: describeArgument(argument) })),
    result: definition.result.unit || "a bare number",
    formula: definition.formula,
    source: definition.source,
    errors: [...generalErrors(args), ...(definition.errors ?? [])],
    nativeFormula: twin && `=${twin}`,
    examples: definition.examples.map((example) => ({ formula: exampleFormula(definition, example), result: exampleResult(definition, example), source: example.source })),
  };
}

/** The call of an example as a person types it. */
export function exampleFormula(definition: FunctionDefinition, example: Example): string {
  const texts = example.args.map((arg) => (arg === null ? "" : literal(arg)));
  while (texts.at(-1) === "") texts.pop();
  return `=MINE.${definition.id}(${texts.join(", ")})`;
}

function literal(value: Scalar | Table): string {
  if (typeof value === "object") return `{${value.map((row) => row.map(literal).join(",")).join(";")}}`;
  if (typeof value === "string") return `"${value.replaceAll('"', '""')}"`;
  return String(value).toUpperCase();
}

/** What the function itself gives, so that a page cannot promise anything else. */
function exampleResult(definition: FunctionDefinition, example: Example): Scalar | Table {
  const result = checkedFunction(definition)(example.args);
  const cell = (value: Scalar | CellError): Scalar => (value instanceof CellError ? `${value.code} ${value.message}` : value);
  return Array.isArray(result) ? result.map((row) => row.map(cell)) : cell(result);
}

/** The unit, or what takes its place. */
export function argumentUnit(argument: Argument): string {
  switch (argument.kind) {
    case "number":
    case "numbers":
      return argument.unit || "number";
    case "choice":
      return "choice";
    case "flag":
      return "TRUE or FALSE";
    case "model":
      return "machine";
    case "date":
      return "date";
    case "list":
    case "machines":
      return "range";
    case "text":
      return "text";
  }
}

function generalErrors(args: readonly Argument[]): readonly string[] {
  const namesModel = args.some((argument) => argument.kind === "model" || ("hardware" in argument && argument.hardware !== undefined));
  return [
    "#VALUE! with a sentence where an argument is missing, of the wrong kind or outside its range",
    ...(namesModel ? ["#N/A with the nearest names where a machine is not in the catalog or its name fits several"] : []),
    "An error in an argument comes out as the same error",
  ];
}
