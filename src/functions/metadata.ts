import { asicModels, fullName } from "../catalog/catalog";
import definitions from "./all.registry";
import { isWhole, type Argument, type FunctionDefinition } from "./definition";
import { describeAllowed } from "./read-argument";

// functions.json as Excel reads it. The committed src/functions/functions.json is a snapshot of this: the public interface.

export interface MetadataOptions {
  /** Address of the folder that holds a help page per function, with a final "/". */
  readonly helpBaseUrl: string;
  /** Marks the functions as callable synchronously. A preview feature of Excel: not for the shipped file. */
  readonly supportSync?: boolean;
}

const MODEL_ENUM = "ASIC_MODELS";

/** @returns the content of functions.json; see Microsoft's schema of custom-function metadata */
export function functionsJson(options: MetadataOptions): object {
  return {
    allowCustomDataForDataTypeAny: true,
    // Errors in arguments reach the functions, which put each in its own cell of the result.
    allowErrorForDataTypeAny: true,
    functions: definitions.map((definition) => ({
      id: definition.id,
      name: definition.id,
      description: `${definition.summary} Result: ${definition.result.unit || "a bare number"}.`,
      helpUrl: `${options.helpBaseUrl}${definition.id}.html`,
      parameters: definition.arguments.map((argument) => parameter(definition, argument)),
      // "any" and "matrix" so that a range can come back in the shape of the range that went in.
      result: { type: "any", dimensionality: "matrix" },
      ...(options.supportSync && { options: { supportSync: true } }),
    })),
    enums: [
      ...definitions.flatMap((definition) =>
        definition.arguments.flatMap((argument) =>
          argument.kind === "choice"
            ? [{ id: enumId(definition, argument), type: "string", values: Object.entries(argument.choices).map(([word, tooltip]) => ({ name: word, stringValue: word, tooltip })) }]
            : [],
        ),
      ),
      {
        id: MODEL_ENUM,
        type: "string",
        values: asicModels().map((model) => ({
          name: fullName(model),
          stringValue: fullName(model),
          tooltip: `${model.efficiencyJth} J/TH, ${model.hashrateThs} TH/s, ${model.powerW} W, ${model.cooling}${model.released && `, ${model.released}`}`,
        })),
      },
    ],
  };
}

function parameter(definition: FunctionDefinition, argument: Argument): object {
  const enumOf = argument.kind === "choice" ? enumId(definition, argument) : argument.kind === "model" ? MODEL_ENUM : undefined;
  return {
    name: argument.name,
    description: describeArgument(argument),
    type: "any",
    dimensionality: definition.result.kind === "table" && !isWhole(argument) ? "scalar" : "matrix",
    ...(canBeLeftOff(definition, argument) && { optional: true }),
    ...(enumOf && { customEnumId: enumOf }),
  };
}

/**
 * Whether Excel has to accept a call that ends before the argument: it and all behind it are optional, or unneeded
 * under one choice, as power_price where BREAKEVEN solves for it. What such a call then lacks, the argument reader says.
 */
export function canBeLeftOff({ arguments: args }: FunctionDefinition, argument: Argument): boolean {
  const unneeded = (each: Argument): string | undefined => (each.kind === "number" ? each.neededUnless?.is : undefined);
  return args.slice(args.indexOf(argument)).every((each) => isOptional(each) || (unneeded(each) !== undefined && unneeded(each) === unneeded(argument)));
}

/** Whether the argument has a value of its own when it is left out. */
export function isOptional(argument: Argument): boolean {
  if (argument.kind === "machines") return true;
  if (argument.kind === "numbers" || argument.kind === "list") return argument.optional === true;
  return "default" in argument && argument.default !== undefined;
}

/** The argument in one line: what it is, unit, allowed values and default. */
export function describeArgument(argument: Argument): string {
  const parts: string[] = [argument.help];
  if (argument.kind === "number" || argument.kind === "numbers") {
    const unit = argument.unit && argument.unit !== "fraction" ? `In ${argument.unit}, ` : argument.unit === "fraction" ? "A fraction, " : "";
    const allowed = unit ? describeAllowed({ ...argument, unit: "" }) : capitalized(describeAllowed(argument));
    parts.push(`${unit}${allowed}${argument.hardware ? "; or a model name" : ""}.`);
    if (argument.kind === "number" && argument.neededUnless) parts.push(`Not needed when ${argument.neededUnless.argument} is "${argument.neededUnless.is}".`);
  }
  if (argument.kind === "choice") parts.push(`One of ${Object.keys(argument.choices).map((word) => `"${word}"`).join(", ")}.`);
  if ("default" in argument && argument.default !== undefined && argument.default !== "") {
    const value = typeof argument.default === "boolean" ? String(argument.default).toUpperCase() : typeof argument.default === "string" ? `"${argument.default}"` : argument.default;
    parts.push(argument.default === 0 ? "Blank means 0." : `Blank or 0 means ${value}.`);
  }
  return parts.join(" ");
}

function enumId(definition: FunctionDefinition, argument: Argument): string {
  return `${definition.id}_${argument.name.toUpperCase()}`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
