import { readFileSync } from "node:fs";
import { join } from "node:path";
import { marketPath, marketPaths, readPortfolioText, type Portfolio } from "../../../../src/planning/portfolio";
import { planPortfolio } from "../../../../src/planning/portfolio/plan/plan-portfolio";
import type { PortfolioPlan } from "../../../../src/planning/portfolio/plan/result";
import { portfolioBook, type PortfolioBook } from "../../../../src/model-sheets/portfolio/portfolio-book";

const FOLDER = join(__dirname, "../../../../assets/samples");

export const SAMPLES = ["portfolio-20mw-s19", "portfolio-leveraged", "portfolio-three-sites"] as const;

export function sample(name: string): Portfolio {
  const reading = readPortfolioText(readFileSync(join(FOLDER, `${name}.json`), "utf8"), (file) => readFileSync(join(FOLDER, file), "utf8"));
  if (!reading.portfolio) throw new Error(reading.problems.map(({ message }) => message).join("\n"));
  return reading.portfolio;
}

/** A portfolio made to be awkward: hosting, sites or supply. */
export function stress(name: string): Portfolio {
  const { portfolio } = readPortfolioText(readFileSync(join(__dirname, `../../../fixtures/portfolio-vectors/stress-${name}.portfolio.json`), "utf8"), (file) => readFileSync(join(FOLDER, file), "utf8"));
  return portfolio!;
}

export function planned(portfolio: Portfolio): PortfolioPlan {
  const { market, horizonMonths } = portfolio;
  return planPortfolio(portfolio, marketPath(market, market.scenarios.find(({ id }) => id === market.scenarioId)!, horizonMonths));
}

export function built(portfolio: Portfolio): PortfolioBook & { readonly plan: PortfolioPlan } {
  const plan = planned(portfolio);
  return { ...portfolioBook(portfolio, plan, marketPaths(portfolio.market, portfolio.horizonMonths)), plan };
}
