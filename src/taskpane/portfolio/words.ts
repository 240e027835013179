import type { Schema } from "../../planning/portfolio/schema";

// Words for values that the document writes as codes.

const SPELLED: Readonly<Record<string, string>> = { sellForCosts: "Sell what costs need", sellAll: "Sell all that is mined", holdAll: "Hold all", all: "Every day", equalPrincipal: "Equal principal" };

/** "Sell what costs need" of "sellForCosts", "Air" of "air". */
export function spelled(code: string | number): string {
  if (typeof code === "number") return String(code);
  const spaced = SPELLED[code] ?? code.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

export const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** Whether a field's list counts calendar months. */
export function isMonths(schema: Schema): boolean {
  return schema.type === "array" && schema.items?.type === "integer" && schema.items.maximum === MONTHS.length;
}
