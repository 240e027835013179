import { WriteError } from "../../excel";
import { cellText } from "../../planning/portfolio";
import type { Draft } from "../store";
import { readSheets, samePortfolio, type SheetsReading } from "../store/workbook";

// What stands in the workbook before it is built, and whose it is.

/** Something that the user has to decide before the workbook is built or read. */
export type Doubt =
  /** the input tables were changed in Excel since the pane read or wrote them; and whether the pane has edits of its own */
  | { readonly kind: "sheets edited"; readonly paneEdited: boolean }
  | { readonly kind: "sheets unreadable"; readonly problem: string }
  /** reading would replace edits of the pane */
  | { readonly kind: "pane edited" };

/** Input sheets, which also a workbook has that was not built yet. */
const INPUT_SHEETS = ["Inputs", "Hourly"];
/** A sheet that nobody else would have. */
const BUILT_SHEET = "AtBuild";

/**
 * Looks whether the workbook may be built.
 * @param planned the portfolio to be built
 * @param known the document that is known to stand in the tables; undefined where none is known
 * @returns a doubt, or undefined where there is none
 * @throws WriteError where sheets of other people are in the way, or Excel refuses
 */
export async function lookBeforeBuild(planned: Draft, known: Draft | undefined, paneEdited: boolean): Promise<Doubt | undefined> {
  const { PORTFOLIO_SHEETS } = await import("../../model-sheets/portfolio/portfolio-workbook");
  const found = await readSheets();
  refuseForeign(found, PORTFOLIO_SHEETS);
  if (found.found === "problems") return { kind: "sheets unreadable", problem: problemText(found) };
  if (found.found === "nothing" || samePortfolio(found.draft, planned) || (known && samePortfolio(found.draft, known))) return undefined;
  return { kind: "sheets edited", paneEdited };
}

/** "Inputs!C7: The price is …" */
export function problemText({ problems }: Extract<SheetsReading, { found: "problems" }>): string {
  const [first] = problems;
  const more = problems.length - 1;
  return first ? `${cellText(first.cell)}: ${first.message}${more > 0 ? ` And ${more} more.` : ""}` : "";
}

/** Never overwrites a sheet of the same name that somebody else made. */
function refuseForeign({ found, sheetNames }: SheetsReading, ours: readonly string[]): void {
  if (sheetNames.includes(BUILT_SHEET) && found !== "nothing") return;
  const own = found === "nothing" ? [] : INPUT_SHEETS;
  const taken = sheetNames.filter((name) => ours.some((each) => each.toLowerCase() === name.toLowerCase()) && !own.includes(name));
  if (taken.length === 0) return;
  throw new WriteError(
    `The workbook has ${taken.length === 1 ? `a sheet ${taken[0]} that is` : `sheets ${taken.join(", ")} that are`} not Hashplan's.`,
    `Rename ${taken.length === 1 ? "it" : "them"} or open a new workbook, and build again. Nothing was changed.`, undefined,
  );
}
