import { tokenize } from "@borgar/fx";
import { NAMESPACE } from "./formula-text";
import { storedFunctionId } from "./stored-formula";

// Formulas as Excel shows them, which may have our functions under names that it gives them without the add-in.

const MENTION = new RegExp(NAMESPACE, "i");

/** Whether a formula calls one of our functions, under whatever name. */
export function callsOurs(formula: string): boolean {
  return MENTION.test(formula) && tokenize(formula).some(({ type, value }) => type === "func" && storedFunctionId(value) !== undefined);
}

/** The formula with our functions under their own names: "=MINE.HASHCOST(B2,C2)" of "=_xldudf_MINE_HASHCOST(B2,C2)". */
export function underOurNames(formula: string): string {
  if (!MENTION.test(formula)) return formula;
  return tokenize(formula).map(({ type, value }) => {
    const id = type === "func" ? storedFunctionId(value) : undefined;
    return id === undefined || value.toUpperCase() === `${NAMESPACE}.${id}` ? value : `${NAMESPACE}.${id}`;
  }).join("");
}
