import type { MarketPath, Portfolio } from "../../planning/portfolio";
import type { PortfolioPlan } from "../../planning/portfolio/plan/result";
import { portfolioTables } from "../../planning/portfolio/tables";
import type { Sheet } from "../workbook";
import { layOutBook, type Book } from "./book";
import type { BookSheet } from "./book-line";
import { catalogSheet } from "./catalog-sheet";
import { hourlySheet } from "./hourly-sheet";
import { atBuildSheet, inputsSheet } from "./inputs-sheet";
import { HEAD_LINES } from "./links";
import { marketLines } from "./market-lines";
import { modelLines } from "./model-lines";
import { powerLines } from "./power-lines";
import { structureOf, type Structure } from "./structure";

/** What the other sheets of the workbook are made from. */
export interface PortfolioBook {
  readonly structure: Structure;
  /** all lines and inputs by key */
  readonly book: Book;
  /** Inputs, Catalog, Market, Power, Model, those added, Hourly where there are hourly series, AtBuild */
  readonly sheets: readonly Sheet[];
}

const HOURLY_TABLE = "HourlyPrices";

/**
 * The calculating sheets of a portfolio's workbook.
 * @param plan made from the portfolio: says which alternatives there are
 * @param paths the market of every scenario of the document, in its order
 * @param moreSheets further sheets on the same timeline
 */
export function portfolioBook(portfolio: Portfolio, plan: PortfolioPlan, paths: readonly MarketPath[], moreSheets: (structure: Structure) => readonly BookSheet[] = () => []): PortfolioBook {
  const structure = structureOf(portfolio, plan);
  const tables = portfolioTables(portfolio);
  const inputs = inputsSheet(tables.filter(({ name }) => name !== HOURLY_TABLE), "Inputs");
  const catalog = catalogSheet(structure, "Catalog", inputs.cells);
  const atBuild = atBuildSheet(inputs, "AtBuild", catalog.changed);
  const timeline = (name: string, tabColor: string, lines: BookSheet["lines"]): BookSheet => ({ name, tabColor, lines, frozenLines: HEAD_LINES });
  const book = layOutBook([
    timeline("Market", "#1F3864", marketLines(portfolio, paths)),
    timeline("Power", "#1F3864", powerLines(structure, plan.months)),
    timeline("Model", "#1F3864", modelLines(structure)),
    ...moreSheets(structure),
  ], portfolio.horizonMonths, [...inputs.cells, ...catalog.cells, ...atBuild.cells]);
  const hourly = tables.find(({ name }) => name === HOURLY_TABLE);
  return { structure, book, sheets: [inputs.sheet, catalog.sheet, ...book.sheets, ...(hourly ? [hourlySheet(hourly, "Hourly")] : []), atBuild.sheet] };
}
