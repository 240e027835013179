import { readPortfolio } from "../../../src/planning/portfolio/read";
import { smallDocument, withValue } from "./support";

type Part = Record<string, unknown>;
const small = smallDocument();
const hours = Array.from({ length: 8784 }, () => 0.03);
const series = [{ id: "hub", valuesUsdKwh: hours }];
const [site, contract, fleet] = ["sites", "contracts", "fleets"].map((list) => (small[list] as Part[])[0]!) as [Part, Part, Part];

/** Paths and messages of a document that differs from the small one. */
function problems(change: Part): string[] {
  return (readPortfolio({ ...small, ...change }).problems ?? []).map(({ path, message }) => `${path}: ${message}`);
}
const withEnergy = (energy: Part, more: Part = {}): Part => ({ priceSeries: series, contracts: [{ ...contract, ...more, energy }] });
const withFleet = (change: Part): Part => ({ fleets: [{ ...fleet, ...change }] });
const withScenario = (change: Part): Part => {
  const market = small["market"] as { scenarios: Part[] };
  return { market: { ...market, scenarios: [{ ...market.scenarios[0], ...change }] } };
};
const withFinance = (change: Part): Part => ({ finance: { ...(small["finance"] as Part), ...change } });
const period = { name: "peak", priceUsdKwh: 0.09, months: [6, 7, 8], days: "weekdays", fromHour: 12, toHour: 20 };
const debt = { id: "loan", principalUsd: 1e6, rateAnnual: 0.1, termMonths: 24, repayment: "level" };

test.each<[string, Part]>([
  ["two contracts after one another", { contracts: [contract, { ...contract, id: "next", firstMonth: 7 }] }],
  ["an index with a floor below its cap", withEnergy({ kind: "indexed", seriesId: "hub", capUsdKwh: 0.2, floorUsdKwh: 0 })],
  ["take or pay resold at the index", withEnergy({ kind: "fixed", priceUsdKwh: 0.04, takeOrPayShare: 0.8, resale: { kind: "indexed", seriesId: "hub" } })],
  ["two periods on the same hours of other days", withEnergy({ kind: "timeOfUse", otherPriceUsdKwh: 0.03, periods: [period, { ...period, name: "weekend", days: "weekends" }] })],
  ["a machine of one's own at its setting", { machines: [{ id: "Own", hashrateThs: 100, powerW: 3000, cooling: "air", settings: [{ name: "low", hashrateThs: 80, powerW: 2000 }] }], ...withFleet({ machine: "Own", operation: { poolFee: 0, profile: "low" } }) }],
  ["a table longer than the plan", withScenario({ btcPrice: { kind: "table", values: hours.slice(0, 13) } })],
  ["a hedge within the plan", { priceSeries: series, ...withFinance({ hedges: [{ kind: "powerPut", seriesId: "hub", volumeMw: 5, strikeUsdKwh: 0.03, premiumUsdMonth: 1000, firstMonth: 1, lastMonth: 12 }] }) }],
])("%s is allowed", (_, change) => expect(problems(change)).toEqual([]));

