import { WriteError } from "../../excel";
import type { Doubt, Draft } from "../store";
import { doubtOf, type SheetsReading } from "../store/doubt";
import { readSheets } from "../store/workbook";

// What stands in the workbook before it is built, and whose it is.

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
  return doubtOf(found, planned, known, paneEdited);
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
