import type { Workbook } from "../../model-sheets";
import { hourlySheet } from "../../model-sheets/portfolio/hourly-sheet";
import { inputsSheet } from "../../model-sheets/portfolio/inputs-sheet";
import type { DocumentTable } from "../../planning/portfolio";

/** The input tables alone, before a model is built on them. */
export function inputsWorkbook(tables: readonly DocumentTable[]): Workbook {
  const hourly = tables.find(({ name }) => name === "HourlyPrices");
  const { sheet } = inputsSheet(tables.filter((table) => table !== hourly), "Inputs");
  return { sheets: [sheet, ...(hourly ? [hourlySheet(hourly, "Hourly")] : [])], activeSheet: sheet.name };
}