test.each<[string, Part, string]>([
  ["names given twice", { sites: [site, site], contracts: [contract] }, 'sites[1].id: Name of site "TX1" (sites[1].id) must be given once, in whatever case; it is "TX1".'],
  ["a fleet at no site", withFleet({ siteId: "TX9" }), 'fleets[0].siteId: Site of fleet "Old" (fleets[0].siteId) must name a site: "TX1"; it is "TX9".'],
  ["a site without contract", { sites: [site, { ...site, id: "TX2" }] }, 'contracts: Contracts (contracts) must have one for site "TX2" from month 1 on; it is a list of 1.'],
  ["a contract that begins later", { contracts: [{ ...contract, firstMonth: 2 }] }, 'contracts: Contracts (contracts) must have one for site "TX1" from month 1 on; it is a list of 1.'],
  ["two contracts at once", { contracts: [contract, { ...contract, id: "B" }] }, 'contracts[1].firstMonth: First month of contract "B" (contracts[1].firstMonth) must differ from that of the site\'s other contracts; it is 1.'],
  ["a contract after the plan", { contracts: [contract, { ...contract, id: "B", firstMonth: 13 }] }, 'contracts[1].firstMonth: First month of contract "B" (contracts[1].firstMonth) must be a month of the plan, 1 to 12; it is 13.'],
  ["an unknown series", withEnergy({ kind: "indexed", seriesId: "north" }), 'contracts[0].energy.seriesId: Series of contract "PPA" (contracts[0].energy.seriesId) must name an hourly series: "hub"; it is "north".'],
  ["a floor above the cap", withEnergy({ kind: "indexed", seriesId: "hub", capUsdKwh: 0.01, floorUsdKwh: 0.02 }), "not be above the cap"],
  ["resale at an unknown series", withEnergy({ kind: "fixed", priceUsdKwh: 0.04, resale: { kind: "indexed", seriesId: "x" } }), "contracts[0].energy.resale.seriesId"],
  ["a period past midnight", withEnergy({ kind: "timeOfUse", otherPriceUsdKwh: 0.03, periods: [{ ...period, fromHour: 20, toHour: 6 }] }), "a period past midnight is two"],
  ["periods that overlap", withEnergy({ kind: "timeOfUse", otherPriceUsdKwh: 0.03, periods: [period, { ...period, name: "all", days: "all", fromHour: 19, toHour: 22 }] }), 'must have hours of its own, and some are those of "peak"; it is "all"'],
  ["more peaks avoided than there are", withEnergy({ kind: "indexed", seriesId: "hub" }, { coincidentPeak: { rateUsdKwYear: 60, peaksAvoided: 5 } }), "must be at most the 4 peaks of a year; it is 5"],
  ["a series of some hours", { priceSeries: [{ id: "hub", valuesUsdKwh: hours.slice(0, 8000) }] }, "must have the hours of a year, 8,760 or 8,784 prices, and not 8000"],
  ["an unknown machine", withFleet({ machine: "S19 XQ" }), 'must name a machine of the catalog or one of your own; it is "S19 XQ". The catalog has no machine "S19 XQ". Nearest: "Antminer S19 XP"'],
  ["a machine whose hashrate is left open", withFleet({ machine: "S19j Pro" }), 'comes in'],
  ["an unknown setting", withFleet({ machine: "S19j Pro 104", operation: { poolFee: 0, profile: "1 W" } }), 'must be a setting of Antminer S19j Pro 104 TH/s: "stock"; it is "1 W"'],
  ["hydro machines at an air site", withFleet({ machine: "S21 Hyd 335" }), 'must name a site with hydro cooling, which "S21 Hyd 335" needs; it is "TX1"'],
  ["machines of the future", withFleet({ inServiceOn: "2026-09-01" }), "must be a day from 2009-01-03 to the market date"],
  ["a day that is none", withFleet({ inServiceOn: "2025-02-29" }), "must be a day from 2009-01-03 to the market date"],
  ["book value without months", withFleet({ bookValueUsd: 5 }), "must be above 0 while the books show a value; it is 0"],
  ["a ramp date before the plan", { sites: [{ ...site, powerRamp: [{ date: "2026-08-21", powerCapacityMw: 30 }] }] }, "must be a day after the market date"],
  ["ramp dates out of order", { sites: [{ ...site, powerRamp: [{ date: "2027-01-01", powerCapacityMw: 30 }, { date: "2026-12-01", powerCapacityMw: 40 }] }] }, "must be a day after the ramp date before it"],
  ["an own machine without figures that the catalog does not know", { machines: [{ id: "My rig" }] }, 'machines[0].hashrateThs: Hashrate of machine "My rig" (machines[0].hashrateThs) must be given, or the name be one of the catalog; it is missing. The catalog has no machine "My rig".'],
  ["an own machine with half of its figures", { machines: [{ id: "S21 XP 270", hashrateThs: 270 }] }, 'machines[0].powerW: Power of machine "S21 XP 270" (machines[0].powerW) must be given where other figures are; it is missing.'],
  ["a candidate that nobody makes", { candidates: [{ id: "C", machine: "Nothing", priceUsdTh: 10, leadMonths: 3, operation: { poolFee: 0 }, resale: { priceUsdTh: 5 } }] }, "candidates[0].machine"],
  ["a table too short", withScenario({ fees: { kind: "table", values: [0.1] } }), 'Values of market scenario "base" (market.scenarios[0].fees.values) must have a value for each of the 12 months; it is a list of 1.'],
  ["a price of nothing in a table", withScenario({ btcPrice: { kind: "table", values: [...hours.slice(0, 11), 0] } }), "(market.scenarios[0].btcPrice.values[11]) must be above 0; it is 0."],
  ["an unknown scenario", { market: { ...(small["market"] as Part), scenarioId: "bear" } }, 'must name a scenario: "base"; it is "bear"'],
  ["a market date that is none", withValue(small, "market.start.date", "2026-02-30"), "must be a day from 2009-01-03 to 2140-12-31"],
  ["a pledge of fleets that are not there", withFinance({ debts: [{ ...debt, securedOn: ["New"] }] }), 'Fleet of debt "loan" (finance.debts[0].securedOn[0]) must name a fleet: "Old"; it is "New".'],
  ["interest only to the end", withFinance({ debts: [{ ...debt, interestOnlyMonths: 24 }] }), "must be below the term"],
  ["more bitcoin pledged than held", withFinance({ debts: [{ ...debt, btcPledged: 2 }] }), "must cover the 2 BTC that debts pledge; it is 0"],
  ["a fleet pledged twice", withFinance({ debts: [{ ...debt, securedOn: ["Old", "Old"] }] }), 'Fleet of debt "loan" (finance.debts[0].securedOn[1]) must be given once; it is "Old".'],
  ["names that Excel takes for one", { sites: [site, { ...site, id: String(site["id"]).toLowerCase() }] }, "must be given once, in whatever case"],
  ["a name that Excel takes for a pattern", withFleet({ id: "Old*" }), "has no *, ? or ~"],
  ["more stops than there are hours", { contracts: [{ ...contract, coincidentPeak: { rateUsdKwYear: 1, peaksAvoided: 0, peaksPerYear: 5, hoursOffYear: 8000 }, demandResponse: { enrolledShare: 1, capacityUsdKwMonth: 1, energyUsdKwh: 0.02, hoursOffYear: 760 } }] }, "must leave hours to run: all stops together are 8,760 hours of 8,760 a year; it is 8,000."],
  ["more candidates than the workbook can tell apart", { candidates: Array.from({ length: 21 }, (_, i) => ({ id: `C${i}`, machine: "S21 XP 270", priceUsdTh: 10, leadMonths: 1, operation: { poolFee: 0.01 }, resale: { priceUsdTh: 9 } })) }, "must be a list of 0 to 20 entries; it is a list of 21."],
  ["a hedge past the plan", withFinance({ hedges: [{ kind: "hashpriceForward", hashratePhs: 10, hashpriceUsdPhDay: 45, firstMonth: 1, lastMonth: 13 }] }), "must be a month from the first one to month 12"],
])("%s is refused", (_, change, sentence) => expect(problems(change).join("\n")).toContain(sentence));

test("a network response needs shares that add up and paybacks in their order", () => {
  const orders = { maxShareMonth: 0.03, leadDays: 150, efficiencyJth: 13, priceUsdTh: 14, fullOrderPaybackDays: 800, noOrderPaybackDays: 800 };
  const difficulty = {
    kind: "networkResponse", calibration: "test", stack: [{ name: "a", efficiencyJth: 15, hashrateShare: 0.5 }, { name: "b", efficiencyJth: 25, hashrateShare: 0.4 }],
    powerMedianUsdKwh: 0.045, powerSigma: 0.3, poolFee: 0.01, stopBand: 0.08, restartBand: 0.08, stopDays: 7, restartDays: 30, scrapShareMonth: 0.01, orders,
  };
  expect(problems(withScenario({ difficulty }))).toEqual([
    'market.scenarios[0].difficulty.stack: Merit order of market scenario "base" (market.scenarios[0].difficulty.stack) must have shares that add up to 1, and they add up to 0.9; it is a list of 2.',
    expect.stringContaining("must be longer than the payback up to which the most is ordered; it is 800"),
  ]);
});
