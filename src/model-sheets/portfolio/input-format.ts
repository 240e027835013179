import type { Schema } from "../../planning/portfolio/schema";
import { ruleOf } from "../../planning/portfolio/schema";
import { isDay } from "../../planning/portfolio/tables-fields";
import { FORMATS } from "../looks";
import type { Validation, ValidationRule } from "../workbook";

// How the values of a field look in cells, and what its cells refuse: both from the schema.

const FORMAT_BY_UNIT: readonly (readonly [RegExp, string])[] = [
  [/^share/, FORMATS.percent], [/^\$\/kWh$/, FORMATS.usdKwh], [/^\$\/(TH|PH\/day|kW-month|kW-year)$/, FORMATS.decimals], [/^\$/, FORMATS.usd],
  [/^(MW|TH\/s|PH\/s|J\/TH|h|days)$/, FORMATS.decimals], [/^ratio$/, FORMATS.ratio], [/^BTC/, FORMATS.btc], [/^1\/year$/, FORMATS.percent],
];
const LARGEST_PLAIN = 1e12;
/** Excel's limit of the choices of a list together. */
const LONGEST_LIST = 255;
/** What Excel takes in a validation's messages. */
const [LONGEST_ERROR, LONGEST_PROMPT, LONGEST_TITLE] = [225, 255, 32];

/** The number format of a field; undefined for text. */
export function formatOf(schema: Schema): string | undefined {
  if (isDay(schema)) return FORMATS.date;
  if (schema.type === "integer") return FORMATS.whole;
  if (schema.type !== "number") return undefined;
  return FORMAT_BY_UNIT.find(([unit]) => unit.test(schema.unit ?? ""))?.[1] ?? ((schema.maximum ?? 0) > LARGEST_PLAIN ? FORMATS.whole : FORMATS.ratio);
}

export function isNumeric(schema: Schema): boolean {
  return isDay(schema) || schema.type === "number" || schema.type === "integer";
}

/** What a field's cells refuse and what they say, in the schema's words; undefined where any text may stand. */
export function validationOf(schema: Schema): Omit<Validation, "address"> | undefined {
  const rule = validationRule(schema);
  if (!rule) return undefined;
  const title = schema.title ?? "The value";
  const sentence = `${title} must be ${isDay(schema) ? "a day" : ruleOf(schema)}.`;
  const helped = schema.hint ? `${sentence} ${schema.hint}` : sentence;
  const prompt = schema.description !== undefined && schema.description.length <= LONGEST_PROMPT ? { promptTitle: title.slice(0, LONGEST_TITLE), prompt: schema.description } : {};
  return { rule, errorTitle: "That does not fit", errorMessage: helped.length <= LONGEST_ERROR ? helped : sentence.slice(0, LONGEST_ERROR), ...prompt };
}

function validationRule(schema: Schema): ValidationRule | undefined {
  if (schema.type === "boolean") return { kind: "list", values: ["TRUE", "FALSE"] };
  if (schema.enum) {
    const values = schema.enum.map(String);
    return values.some((each) => each.includes(",")) || values.join(",").length > LONGEST_LIST ? undefined : { kind: "list", values };
  }
  if (isDay(schema)) return { kind: "date", from: FIRST_DAY, to: LAST_DAY };
  if (schema.type !== "number" && schema.type !== "integer") return undefined;
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  return { kind: schema.type === "integer" ? "whole" : "decimal", minimum, maximum, exclusiveMinimum, exclusiveMaximum };
}

/** Days that plans are made of. */
const [FIRST_DAY, LAST_DAY] = ["2009-01-03", "2150-12-31"];

