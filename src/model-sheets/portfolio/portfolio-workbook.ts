import type { MarketPath, Portfolio, PortfolioInsights, PortfolioPlan } from "../../planning/portfolio";
import type { Workbook } from "../workbook";
import type { BuildFacts, SheetPurpose } from "./cover";
import type { LogEntry } from "./log";
import { portfolioBook } from "./portfolio-book";
import { companySheets, reportSheets, type ReportNames } from "./summary-sheets";

/** Everything that a portfolio's workbook shows. */
export interface PlannedPortfolio {
  readonly portfolio: Portfolio;
  /** of the deciding scenario */
  readonly plan: PortfolioPlan;
  /** of every scenario of the document, in its order */
  readonly paths: readonly MarketPath[];
  readonly insights: PortfolioInsights;
}

/** The custom property with the version of the input tables. */
export const SCHEMA_PROPERTY = "HashplanSchemaVersion";

const NAMES: ReportNames = { cover: "Cover", summary: "Summary", scenarios: "Scenarios", company: "Company", routes: "Routes", checks: "Checks", log: "Log" };

const PURPOSES: Readonly<Record<string, string>> = {
  Inputs: "Every input, in tables; blue cells are yours to change",
  Market: "Price, difficulty and hashprice of every scenario, month by month",
  Power: "What power costs at each site, and which fleet has how much of it",
  Catalog: "The machines of this plan with their settings and sources",
  Model: "Every alternative of every fleet, month by month, and the decision",
  Hourly: "Hourly power prices",
  AtBuild: "The inputs as they were at the build, to tell what has changed since",
};

/** Names of the sheets that a workbook may consist of, in their order. */
export const PORTFOLIO_SHEETS = [NAMES.cover, NAMES.summary, "Inputs", "Market", "Power", "Catalog", "Model", NAMES.company, NAMES.scenarios, NAMES.checks, NAMES.routes, NAMES.log, "Hourly", "AtBuild"] as const;

/**
 * The scenario workbook of a portfolio: inputs as tables, a monthly model of native formulas, one page for investors, checks.
 * It recalculates without the add-in when an input changes; what only the planner can find is stamped as of the build.
 */
export function portfolioWorkbook({ portfolio, plan, paths, insights }: PlannedPortfolio, facts: BuildFacts, log: readonly LogEntry[]): Workbook {
  const { structure, book, sheets } = portfolioBook(portfolio, plan, paths, (each) => companySheets(each, NAMES));
  const others = sheets.flatMap(({ name }): SheetPurpose[] => (PURPOSES[name] === undefined ? [] : [{ name, purpose: PURPOSES[name] }]));
  const report = reportSheets({ portfolio, plan, insights, book }, structure, NAMES, facts, others, log);
  const all = new Map([...sheets, ...Object.values({ ...report })].map((sheet) => [sheet.name, sheet]));
  return {
    sheets: PORTFOLIO_SHEETS.flatMap((name) => all.get(name) ?? []),
    activeSheet: NAMES.summary,
    customProperties: { [SCHEMA_PROPERTY]: portfolio.schemaVersion },
  };
}
