import { readFileSync } from "node:fs";
import { join } from "node:path";
import { marketPath, planPortfolio, readPortfolio, type PortfolioPlan } from "../../../../src/planning/portfolio";
import { largePortfolio } from "../../../../tools/bench/large-portfolio";

// The way thousands of fleets are planned, on a portfolio small enough to be planned in both ways.

const [SITES, FLEETS, MONTHS] = [12, 10, 36];
const hourlyPrices = readFileSync(join(__dirname, "../../../../assets/samples/hourly-prices.csv"), "utf8");
const portfolio = readPortfolio(largePortfolio(SITES, FLEETS, MONTHS), () => hourlyPrices).portfolio!;
const path = marketPath(portfolio.market, portfolio.market.scenarios[0]!, MONTHS);
const progress: string[] = [];
const whole = planPortfolio(portfolio, path);
const totals = planPortfolio(portfolio, path, { rows: "totals", onProgress: (done, all) => progress.push(`${done}/${all}`) });

/** Everything but the monthly rows and upgrade figures of single fleets. */
function kept({ fleets, ...rest }: PortfolioPlan): object {
  return { ...rest, fleets: fleets.map((fleet) => ({ ...fleet, alternatives: fleet.alternatives.map((each) => ({ ...each, rows: undefined, upgrade: undefined })) })) };
}

test("totals alone are the whole plan's: company, sites, choices and values", () => expect(kept(totals)).toEqual(kept(whole)));

test("rows of single fleets are kept only where they are asked for", () => {
  const lengths = (plan: PortfolioPlan): Set<number> => new Set(plan.fleets.flatMap(({ alternatives }) => alternatives.map(({ rows }) => rows.cashFlowUsd.length)));
  expect([lengths(whole), lengths(totals)]).toEqual([new Set([MONTHS + 1]), new Set([0])]);
});

test("progress is told after every site, in order", () => expect(progress).toEqual(Array.from({ length: SITES }, (_, s) => `${s + 1}/${SITES}`)));

test("every fleet has the same six alternatives, and several kinds are chosen", () => {
  const kinds = ["keep", "underclock", "curtail", "upgrade", "shutdown", "sell"];
  for (const { alternatives } of whole.fleets) expect(alternatives.map(({ kind, available }) => (available ? kind : `no ${kind}`))).toEqual(kinds);
  expect(new Set(whole.fleets.map(({ alternatives, chosen }) => alternatives[chosen]!.kind)).size).toBeGreaterThanOrEqual(3);
  expect(whole.sites.some(({ closes }) => closes)).toBe(true);
});

test("company rows are the sums of the chosen alternatives' rows", () => {
  const sum = whole.fleets.reduce((row, { alternatives, chosen }) => row.map((value, t) => value + alternatives[chosen]!.rows.revenueUsd[t]!), new Float64Array(MONTHS + 1));
  sum.forEach((value, t) => expect(Math.abs(whole.company.revenueUsd[t]! - value)).toBeLessThanOrEqual(1e-9 * value));
});
