import { checkScenario, problemText } from "../../src/planning/check-scenario";
import { planScenario } from "../../src/planning/scenario";
import { catalogMachine, defaultScenario, type ScenarioInputs } from "../../src/planning/scenario-inputs";
import { InputError } from "../../src/units/errors";

const base = defaultScenario();

test("the default scenario can be planned", () => {
  expect(checkScenario(base)).toEqual([]);
});

test("every problem is reported, each with its place and range", () => {
  const inputs: ScenarioInputs = {
    ...base,
    site: { ...base.site, powerPriceUsdKwh: 45, pue: 0.9 },
    fleet: { ...base.fleet, units: 10.5, machine: { name: " ", hashrateThs: 0, powerW: NaN, source: "" } },
    horizon: { ...base.horizon, months: 121 },
    market: { ...base.market, date: "2026-02-30", difficulty: Infinity },
  };
  expect(checkScenario(inputs).map((problem) => problem.path)).toEqual([
    "fleet.machine.name", "site.powerPriceUsdKwh", "site.pue", "fleet.machine.hashrateThs", "fleet.machine.powerW", "fleet.units", "horizon.months",
    "market.difficulty", "market.date",
  ]);
});

test.each<[Partial<ScenarioInputs>, string]>([
  [{ site: { ...base.site, powerPriceUsdKwh: 45 } }, "Power price must be from 0 to 1 $/kWh; it is 45 $/kWh. Give dollars per kWh: $45/MWh is 0.045."],
  [{ site: { ...base.site, uptime: 97 } }, "Uptime must be above 0% and at most 100%; it is 9,700%. Give the share of the time that machines run."],
  [{ horizon: { ...base.horizon, months: 12.5 } }, "Months must be a whole number from 1 to 120 months; it is 12.5 months. Give how many months to plan, as a whole number."],
  [{ horizon: { ...base.horizon, priceGrowthMonthly: NaN } }, "BTC price growth must be from -50% to 50%. Give the change from one month to the next."],
  [{ market: { ...base.market, date: "soon" } }, 'Market date must be a day from 2009-01-03 to 2140-12-31; it is "soon". Give year, month and day, such as 2026-08-21.'],
  [{ site: { ...base.site, powerCapacityMw: 0.003 } }, "Site power must be at least 0.00382725 MW, one machine with cooling; it is 0.003 MW. Give the power the site may draw at the meter."],
])("%j reads as a sentence", (change, sentence) => {
  const inputs = { ...base, ...change };
  expect(checkScenario(inputs).map(problemText)).toEqual([sentence]);
  expect(() => planScenario(inputs)).toThrow(new InputError(sentence));
});

test("machines come from the catalog by the names people type", () => {
  expect(catalogMachine("s19j pro 104")).toMatchObject({ name: "Antminer S19j Pro 104 TH/s", hashrateThs: 104, powerW: 3068 });
});
