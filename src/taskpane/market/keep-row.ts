import { appendRow, writeWorkbook, type Task } from "../../excel";
import type { LiveMarket } from "../../market/live";
import { MARKET_HISTORY_TABLE, marketHistoryRow, marketHistoryWorkbook } from "../../model-sheets/market-history-sheet";
import { tableFigures } from "./market-start";

const ADD_SHEET: Task = { thing: "the sheet of market figures", again: "add the row again", smaller: "Close other large workbooks" };

/** Adds the figures to the workbook's table of taken figures, and the table where it is missing. Throws WriteError. */
export async function keepRow(market: LiveMarket, onStep: (step: string) => void): Promise<void> {
  onStep("Adding the row");
  const figures = tableFigures(market);
  if (await appendRow(MARKET_HISTORY_TABLE, marketHistoryRow(figures))) return;
  await writeWorkbook((taken) => marketHistoryWorkbook(figures, taken), onStep, ADD_SHEET);
}
