import { comparePlanFiles, comparisonLines, PlanFileError } from "../../src/xlsx/compare";

// What `npm run compare` takes from the product, for tools/compare.mjs.

export type Compared = { readonly text: string; readonly json: string } | { readonly refusal: string; readonly file: "before" | "after" };

/** The comparison as text and as JSON, or which file cannot be compared and why. */
export async function compareFiles(before: Uint8Array, after: Uint8Array): Promise<Compared> {
  try {
    const comparison = await comparePlanFiles(before, after);
    return { text: comparisonLines(comparison).join("\n"), json: JSON.stringify(comparison, null, 1) };
  } catch (error) {
    if (error instanceof PlanFileError) return { refusal: error.message, file: error.file };
    throw error;
  }
}
