import definitions from "./all.registry";

/** How many of our worksheet functions Excel's runtime has an implementation for; undefined where it does not tell. */
export function associatedFunctions(): { readonly declared: number; readonly associated: number | undefined } {
  const mappings = mappingsOf(globalThis);
  return { declared: definitions.length, associated: mappings && definitions.filter(({ id }) => id in mappings).length };
}

/** The runtime keeps them in a member that Microsoft does not document, so it may be missing. */
function mappingsOf({ CustomFunctions: runtime }: { readonly CustomFunctions?: unknown }): object | undefined {
  const association = (runtime as { readonly _association?: { readonly mappings?: unknown } } | undefined)?._association;
  const mappings = association?.mappings;
  return typeof mappings === "object" && mappings !== null ? mappings : undefined;
}
