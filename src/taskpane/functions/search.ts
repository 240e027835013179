import type { Category, FunctionDefinition } from "../../functions/definition";

/** From the network down to conversions, as the functions build on one another. */
const CATEGORIES: readonly Category[] = ["Network", "Hardware", "Unit economics", "Power and curtailment", "Projection", "Investment", "Finance", "Analysis", "Data and units"];

export interface Group {
  readonly category: Category;
  readonly definitions: readonly FunctionDefinition[];
}

/** The functions by category, categories in their order; empty ones are left out. */
export function byCategory(definitions: readonly FunctionDefinition[]): Group[] {
  return CATEGORIES.map((category) => ({ category, definitions: definitions.filter((each) => each.category === category) })).filter((group) => group.definitions.length > 0);
}

/**
 * Functions whose name, summary or argument names hold every word of a query; hits in the name come first.
 * @param query words; case does not matter
 */
export function findFunctions(definitions: readonly FunctionDefinition[], query: string): FunctionDefinition[] {
  const words = query.toLowerCase().replace(/^=?mine\./, "").split(/\s+/).filter((word) => word !== "");
  const ranked = definitions.flatMap((definition) => {
    const id = definition.id.toLowerCase();
    const text = [id, definition.summary, ...definition.arguments.map(({ name }) => `${name} ${name.replaceAll("_", " ")}`)].join(" ").toLowerCase();
    if (!words.every((word) => text.includes(word))) return [];
    const rank = words.every((word) => id.startsWith(word)) ? 0 : words.every((word) => id.includes(word)) ? 1 : 2;
    return [{ definition, rank }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ definition }) => definition);
}
