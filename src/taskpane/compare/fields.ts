import type { ComparisonTerms } from "../../planning/portfolio/compare";
import type { TermId } from "../glossary";
import type { Formats } from "../settings";
import { parseNumber, type NumberKind } from "../typed-number";

/** What a comparison asks; the market comes from the portfolio or the shipped snapshot. */
export type FieldKey = "powerPriceUsdKwh" | "pue" | "uptime" | "poolFee" | "years" | "discountRateAnnual" | "hashpriceDeclineAnnual" | "resaleUsdTh";
export type FieldValues = Readonly<Record<FieldKey, number>>;
export type FieldTexts = Readonly<Partial<Record<FieldKey, string>>>;

export interface ComparisonField {
  readonly key: FieldKey;
  readonly label: string;
  readonly unit: string;
  readonly kind: NumberKind;
  readonly term?: TermId;
  readonly least: number;
  readonly most: number;
  /** the least itself is not allowed */
  readonly above?: true;
}

export const FIELDS: readonly ComparisonField[] = [
  { key: "powerPriceUsdKwh", label: "Power price", unit: "$/kWh", kind: "number", least: 0, most: 1 },
  { key: "pue", label: "PUE", unit: "site ÷ machines", kind: "number", term: "pue", least: 1, most: 2 },
  { key: "uptime", label: "Uptime", unit: "%", kind: "percent", term: "uptime", least: 0, most: 1, above: true },
  { key: "poolFee", label: "Pool fee", unit: "% of revenue", kind: "percent", term: "pool-fee", least: 0, most: 0.5 },
  { key: "hashpriceDeclineAnnual", label: "Hashprice falls by", unit: "% a year", kind: "percent", term: "hashprice", least: -1, most: 0.9 },
  { key: "discountRateAnnual", label: "Discount rate", unit: "% a year", kind: "percent", term: "discount-rate", least: 0, most: 2 },
  { key: "years", label: "Life from now on", unit: "years", kind: "number", least: 0, most: 20, above: true },
  { key: "resaleUsdTh", label: "The replaced machine sells for", unit: "$/TH", kind: "number", least: 0, most: 1000 },
];

const PERCENT = 100;

/** A value as it stands in its field, in the unit that the settings choose. */
export function fieldText({ kind, unit }: ComparisonField, value: number, { toShown }: Formats): string {
  const shown = kind === "percent" ? value * PERCENT : toShown(value, unit);
  return String(Number(shown.toPrecision(4)));
}

/** What is typed as a value, or what is wrong with it. */
export function readField(field: ComparisonField, text: string, { toShown, fromShown, unitFor, formatExact }: Formats): { readonly value: number; readonly wrong?: undefined } | { readonly wrong: string } {
  const { kind, least, most, above, label, unit } = field;
  const value = fromShown(parseNumber(text, kind), unit);
  const inside = above ? value > least : value >= least;
  if (inside && value <= most) return { value };
  const shown = (bound: number): string => formatExact(kind === "percent" ? bound * PERCENT : toShown(bound, unit));
  return { wrong: `${label}: a number ${above ? "above" : "from"} ${shown(least)} ${above ? "and at most" : "to"} ${shown(most)} (${unitFor(unit)}).` };
}

/** All values, or undefined where a field is wrong. */
export function readFields(texts: FieldTexts, defaults: FieldValues, formats: Formats): { readonly values: FieldValues | undefined; readonly wrong: Readonly<Partial<Record<FieldKey, string>>> } {
  const values: Record<FieldKey, number> = { ...defaults };
  const wrong: Partial<Record<FieldKey, string>> = {};
  for (const field of FIELDS) {
    const text = texts[field.key];
    if (text === undefined) continue;
    const read = readField(field, text, formats);
    if (read.wrong === undefined) values[field.key] = read.value;
    else wrong[field.key] = read.wrong;
  }
  return { values: Object.keys(wrong).length > 0 ? undefined : values, wrong };
}

/** The fields' part of the terms. */
export function termsOf({ resaleUsdTh: _, ...terms }: FieldValues): Pick<ComparisonTerms, Exclude<FieldKey, "resaleUsdTh">> {
  return terms;
}
