import { asicModels, fullName, type AsicModel } from "../catalog/catalog";

/** More suggestions than this do not help to find one. */
const MOST_SUGGESTIONS = 40;

/** Machines whose name has every word that was typed; most efficient first, as the catalog is ordered. */
export function suggest(typed: string): AsicModel[] {
  const words = typed.toLowerCase().split(/\s+/).filter((word) => word !== "");
  const fits = asicModels().filter((model) => {
    const name = fullName(model).toLowerCase();
    return words.every((word) => name.includes(word));
  });
  return fits.slice(0, MOST_SUGGESTIONS);
}
