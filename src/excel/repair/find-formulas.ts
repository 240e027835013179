import { explainFailure, type Task } from "../write-error";
import { scanFormulas } from "./scan-formulas";

const LOOK: Task = { thing: "the formulas", again: "look again", smaller: "Close other workbooks" };

/** How many cells and names of the workbook have a formula that is wanted; formulas come with "=". Throws WriteError. */
export async function findFormulas(isWanted: (formula: string) => boolean): Promise<number> {
  try {
    return await Excel.run(async (context) => {
      const sheets = await scanFormulas(context, isWanted);
      const { names } = context.workbook;
      names.load("items/formula");
      await context.sync();
      return sheets.reduce((sum, { cells }) => sum + cells.length, 0) + names.items.filter(({ formula }) => typeof formula === "string" && isWanted(formula)).length;
    });
  } catch (error) {
    throw explainFailure(error, LOOK);
  }
}
