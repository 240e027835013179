import { readFileSync } from "node:fs";
import { join } from "node:path";
import { marketPath, planPortfolio, readPortfolio, readPortfolioText, type Portfolio, type PortfolioPlan } from "../../../../src/planning/portfolio";
import { sensitivityInputs, sensitivityOf, tornadoOf, type Outcome } from "../../../../src/planning/portfolio/plan/sensitivity";
import { smallDocument, withValue } from "../support";

const pathOf = (portfolio: Portfolio): ReturnType<typeof marketPath> => marketPath(portfolio.market, portfolio.market.scenarios.find(({ id }) => id === portfolio.market.scenarioId)!, portfolio.horizonMonths);
const planOf = (portfolio: Portfolio): PortfolioPlan => planPortfolio(portfolio, pathOf(portfolio));
function read(document: unknown): Portfolio {
  const { portfolio, problems } = readPortfolio(document);
  if (problems) throw new Error(problems[0]!.message);
  return portfolio;
}

/** As it is entered: a loan on bitcoin, a candidate, overhead, difficulty that only grows. */
const DOCUMENT: Record<string, unknown> = {
  ...smallDocument(),
  candidates: [{ id: "S21 XP", machine: "S21 XP 270", priceUsdTh: 6, leadMonths: 1, operation: { poolFee: 0.01 }, resale: { priceUsdTh: 6 } }],
  finance: { discountRateAnnual: 0.12, overheadUsdMonth: 20_000, taxRate: 0.2, treasury: { cashUsd: 1e6, btc: 30, policy: "sellAll" } },
};
const portfolio = read(DOCUMENT);
const path = pathOf(portfolio);
const FACTOR = 1.03;

function expectOutcome({ npvUsd, againstKeepUsd, lowestCashUsd, todaysChoiceUsd, choices }: Outcome, plan: PortfolioPlan, today: PortfolioPlan): void {
  const near = (actual: number, expected: number): void => expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1e6, Math.abs(expected)));
  near(npvUsd, plan.company.npvUsd);
  near(againstKeepUsd, plan.company.againstKeep.npvUsd);
  near(lowestCashUsd, Math.min(...plan.company.cashUsd));
  plan.fleets.forEach(({ alternatives }, f) => near(todaysChoiceUsd[f]!, alternatives.find(({ label }) => label === choiceOf(today)[f])!.npvUsd));
  expect(choices).toEqual(choiceOf(plan));
}

function choiceOf({ fleets }: PortfolioPlan): string[] {
  return fleets.map(({ alternatives, chosen }) => alternatives[chosen]!.label);
}

test.each([
  ["BTC price", "market.start.btcPriceUsd"],
  ["Difficulty", "market.start.difficulty"],
  ["Overhead", "finance.overheadUsdMonth"],
  ["Discount rate", "finance.discountRateAnnual"],
  ["Price of S21 XP", "candidates[0].priceUsdTh"],
  ["Resale price, Old", "fleets[0].resale.priceUsdTh"],
  ["Power price, TX1", "contracts[0].energy.priceUsdKwh"],
  ["Uptime, TX1", "sites[0].uptime"],
  ["Fixed costs, TX1", "sites[0].fixedOpexUsdMonth"],
])("%s moved is the plan of the document with another %s", (id, place) => {
  const today = place.split(/[.[\]]+/).filter((key) => key !== "").reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], DOCUMENT) as number;
  const table = sensitivityOf(portfolio, path, [id], [0, FACTOR - 1]);
  expectOutcome(table.outcomes[0]![0]!, planOf(portfolio), planOf(portfolio));
  expectOutcome(table.outcomes[1]![0]!, planOf(read(withValue(DOCUMENT, place, today * FACTOR))), planOf(portfolio));
  expect(table.inputs[0]).toMatchObject({ id });
  expect(Math.abs(table.inputs[0]!.today / today - 1)).toBeLessThan(1e-12);
});

test("two inputs move together, in either order", () => {
  const [changes, both] = [[-0.2, 0, 0.1], sensitivityOf(portfolio, path, ["BTC price", "Power price, TX1"], [-0.2, 0, 0.1])];
  const [other] = [sensitivityOf(portfolio, path, ["Power price, TX1", "BTC price"], changes)];
  expect(both.outcomes.map((row) => row.map(({ npvUsd }) => Math.round(npvUsd)))).toEqual(changes.map((_, i) => changes.map((__, j) => Math.round(other.outcomes[j]![i]!.npvUsd))));
  expect(both.outcomes[1]!.map(({ npvUsd }) => npvUsd)).toEqual(sensitivityOf(portfolio, path, ["Power price, TX1"], changes).outcomes.map(([{ npvUsd } = { npvUsd: NaN }]) => npvUsd));
});

test("values beyond an input's limit are left out of tables; a tornado goes up to the limit", () => {
  expect(sensitivityOf(portfolio, path, ["Uptime, TX1"], [-0.1, 0, 0.03, 0.1]).changes).toEqual([-0.1, 0, 0.03]);
  const bar = tornadoOf(portfolio, path, 0.1).bars.find(({ input }) => input.id === "Uptime, TX1")!;
  expect(bar.down).toBe(-0.1);
  expect(Math.abs(bar.up - (1 / 0.97 - 1))).toBeLessThan(1e-12);
});

test("an input that is not there is refused", () => {
  expect(() => sensitivityOf(portfolio, path, ["Weather"], [0])).toThrow('The portfolio has no input "Weather" to move.');
});

test("several sites and fleets: each of them, and all together; the plan as it is in the middle", () => {
  const read3 = readPortfolioText(readFileSync(join(__dirname, "../../../../assets/samples/portfolio-three-sites.json"), "utf8"), () => readFileSync(join(__dirname, "../../../../assets/samples/hourly-prices.csv"), "utf8"));
  const [three, told] = [read3.portfolio!, [] as number[]];
  const plan = planOf(three);
  const tornado = tornadoOf(three, pathOf(three), 0.1, (done) => told.push(done));
  expectOutcome(tornado.base, plan, plan);
  const ids = tornado.bars.map(({ input }) => input.id);
  expect(ids).toEqual(sensitivityInputs(three, pathOf(three)).map(({ id }) => id));
  expect(told).toEqual(ids.map((_, i) => i + 1));
  expect(ids.slice(0, 3)).toEqual(["BTC price", "Difficulty", "Overhead"]);
  expect(ids).toEqual(expect.arrayContaining(["Power price, all sites", "Power price, River", "Uptime, all sites", "Resale price, all fleets", "Resale price, Prairie S21"]));
  expect(new Set(ids).size).toBe(ids.length);
});
