import { WriteError } from "../write-error";
import { cellAddress } from "../places";

/** A cell with a formula that is to be frozen. */
export interface FormulaCell {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly value: unknown;
  /** Excel.RangeValueType */
  readonly type: string;
  readonly numberFormat: string;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

interface Selection {
  readonly sheet: string;
  readonly isProtected: boolean;
  readonly cells: readonly FormulaCell[];
  /** selected cells that show what a formula spills which is not selected */
  readonly partOf: readonly (Place & { readonly parent: string })[];
  /** cells of the sheet that have a note or comment */
  readonly taken: readonly Place[];
}

/** A note on each of more cells would bury the sheet. */
const MOST_FORMULAS = 500;
/** Errors that are no result: a frozen one would hide that the formula does not work, or not yet. */
const NO_RESULT: ReadonlySet<string> = new Set(["#NAME?", "#BUSY!", "#SPILL!", "#CALC!", "#CONNECT!", "#BLOCKED!", "#GETTING_DATA", "#EXTERNAL!", "#UNKNOWN!", "#TIMEOUT!"]);
const MOST_NAMED = 5;

/** Nothing is frozen where a part could not be. @throws WriteError */
export function refuseUnfit({ sheet, isProtected, cells, partOf, taken }: Selection): void {
  const [part] = partOf;
  if (part) throw new WriteError(`Cell ${cellAddress(part.row, part.column)} shows what the formula in ${part.parent} spills.`, `Select ${part.parent} too, and freeze again: a formula and what it spills are frozen together. Nothing was changed.`, undefined);
  if (cells.length === 0) return;
  if (isProtected) throw new WriteError(`The sheet ${sheet} is protected.`, "Remove its protection (Review, Unprotect Sheet), and freeze again. Nothing was changed.", undefined);
  if (cells.length > MOST_FORMULAS) throw new WriteError(`The selection has ${cells.length.toLocaleString("en-US")} formulas to freeze; at most ${MOST_FORMULAS} get a note at a time.`, "Select fewer cells, or share a copy with values, which leaves this workbook as it is. Nothing was changed.", undefined);
  const unfinished = cells.filter(({ value, type }) => type === "Error" && NO_RESULT.has(String(value)));
  if (unfinished.length > 0) throw new WriteError(`${named(unfinished)} ${unfinished.length === 1 ? "shows" : "show"} ${[...new Set(unfinished.map(({ value }) => String(value)))].join(", ")} and no result.`, "Wait until Excel has calculated, repair what shows #NAME?, and freeze again. Nothing was changed.", undefined);
  const remarked = cells.filter(({ row, column }) => taken.some((place) => place.row === row && place.column === column));
  if (remarked.length > 0) throw new WriteError(`${named(remarked)} ${remarked.length === 1 ? "has" : "have"} a note or comment already, and the formula is kept in one.`, "Move it to another cell, or leave the cell out of the selection. Nothing was changed.", undefined);
}

function named(cells: readonly Place[]): string {
  const shown = cells.slice(0, MOST_NAMED).map(({ row, column }) => cellAddress(row, column)).join(", ");
  return `${cells.length === 1 ? "Cell" : "Cells"} ${shown}${cells.length > MOST_NAMED ? ` and ${cells.length - MOST_NAMED} more` : ""}`;
}
