import { ruleOf, type Schema } from "../../planning/portfolio/schema";
import { formatsOf, type Formats } from "../settings/formats";
import { DEFAULT_SETTINGS } from "../settings/settings";
import { shownSchema } from "../settings/shown-schema";
import { inUnit, unitsLike } from "../settings/shown-units";
import { parseNumber } from "../typed-number";

// Numbers of the document as the form shows them and as people type them. The document keeps the units of its schema.

const CENTS = /^\$?\s*([-−]?[\d.,]+)\s*(?:c|¢|ct|cents?)(?:\s*\/\s*kwh)?$/i;
const THOUSANDS = /^\$?\s*([-−]?[\d.,]+)\s*(k|m)$/i;
/** Fields take an ordinary minus. */
const MINUS = "−";

/** In the units of the document itself. */
export const AS_STORED = formatsOf(DEFAULT_SETTINGS);

/** Shares are shown in percent. */
export function isShare({ unit }: Schema): boolean {
  return unit?.startsWith("share") ?? false;
}

/** What stands behind the number: "$/kWh"; of a share what it is a share of: "a year". */
export function suffixOf(schema: Schema, formats: Formats = AS_STORED): string {
  const { unit } = schema;
  return isShare(schema) ? unit!.slice("share".length).trim() : unit === undefined || unit === "$" || unit === "ratio" ? "" : formats.unitFor(unit);
}

export function prefixOf({ unit }: Schema): string {
  return unit === "$" ? "$" : "";
}

/** A number as the form shows it: "97%", "127,479,855,693,691.4"; other values as their text. */
export function fieldText(schema: Schema, value: unknown, formats: Formats = AS_STORED): string {
  if (typeof value !== "number") return typeof value === "string" ? value : value === undefined || value === null ? "" : JSON.stringify(value);
  const shown = isShare(schema) ? Number((value * 100).toPrecision(12)) : schema.unit === undefined ? value : formats.toShown(value, schema.unit);
  return `${formats.formatExact(shown).replace(MINUS, "-")}${isShare(schema) ? "%" : ""}`;
}

/**
 * What a typed text means: a number, in the schema's unit; nothing where it is blank; the text itself where it is no number.
 * "97%" and "0.97", "$0.055" and "5.5c", "$6.5M", "127.5T" for difficulty are understood. A number without a unit is one in the
 * unit shown; with the unit typed along it is what it says: "55 $/MWh" in a field of $/kWh.
 */
export function fieldValue(schema: Schema, text: string, formats: Formats = AS_STORED): unknown {
  const { figure: typed, unit } = withoutUnit(text.trim(), schema, formats);
  if (typed === "") return undefined;
  const isPrice = schema.unit === "$/kWh";
  const [, cents] = isPrice ? (CENTS.exec(typed) ?? []) : [];
  if (cents !== undefined) return numberOr(text, moved(cents, -2));
  const [, figure, letter] = schema.unit?.startsWith("$") && !isPrice ? (THOUSANDS.exec(typed) ?? []) : [];
  const number = figure !== undefined ? moved(figure, letter!.toLowerCase() === "k" ? 3 : 6) : parseNumber(typed, isShare(schema) ? "share" : schema.hint?.includes("127.5T") ? "difficulty" : "number");
  return numberOr(text, schema.unit === undefined ? number : inUnit(number, unit, schema.unit));
}

/** What a field is, for its label's information: description, rule and default. */
export function aboutField(given: Schema, formats: Formats = AS_STORED): string {
  const schema = shownSchema(given, formats);
  const numeric = schema.type === "number" || schema.type === "integer";
  const rule = numeric ? ` Allowed: ${ruleOf(schema)}.` : "";
  const share = isShare(schema) ? " 5% and 0.05 are the same." : "";
  const { default: otherwise } = given;
  const left = typeof otherwise === "number" ? ` Left out: ${fieldText(given, otherwise, formats)}.` : typeof otherwise === "string" && otherwise !== "" ? ` Left out: ${otherwise}.` : "";
  return `${schema.description ?? ""}${rule}${share}${left}`.trim();
}

function numberOr(text: string, number: number): number | string {
  return Number.isFinite(number) ? number : text.trim();
}

/** The decimal point moved as part of the literal: 5.5c is exactly 0.055. */
function moved(figure: string, places: number): number {
  const number = parseNumber(figure, "number");
  return Number.isNaN(number) ? NaN : Number(`${number}e${places}`);
}

/** The figure, and the unit that it is in: the one typed behind it, else the one that is shown. */
function withoutUnit(text: string, schema: Schema, formats: Formats): { readonly figure: string; readonly unit: string } {
  const { unit = "" } = schema;
  const shown = formats.unitFor(unit);
  if (unit === "" || unit === "$") return { figure: text, unit };
  for (const each of [...unitsLike(unit), suffixOf(schema)]) {
    for (const ending of [each, each.replace(/^\$/, "")]) {
      if (ending !== "" && text.toLowerCase().endsWith(ending.toLowerCase()) && text.length > ending.length) return { figure: text.slice(0, -ending.length).trim(), unit: unitsLike(unit).includes(each) ? each : shown };
    }
  }
  return { figure: text, unit: shown };
}
