import fc from "fast-check";
import { PORTFOLIO_SCHEMA, resolved, type Schema } from "../../../src/planning/portfolio/schema";
import { isDay } from "../../../src/planning/portfolio/tables-fields";
import { FIRST_EXCEL_DATE, isoDay, LAST_EXCEL_DATE } from "../../../src/units/dates";

/** Letters that make names hard to tell apart, to join and to part. */
const NAME_LETTERS = [..."aAbé1 ,\"':;.([\\"];

/** Documents that the schema allows, of every kind and with every default written out; their parts need not fit together. */
export function anyDocument(): fc.Arbitrary<unknown> {
  return valueOf(PORTFOLIO_SCHEMA);
}

function valueOf(given: Schema): fc.Arbitrary<unknown> {
  const schema = resolved(given);
  if (schema.oneOf) return fc.oneof(...schema.oneOf.map(valueOf));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.type === "object") return objectOf(schema);
  if (schema.type === "array") return listOf(schema);
  if (schema.type === "boolean") return fc.boolean();
  if (schema.type === "string") return textOf(schema);
  if (schema.type === "integer") return fc.integer({ min: schema.minimum, max: schema.maximum });
  const bounds = { min: schema.minimum ?? schema.exclusiveMinimum!, max: schema.maximum ?? schema.exclusiveMaximum!, minExcluded: schema.minimum === undefined, maxExcluded: schema.maximum === undefined };
  // A cell has no negative zero.
  return fc.double({ ...bounds, noNaN: true }).map((value) => value + 0);
}

/** A file's name is left out: once read, its prices stand in the document. */
function objectOf({ properties, required }: Schema): fc.Arbitrary<unknown> {
  const fields = Object.entries(properties!).filter(([name]) => name !== "csvFile");
  const always = fields.filter(([name, field]) => required!.includes(name) || field.default !== undefined || name === "valuesUsdKwh").map(([name]) => name);
  return fc.record(Object.fromEntries(fields.map(([name, field]) => [name, valueOf(field)])), { requiredKeys: always, noNullPrototype: true });
}

function listOf({ items, minItems, maxItems, default: empty }: Schema): fc.Arbitrary<unknown> {
  const size = { minLength: empty ? 0 : Math.max(1, minItems ?? 0), maxLength: Math.min(4, maxItems ?? 4) };
  if (!resolved(items!).properties?.["id"]) return fc.array(valueOf(items!), size);
  return fc.uniqueArray(valueOf(items!), { ...size, selector: (item) => (item as { id: string }).id });
}

function textOf({ pattern, default: filled, ...schema }: Schema): fc.Arbitrary<string> {
  if (isDay({ ...schema, pattern })) return fc.integer({ min: FIRST_EXCEL_DATE, max: LAST_EXCEL_DATE }).map(isoDay);
  if (pattern !== undefined) return fc.string({ unit: fc.constantFrom(...NAME_LETTERS), minLength: 1, maxLength: 6 }).filter((text) => new RegExp(pattern).test(text));
  return fc.string({ minLength: filled ? 1 : 0 });
}
