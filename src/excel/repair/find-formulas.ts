import { explainFailure, type Task } from "../write-error";
import { scanFormulas } from "./scan-formulas";

const LOOK: Task = { thing: "the formulas", again: "look again", smaller: "Close other workbooks" };

/**
 * Whether a cell or a name of the workbook has a formula that is wanted; formulas come with "=". The look ends at the first, and
 * after many cells with the answer yes, since it would take long.
 * @throws WriteError
 */
export async function hasFormula(isWanted: (formula: string) => boolean): Promise<boolean> {
  const MOST_CELLS = 100_000;
  try {
    return await Excel.run(async (context) => {
      const { names } = context.workbook;
      names.load("items/formula");
      await context.sync();
      if (names.items.some(({ formula }) => typeof formula === "string" && isWanted(formula))) return true;
      let looked = 0;
      const sheets = await scanFormulas(context, isWanted, (done) => { looked = done; }, (found) => found > 0 || looked > MOST_CELLS);
      return looked > MOST_CELLS || sheets.some(({ cells }) => cells.length > 0);
    });
  } catch (error) {
    throw explainFailure(error, LOOK);
  }
}
