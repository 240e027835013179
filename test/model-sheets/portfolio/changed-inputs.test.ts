import { readPortfolio, type Portfolio } from "../../../src/planning/portfolio";
import { withCells, withInputs, withValues } from "./support/changed-inputs";
import { calculated } from "./support/reading";
import { differences } from "./support/same-as-plan";
import { built, planned, sample } from "./support/samples";

// What people may change on Inputs, changed: the workbook then has the figures that the planner finds for the changed document.

const threeSites = withValues(sample("portfolio-three-sites"), { 
  "market.scenarioId": "steady growth", "priceSeries.0.csvFile": undefined, horizonMonths: 42,
  // Prices from a table, difficulty without the network's answer, which stays as it was found at the build.
  "market.scenarios.1.difficulty": { kind: "growth", growthMonthly: 0.005 },
});
const s19 = sample("portfolio-20mw-s19");
const leveraged = sample("portfolio-leveraged");
const books = new Map([threeSites, s19, leveraged].map((portfolio) => [portfolio, built(portfolio)]));

const cases: readonly (readonly [string, Portfolio, Readonly<Record<string, unknown>>])[] = [
  ["another scenario, with a price of its table", threeSites, { "market.scenarioId": "bear", "market.scenarios.1.btcPrice.values.6": 90_000 }],
  ["a scenario whose difficulty was found at the build", threeSites, { "market.scenarioId": "bull" }],
  ["growth and the market date's figures", threeSites, {
    "market.scenarios.3.btcPrice.growthMonthly": 0.03, "market.scenarios.3.difficulty.growthMonthly": -0.01, "market.scenarios.3.fees.growthMonthly": 0.02,
    "market.start.btcPriceUsd": 140_000, "market.start.difficulty": 9e13, "market.start.feesBtcPerBlock": 0.2, "market.start.height": 1_040_000,
  }],
  ["dear power", threeSites, { "contracts.0.energy.priceUsdKwh": 0.065, "contracts.2.energy.adderUsdKwh": 0.03, "contracts.3.energy.rateUsdKwh": 0.04 }],
  ["cheap power, worth more resold than used", threeSites, { "contracts.0.energy.priceUsdKwh": 0.01, "contracts.0.energy.resale.priceUsdKwh": 0.03, "contracts.2.energy.adderUsdKwh": -0.02 }],
  ["a cap and a floor where there was none, and no take or pay", threeSites, { "contracts.2.energy.capUsdKwh": 0.05, "contracts.2.energy.floorUsdKwh": 0.01, "contracts.0.energy.takeOrPayShare": 0 }],
  ["take or pay, renewal and escalation", threeSites, { "contracts.0.energy.takeOrPayShare": 0.2, "contracts.1.firstMonth": 20, "contracts.1.energy.takeOrPayShare": 1, "contracts.0.escalationAnnual": 0.1 }],
  ["peaks, demand response, demand charge, and the host's terms", threeSites, {
    "contracts.2.coincidentPeak.peaksAvoided": 1, "contracts.2.coincidentPeak.hoursOffYear": 500, "contracts.2.demandResponse.enrolledShare": 1, "contracts.2.demandChargeUsdKwMonth": 9,
    "contracts.3.energy.lowPowerAllowed": true, "contracts.3.energy.profitShare": 0.4, "contracts.3.energy.nameplateSurcharge": 0.3,
  }],
  ["units, and machines that stand still", threeSites, {
    "fleets.0.units": 9_000, "fleets.1.units": 1, "fleets.3.units": 30_000, "fleets.0.state": "idle", "fleets.2.state": "idle", "sites.0.restartUsdMw": 90_000, "sites.1.shutdownUsdMw": 40_000,
  }],
  ["uptime, PUE and capacity", threeSites, { "sites.0.uptime": 0.5, "sites.1.pue.junAug": 1.6, "sites.2.powerCapacityMw": 60, "sites.0.powerRamp.0.powerCapacityMw": 5, "sites.0.powerRamp.0.date": "2028-02-15" }],
  ["fixed costs that close sites", threeSites, { "sites.0.fixedOpexUsdMonth": 9_000_000, "sites.1.fixedOpexUsdMonth": 9_000_000, "sites.2.fixedOpexUsdMonth": 0 }],
  ["cheap candidates without limit", threeSites, { "candidates.0.priceUsdTh": 2, "candidates.1.priceUsdTh": 1, "candidates.2.priceUsdTh": 0.5, "candidates.2.duty": 0, "candidates.2.availableUnits": undefined }],
  ["scarce candidates and lead times", threeSites, {
    "candidates.0.availableUnits": 700, "candidates.1.availableUnits": 10, "candidates.2.availableUnits": 5_000, "candidates.0.priceUsdTh": 3,
    "candidates.0.leadMonths": 0, "candidates.1.leadMonths": 41, "candidates.2.leadMonths": 42,
  }],
  ["moving", threeSites, { "fleets.2.relocationDays": 300, "fleets.2.relocationUsdUnit": 0, "fleets.4.relocationDays": 0, "sites.2.powerCapacityMw": 150, "contracts.3.energy.rateUsdKwh": 0.001 }],
  ["age, failures, fees and resale", threeSites, {
    "fleets.0.inServiceOn": "2015-01-01", "fleets.0.operation.degradationAnnual": 0.2, "fleets.1.operation.failureRateAnnual": 4, "fleets.1.operation.repairDays": 90, "fleets.3.operation.poolFee": 0.3,
    "fleets.3.operation.firmwareFee": 0.1, "fleets.3.resale.priceUsdTh": 60, "fleets.2.resale.hashpriceExponent": 0, "fleets.4.resale.declineAnnual": 0.9, "candidates.0.resale.hashpriceExponent": 2,
  }],
  ["books and tax", threeSites, {
    "fleets.0.bookValueUsd": 0, "fleets.0.bookMonthsLeft": 0, "fleets.1.bookMonthsLeft": 200, "finance.taxRate": 0.4, "finance.depreciationYears": 3, "finance.bonusDepreciationShare": 0.1,
  }],
  ["no tax, no discount", s19, { "finance.taxRate": 0, "finance.discountRateAnnual": 0 }],
  ["a fleet with settings on dear power", s19, { "market.scenarioId": "flat", "contracts.0.energy.priceUsdKwh": 0.08, "fleets.0.operation.firmwareFee": 0 }],
  ["a fleet with settings in little room", s19, { "market.scenarioId": "flat", "sites.0.powerCapacityMw": 11 }],
  ["no power at all", s19, { "market.scenarioId": "flat", "sites.0.powerCapacityMw": 0.001 }],
  ["periods' prices", leveraged, { "market.scenarioId": "bull", "contracts.0.energy.periods.0.priceUsdKwh": 0.3, "contracts.0.energy.otherPriceUsdKwh": 0.02 }],
];

