import { calculateWorkbook, columnName, type Cell, type Sheet, type Workbook } from "../../../../src/model-sheets";
import type { Book } from "../../../../src/model-sheets/portfolio/book";
import { portfolioBook } from "../../../../src/model-sheets/portfolio/portfolio-book";
import { companySheets, reportSheets, type ReportNames } from "../../../../src/model-sheets/portfolio/summary-sheets";
import { marketPaths, planInsights, planPortfolio, type Portfolio, type PortfolioInsights, type PortfolioPlan } from "../../../../src/planning/portfolio";

export const NAMES: ReportNames = { cover: "Cover", summary: "Summary", scenarios: "Scenarios", company: "Company", routes: "Routes", checks: "Checks", log: "Log" };
export const FACTS = { engineVersion: "Hashplan 0.1.0", builtAt: "2026-09-30 14:05 UTC", catalogModels: 120, catalogVersion: "2026-09-01", inputsHash: "3f2a9c10" };

export interface ReportWorkbook {
  readonly portfolio: Portfolio;
  readonly plan: PortfolioPlan;
  readonly insights: PortfolioInsights;
  readonly book: Book;
  readonly workbook: Workbook;
}

/** The whole workbook of a portfolio. */
export function reportWorkbook(portfolio: Portfolio): ReportWorkbook {
  const paths = marketPaths(portfolio.market, portfolio.horizonMonths);
  const path = paths.find(({ scenarioId }) => scenarioId === portfolio.market.scenarioId)!;
  const plan = planPortfolio(portfolio, path);
  const insights = planInsights(portfolio, path, plan);
  const { structure, book, sheets } = portfolioBook(portfolio, plan, paths, (of) => companySheets(of, NAMES));
  const { cover, summary, scenarios, checks, log } = reportSheets({ portfolio, plan, insights, book }, structure, NAMES, FACTS, [{ name: "Inputs", purpose: "Every assumption" }], [
    { time: "2026-09-30 14:05:12 UTC", action: "Planned", inputsHash: "3f2a9c10" },
  ]);
  return { portfolio, plan, insights, book, workbook: { sheets: [cover, summary, scenarios, ...sheets, checks, log], activeSheet: NAMES.summary } };
}

/** Reads results of a workbook by the keys of its book. */
export function reader({ book, portfolio }: ReportWorkbook, workbook: Workbook): {
  readonly value: (key: string) => unknown;
  readonly row: (key: string) => unknown[];
  readonly cell: (sheet: string, address: string) => unknown;
} {
  const valueOf = calculateWorkbook(workbook);
  return {
    cell: valueOf,
    value: (key) => valueOf(book.sheetOf(key), book.reference(key).split("!")[1]!.replaceAll("$", "")),
    row: (key) => Array.from({ length: portfolio.horizonMonths + 1 }, (_, t) => valueOf(book.sheetOf(key), `${columnName(3 + t)}${book.rowOf(key)}`)),
  };
}

/** The workbook with another content in the cell that holds a value, total or input; of a line in one of its months. */
export function withCell({ book, workbook }: ReportWorkbook, key: string, change: (cell: Cell) => Cell["content"], month?: number): Workbook {
  const [, column, row] = /\$([A-Z]+)\$(\d+)$/.exec(book.reference(key))!;
  const at = month === undefined ? columnIndex(column!) : 3 + month;
  return replaced(workbook, book.sheetOf(key), Number(row) - 1, at, change);
}

function replaced(workbook: Workbook, sheet: string, row: number, column: number, change: (cell: Cell) => Cell["content"]): Workbook {
  const edited = (each: Sheet): Sheet => ({ ...each, rows: each.rows.map((cells, r) => (r === row ? cells.map((cell, c) => (c === column ? { ...cell!, content: change(cell!) } : cell)) : cells)) });
  return { ...workbook, sheets: workbook.sheets.map((each) => (each.name === sheet ? edited(each) : each)) };
}

function columnIndex(name: string): number {
  return [...name].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The rows of a sheet whose first cell reads so. */
export function rowNumber(sheet: Sheet, column: number, content: string): number {
  const index = sheet.rows.findIndex((row) => row[column]?.content === content);
  if (index < 0) throw new Error(`${sheet.name} has no row "${content}"`);
  return index + 1;
}
