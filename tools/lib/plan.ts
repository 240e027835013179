import { asicModels } from "../../src/catalog/catalog";
import { calculateWorkbook } from "../../src/model-sheets";
import { portfolioWorkbook } from "../../src/model-sheets/portfolio/portfolio-workbook";
import { cellText, documentOfTables, fingerprintOf, INPUT_TABLES, marketPaths, planInsights, planPortfolio, readPortfolio, readPortfolioText, type FleetPlan, type Portfolio, type PortfolioInsights, type PortfolioPlan, type ReadCsv } from "../../src/planning/portfolio";
import { isoDay } from "../../src/units/dates";
import { ENGINE_VERSION } from "../../src/units/version";
import { readTables, workbookFile } from "../../src/xlsx";

// What `npm run plan` takes from the product, for tools/plan.mjs.

/** A portfolio, or what is wrong, a sentence each. */
export type Reading = { readonly portfolio: Portfolio; readonly problems?: undefined } | { readonly portfolio?: undefined; readonly problems: readonly string[] };

/** @param readCsv the text of a CSV file beside the document */
export function readJson(text: string, readCsv: ReadCsv): Reading {
  const { portfolio, problems } = readPortfolioText(text, readCsv);
  return portfolio ? { portfolio } : { problems: problems.map(({ message }) => message) };
}

/** Reads the input tables of a workbook that was built before. */
export async function readWorkbook(bytes: Uint8Array): Promise<Reading> {
  const { tables } = await readTables(bytes, INPUT_TABLES);
  if (tables.length === 0) return { problems: ["The workbook has none of the input tables. Give one that was built here, or a portfolio file."] };
  const read = documentOfTables(tables);
  if (read.problems) return { problems: read.problems.map(({ message, cell }) => `${cellText(cell)}: ${message}`) };
  const { portfolio, problems } = readPortfolio(read.document);
  if (portfolio) return { portfolio };
  return { problems: problems.map(({ path, message }) => {
    const cell = read.cellOf(path);
    return cell ? `${cellText(cell)}: ${message}` : message;
  }) };
}

export interface PlannedFiles {
  /** the .xlsx file */
  readonly workbook: Uint8Array;
  /** inputs and results as JSON; what is not there is null */
  readonly result: string;
  /** the decisions in a few lines */
  readonly summary: string;
}

/** Plans a portfolio and makes its files. */
export async function planFiles(portfolio: Portfolio, madeAt: Date): Promise<PlannedFiles> {
  const paths = marketPaths(portfolio.market, portfolio.horizonMonths);
  const path = paths.find(({ scenarioId }) => scenarioId === portfolio.market.scenarioId)!;
  const plan = planPortfolio(portfolio, path);
  const insights = planInsights(portfolio, path, plan);
  const inputsHash = await fingerprintOf(portfolio);
  const time = `${madeAt.toISOString().slice(0, 19).replace("T", " ")} UTC`;
  const models = asicModels();
  const newest = models.map(({ source2, source }) => /20\d\d-\d\d/.exec(`${source2} ${source}`)?.[0] ?? "").sort().at(-1)!;
  const facts = { engineVersion: `Hashplan ${ENGINE_VERSION}`, builtAt: time, catalogModels: models.length, catalogVersion: newest, inputsHash };
  const description = portfolioWorkbook({ portfolio, plan, paths, insights }, facts, [{ time, action: "Planned and written from the command line", inputsHash }]);
  return {
    workbook: await workbookFile(description, { title: portfolio.name, madeAt, valueOf: calculateWorkbook(description) }),
    result: resultText(portfolio, plan, insights, inputsHash),
    summary: summaryOf(portfolio, plan, insights),
  };
}

function resultText(portfolio: Portfolio, plan: PortfolioPlan, insights: PortfolioInsights, inputsHash: string): string {
  const plain = (_: string, value: unknown): unknown => (value instanceof Float64Array ? [...value] : value);
  const months = plan.months.map((month) => ({ ...month, start: isoDay(month.start), end: isoDay(month.end) }));
  // The other scenarios in figures only: their months are had by planning them.
  const scenarios = insights.scenarios.map(({ scenarioId, plan: { fleets, company } }) => ({
    scenarioId, npvUsd: company.npvUsd, againstKeepUsd: company.againstKeep.npvUsd, runwayMonths: company.runwayMonths, chosen: fleets.map((fleet) => ({ fleetId: fleet.fleetId, label: chosenOf(fleet).label, npvUsd: chosenOf(fleet).npvUsd })),
  }));
  return `${JSON.stringify({ engineVersion: ENGINE_VERSION, inputsHash, portfolio, ...plan, months, insights: { ...insights, scenarios } }, plain, 1)}\n`;
}

function chosenOf({ alternatives, chosen }: FleetPlan): FleetPlan["alternatives"][number] {
  return alternatives[chosen]!;
}

function summaryOf({ name, horizonMonths, market }: Portfolio, { scenarioId, fleets, company }: PortfolioPlan, { fleets: insights, reliefClock }: PortfolioInsights): string {
  return [
    `${name}: ${horizonMonths} months from ${market.start.date}, scenario ${scenarioId}`,
    ...fleets.flatMap((fleet, f) => {
      const { label, npvUsd } = chosenOf(fleet);
      const next = fleet.runnerUp === undefined ? undefined : fleet.alternatives[fleet.runnerUp];
      const flip = insights[f]!.flips[0];
      return [
        `  ${fleet.fleetId}: ${label}, ${usd(npvUsd)}${next ? `; next ${next.label}, ${usd(next.npvUsd)}` : ""}`,
        `    ${insights[f]!.reason}${flip ? ` Turns to "${flip.to}" at ${flip.input} ${flip.change > 0 ? "+" : "−"}${Math.abs(flip.change * 100).toFixed(1)} %.` : ""}`,
      ];
    }),
    `  Company: net present value ${usd(company.npvUsd)}, ${usd(company.againstKeep.npvUsd)} more than keeping everything; lowest cash ${usd(Math.min(...company.cashUsd))}`,
    `  ${reliefClock.sentence}`,
  ].join("\n");
}

function usd(value: number): string {
  return value.toLocaleString("en-US", { style: "currency", currency: "USD", maximumFractionDigits: 0 });
}
