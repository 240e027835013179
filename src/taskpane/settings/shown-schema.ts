import type { Schema } from "../../planning/portfolio/schema";
import type { Formats } from "./formats";
import { hintOf } from "./shown-units";

/** A field's schema in the unit in which its figures are shown, bounds and default with it; the schema itself where it stays. */
export function shownSchema(schema: Schema, formats: Formats): Schema {
  const { unitFor, toShown } = formats;
  const { unit, items } = schema;
  const shown = unit === undefined ? unit : unitFor(unit);
  if (unit === undefined || shown === unit) return schema;
  const figures = (["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "default"] as const).flatMap((key) => {
    const value = schema[key];
    return typeof value === "number" ? [[key, toShown(value, unit)] as const] : [];
  });
  return { ...schema, ...Object.fromEntries(figures), unit: shown, ...(schema.hint !== undefined && { hint: hintOf(shown!) }), ...(items && { items: shownSchema(items, formats) }) };
}