test.each(cases)("%s", (_, before, values) => {
  const after = withValues(before, values);
  expect(readPortfolio(after).problems).toBeUndefined();
  const book = books.get(before)!;
  const { sheets, changed } = withInputs(book.sheets, before, after);
  const reading = calculated(book, sheets);
  expect(differences(after, planned(after), reading, book.book)).toEqual([]);
  expect([reading.value("inputsChanged"), changed]).toEqual([Object.keys(values).length, Object.keys(values).length]);
});

test("settings of machines that somebody corrected", () => {
  const settings = [{ name: "eco", hashrateThs: 70, powerW: 1_900 }, { name: "low", hashrateThs: 50, powerW: 1_200 }];
  const before = withValues(s19, { machines: [{ id: "own", hashrateThs: 95, powerW: 3_250, cooling: "air", settings, source: "measured" }], "fleets.0.machine": "own", "market.scenarioId": "flat" });
  const book = built(before);
  // A setting of more power than the machine's own is none to choose.
  for (const after of [withValues(before, { "machines.0.settings.0.powerW": 2_100, "machines.0.hashrateThs": 90 }), withValues(before, { "machines.0.settings.0.powerW": 3_300 }), withValues(before, { "machines.0.settings.0.powerW": 3_300, "machines.0.settings.1.powerW": 3_250 })]) {
    const { sheets } = withInputs(book.sheets, before, after);
    const plan = planned(after);
    // Without lower settings the planner has no such alternative; the workbook has one that is not available.
    if (plan.fleets[0]!.alternatives.length < book.plan.fleets[0]!.alternatives.length) expect(calculated(book, sheets).value("f1a2Available")).toBe(0);
    else expect(differences(after, plan, calculated(book, sheets), book.book)).toEqual([]);
  }
});

test("settings of the catalog's machines that somebody corrected", () => {
  const book = books.get(s19)!;
  const row = book.sheets.find(({ name }) => name === "Catalog")!.rows.findIndex((cells) => cells[1]?.content === "stock");
  const reading = calculated(book, withCells(book.sheets, "Catalog", new Map([[`${row} 3`, 3_500]])));
  expect([reading.value("f1Demand"), reading.value("inputsChanged")]).toEqual([5_800 * 3_500, 1]);
});
