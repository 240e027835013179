import { ruleOf, type Schema } from "../../planning/portfolio/schema";
import { parseNumber } from "../typed-number";

// Numbers of the document as the form shows them and as people type them.

const CENTS = /^\$?\s*(-?[\d.,]+)\s*(?:c|¢|ct|cents?)(?:\s*\/\s*kwh)?$/i;
const THOUSANDS = /^\$?\s*(-?[\d.,]+)\s*(k|m)$/i;

/** Shares are shown in percent. */
export function isShare({ unit }: Schema): boolean {
  return unit?.startsWith("share") ?? false;
}

/** What stands behind the number: "$/kWh"; of a share what it is a share of: "a year". */
export function suffixOf(schema: Schema): string {
  return (isShare(schema) ? schema.unit!.slice("share".length).trim() : schema.unit === "$" || schema.unit === "ratio" ? "" : schema.unit) ?? "";
}

export function prefixOf({ unit }: Schema): string {
  return unit === "$" ? "$" : "";
}

/** A number as the form shows it: "97%", "127,479,855,693,691.4"; other values as their text. */
export function fieldText(schema: Schema, value: unknown): string {
  if (typeof value !== "number") return typeof value === "string" ? value : value === undefined || value === null ? "" : JSON.stringify(value);
  const inUnit = isShare(schema) ? Number((value * 100).toPrecision(12)) : value;
  return `${inUnit.toLocaleString("en-US", { maximumFractionDigits: 12 })}${isShare(schema) ? "%" : ""}`;
}

/**
 * What a typed text means: a number, in the field's unit; nothing where it is blank; the text itself where it is no number.
 * "97%" and "0.97", "$0.055" and "5.5c", "$6.5M", "127.5T" for difficulty are understood, and the unit may be typed along.
 */
export function fieldValue(schema: Schema, text: string): unknown {
  const typed = withoutUnit(text.trim(), schema);
  if (typed === "") return undefined;
  const [, cents] = schema.unit === "$/kWh" ? (CENTS.exec(typed) ?? []) : [];
  const [, figure, letter] = schema.unit?.startsWith("$") && schema.unit !== "$/kWh" ? (THOUSANDS.exec(typed) ?? []) : [];
  const number = cents !== undefined ? shifted(cents, -2)
    : figure !== undefined ? shifted(figure, letter!.toLowerCase() === "k" ? 3 : 6)
    : parseNumber(typed, isShare(schema) ? "share" : schema.hint?.includes("127.5T") ? "difficulty" : "number");
  return Number.isNaN(number) ? text.trim() : number;
}

/** What a field is, for its label's information: description, rule and default. */
export function aboutField(schema: Schema): string {
  const numeric = schema.type === "number" || schema.type === "integer";
  const rule = numeric ? ` Allowed: ${ruleOf(schema)}.` : "";
  const share = isShare(schema) ? " 5% and 0.05 are the same." : "";
  const { default: otherwise } = schema;
  const left = typeof otherwise === "number" ? ` Left out: ${fieldText(schema, otherwise)}.` : typeof otherwise === "string" && otherwise !== "" ? ` Left out: ${otherwise}.` : "";
  return `${schema.description ?? ""}${rule}${share}${left}`.trim();
}

/** The decimal point moved as part of the literal: 5.5c is exactly 0.055. */
function shifted(figure: string, places: number): number {
  const number = parseNumber(figure, "number");
  return Number.isNaN(number) ? NaN : Number(`${number}e${places}`);
}

function withoutUnit(text: string, schema: Schema): string {
  const { unit } = schema;
  if (unit === undefined || unit === "$") return text;
  const bare = unit.replace(/^\$/, "");
  for (const ending of [unit, bare, suffixOf(schema)]) if (ending !== "" && text.toLowerCase().endsWith(ending.toLowerCase()) && text.length > ending.length) return text.slice(0, -ending.length).trim();
  return text;
}
