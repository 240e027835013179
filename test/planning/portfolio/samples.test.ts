import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { marketPaths, readPortfolioText, type Portfolio } from "../../../src/planning/portfolio";
import { machineOf, type PortfolioMachine } from "../../../src/planning/portfolio/machines";
import { samplePricesCsv } from "../../../tools/lib/sample-prices";

const folder = join(__dirname, "../../../assets/samples");
const read = (file: string): string => readFileSync(join(folder, file), "utf8");
const files = readdirSync(folder).filter((name) => /^portfolio-.*\.json$/.test(name));
const samples = new Map(files.map((file) => [file, readPortfolioText(read(file), read)]));

function sample(name: string): Portfolio {
  const reading = samples.get(`portfolio-${name}.json`);
  expect(reading?.problems).toBeUndefined();
  return reading!.portfolio!;
}

test("there are three, and all can be read", () => {
  expect(files).toEqual(["portfolio-20mw-s19.json", "portfolio-leveraged.json", "portfolio-three-sites.json"]);
  for (const { problems } of samples.values()) expect(problems).toBeUndefined();
});

test("one site of 20 MW with S19 at 5.5 c/kWh", () => {
  const { sites, contracts, fleets } = sample("20mw-s19");
  expect(sites.map((site) => site.powerCapacityMw)).toEqual([20]);
  expect(contracts.map((contract) => contract.energy)).toEqual([{ kind: "fixed", priceUsdKwh: 0.055, takeOrPayShare: 0 }]);
  expect(fleets.map((fleet) => fleet.machine)).toEqual(["S19 95"]);
});

test("three sites with a fixed PPA, an index and hosting", () => {
  const { sites, contracts, priceSeries } = sample("three-sites");
  expect(sites).toHaveLength(3);
  expect(new Set(contracts.map((contract) => contract.energy.kind))).toEqual(new Set(["fixed", "indexed", "hosting"]));
  expect(priceSeries[0]!.valuesUsdKwh).toHaveLength(8760);
});

test("a miner whose debt service of the first year is more than its cash", () => {
  const { finance } = sample("leveraged");
  expect(finance.debts.length).toBeGreaterThan(1);
  const yearlyPrincipal = finance.debts.reduce((sum, debt) => sum + (debt.principalUsd / debt.termMonths) * Math.min(12, debt.termMonths), 0);
  expect(yearlyPrincipal).toBeGreaterThan(finance.treasury.cashUsd);
});

test.each(files)("%s: machines fit into their sites, figures say where they come from, scenarios are base, bear, bull and one more", (file) => {
  const portfolio = samples.get(file)!.portfolio!;
  for (const site of portfolio.sites) {
    const worstPue = Math.max(...Object.values(site.pue as unknown as Record<string, number>));
    const drawnMw = portfolio.fleets.filter((fleet) => fleet.siteId === site.id).reduce((sum, fleet) => {
      const { settings } = machineOf(portfolio, fleet.machine) as PortfolioMachine;
      return sum + (fleet.units * settings.find((setting) => setting.name === fleet.operation.profile)!.powerW * worstPue) / 1e6;
    }, 0);
    expect(drawnMw).toBeLessThanOrEqual(site.powerCapacityMw * 1.03);
    expect(drawnMw).toBeGreaterThan(site.powerCapacityMw * 0.85);
  }
  const noted = [portfolio, ...portfolio.sites, ...portfolio.contracts, ...portfolio.fleets, ...portfolio.candidates, ...portfolio.priceSeries, ...portfolio.finance.debts, ...portfolio.finance.hedges, ...portfolio.market.scenarios];
  expect(noted.filter((each) => each.note === "")).toEqual([]);
  const { market } = portfolio;
  expect(market.scenarios.map((scenario) => scenario.id).slice(0, 3)).toEqual(["base", "bear", "bull"]);
  expect(market.scenarios).toHaveLength(4);
  for (const path of marketPaths(market, portfolio.horizonMonths)) {
    expect(path.months).toHaveLength(portfolio.horizonMonths);
    for (const month of path.months) expect(month.hashpriceUsdPhDay).toBeGreaterThan(1);
  }
});

test("the made-up hourly prices are those of their generator (else: node tools/sample-prices.mjs)", () => {
  expect(read("hourly-prices.csv")).toBe(samplePricesCsv());
});
