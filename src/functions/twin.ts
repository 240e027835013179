import type { Argument, ChoiceArgument, FunctionDefinition, TwinArguments } from "./definition";

// The native twin of a function: the same calculation in Excel's own formula language, for people without the add-in.

/**
 * The plain formula of one call.
 * @param definition a function with a twin
 * @param args the arguments as they stand in the call: literals, references or expressions, "" or missing where left out
 * @returns formula text without "=", or undefined where the function has no twin
 */
export function twinFormula(definition: FunctionDefinition, args: readonly string[]): string | undefined {
  return definition.twin?.(twinArguments(definition, (argument, i) => {
    const text = args[i]?.trim() ?? "";
    return text === "" ? defaultText(argument) : orDefault(argument, operand(text));
  }));
}

/**
 * The same calculation as a LAMBDA with the function's own argument order, for a name in the workbook.
 * @returns formula text without "=", or undefined where the function has no twin
 */
export function twinLambda(definition: FunctionDefinition): string | undefined {
  const body = definition.twin?.(twinArguments(definition, (argument) => {
    const name = parameterName(argument);
    return neutralValue(argument) === undefined ? name : `IF(ISOMITTED(${name}),${defaultText(argument)},${orDefault(argument, name)})`;
  }));
  const names = definition.arguments.map((argument) => (neutralValue(argument) !== undefined ? `[${parameterName(argument)}]` : parameterName(argument)));
  return body && `LAMBDA(${[...names, body].join(",")})`;
}

function twinArguments(definition: FunctionDefinition, textOf: (argument: Argument, position: number) => string): TwinArguments<readonly Argument[]> {
  const texts: Record<string, string> = {};
  definition.arguments.forEach((argument, i) => (texts[argument.name] = textOf(argument, i)));
  const choose = (name: string, cases: Readonly<Record<string, string>>): string => {
    const argument = definition.arguments.find((other) => other.name === name) as ChoiceArgument;
    const text = texts[name]!;
    const literal = /^"(.*)"$/.exec(text)?.[1];
    const words = Object.keys(argument.choices);
    if (literal !== undefined) {
      const word = words.find((each) => each.toLowerCase() === literal.toLowerCase());
      return operand(cases[word ?? ""] ?? "NA()");
    }
    // Excel's "=" compares texts without regard to case. A blank cell equals both 0 and "": it stands for the default.
    const is = (word: string): string => (word === argument.default ? `(${text}="${word}")+(${text}=0)+(${text}="")` : `${text}="${word}"`);
    return words.reduceRight((otherwise, word) => `IF(${is(word)},${cases[word]},${otherwise})`, "NA()");
  };
  return Object.assign(texts, { choose });
}

function neutralValue(argument: Argument): string | number | boolean | undefined {
  return "default" in argument ? argument.default : "twinDefault" in argument ? argument.twinDefault : undefined;
}

function defaultText(argument: Argument): string {
  const value = neutralValue(argument);
  if (value === undefined) return "NA()";
  return typeof value === "string" ? `"${value}"` : typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}

/** A number whose default is not 0 takes the default at 0 too, which is what a blank cell is to a formula: the twin must not turn a blank PUE into a cost of 0. */
function orDefault(argument: Argument, text: string): string {
  if (argument.kind !== "number" || !argument.default) return text;
  if (text.trim() !== "" && Number.isFinite(Number(text))) return Number(text) === 0 ? defaultText(argument) : text;
  return `IF(${text}=0,${defaultText(argument)},${text})`;
}

/** Excel refuses parameters that look like a cell, such as "h1", or like a row or column, "r" and "c". */
function parameterName({ name }: Argument): string {
  return /^([a-z]{1,3}\d+|r|c)$/i.test(name) ? `${name}_` : name;
}

/** Brackets around anything that is more than one number, text, reference or call. */
function operand(text: string): string {
  return /^(?:[\d.]+(?:e[+-]?\d+)?|"[^"]*"|(?:'[^']+'!|[\w.]+!)?\$?[a-z]{1,3}\$?\d+(?::\$?[a-z]{1,3}\$?\d+)?|[a-z_][\w.]*)$/i.test(text) ? text : `(${text})`;
}
