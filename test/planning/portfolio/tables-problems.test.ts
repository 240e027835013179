import { assumptionIndex, portfolioTables, readPortfolio, type GivenTable, type TableValue } from "../../../src/planning/portfolio";
import { smallDocument, withValue } from "./support";
import { changed, portfolioOf, problemsOf, replaced, small, withCell, written } from "./tables-support";

test("what is wrong with a value leads to its cell", () => {
  expect(problemsOf(withCell("Fleets", 1, "Units (machines)", "many"))).toEqual(['Fleets, row 1, Units (machines): Units of fleet "Old" (fleets[0].units) must be a whole number from 1 to 10,000,000 (machines); it is "many".']);
  expect(problemsOf(withCell("Sites", 1, "PUE June to August (ratio)", null))).toEqual([expect.stringMatching(/^Sites, row 1, PUE June to August \(ratio\): .* is missing/)]);
  expect(problemsOf(withCell("Assumptions", 1 + assumptionIndex("finance.taxRate"), "Value", 21))).toEqual([expect.stringMatching(/^Assumptions, row 14, Value: Tax rate \(finance.taxRate\) must be/)]);
  expect(problemsOf(withCell("Contracts", 1, "Energy: cap ($/kWh)", 0.1))).toEqual([expect.stringMatching(/^Contracts, row 1, Energy: cap \(\$\/kWh\): contracts\[0\].energy.capUsdKwh is not a field that is read/)]);
  expect(problemsOf(withCell("Contracts", 1, "Energy: kind", "timeOfUse"))).toContainEqual(expect.stringMatching(/^TariffPeriods: Periods of contract "PPA" .* is missing/));
});

test("what is wrong inside a table of figures leads to its month", () => {
  const table = { kind: "table", values: Array.from({ length: 12 }, (_, i) => 70_000 + i) };
  const { portfolio } = readPortfolio(withValue(smallDocument(), "market.scenarios[0].btcPrice", table));
  expect(problemsOf(withCell("ScenarioTables", 4, "base: BTC price ($)", null, portfolio))).toEqual([expect.stringMatching(/^ScenarioTables, row 4, base: BTC price \(\$\): Value .* it is empty \(null\)\.$/)]);
  expect(problemsOf(withCell("ScenarioTables", 12, "base: BTC price ($)", null, portfolio))).toEqual([expect.stringMatching(/^ScenarioTables, base: BTC price \(\$\): .* must have a value for each of the 12 months/)]);
  expect(problemsOf(withCell("ScenarioTables", 3, "Month", 5, portfolio))).toEqual(["ScenarioTables, row 3, Month: ScenarioTables, row 3, Month must be 3: the rows count up from 1. Sort the table by Month and fill the gaps."]);
  const withoutColumn = changed("ScenarioTables", () => ({ headers: ["Month"], rows: [[1]] }), portfolio);
  expect(problemsOf(withoutColumn)).toEqual([expect.stringMatching(/^ScenarioTables, base: BTC price \(\$\): Values .* is missing/)]);
});

test("a column that is misspelled, unknown, given twice or missing", () => {
  const renamed = (from: string, to: string): GivenTable[] => changed("Sites", ({ headers }) => ({ headers: headers.map((header) => (header === from ? to : header)) }));
  expect(problemsOf(renamed("Uptime (share of time)", "Up time (share of time)"))).toEqual(['Sites, Up time (share of time): Sites has a column "Up time (share of time)" that is not read. Did you mean "Uptime (share of time)"? Rename it.']);
  expect(problemsOf(renamed("Note", "Power capacity (MW)"))).toEqual([
    'Sites, Power capacity (MW): Sites has the column "Power capacity (MW)" twice. Keep one.',
    'Sites, Note: Sites has no column "Note". Add it; the order does not matter.',
  ]);
  expect(problemsOf(changed("Debts", ({ headers }) => ({ headers: [...headers, "My own remarks"] })))).toEqual(['Debts, My own remarks: Debts has a column "My own remarks" that is not read. Delete it.']);
});

test("an assumption that is renamed or removed", () => {
  const row = assumptionIndex("finance.taxRate");
  expect(problemsOf(withCell("Assumptions", row + 1, "Assumption", "Tax rat"))).toEqual([`Assumptions, row ${row + 1}, Assumption: Assumptions has a row "Tax rat" that is not read. Did you mean "Tax rate"? Rename it.`]);
  expect(problemsOf(changed("Assumptions", ({ rows }) => ({ rows: rows.filter((_, r) => r !== row) })))).toEqual(['Assumptions, Assumption: Assumptions has no row "Tax rate". Add it; the order does not matter.']);
  expect(problemsOf(changed("Assumptions", ({ headers }) => ({ headers: replaced(headers, 1, "Amount of it") })))).toEqual([
    'Assumptions, Amount of it: Assumptions has a column "Amount of it" that is not read. Delete it.',
    'Assumptions, Value: Assumptions has no column "Value". Add it; the order does not matter.',
  ]);
});

test("a table that is missing or unknown", () => {
  const tables = written(portfolioTables(small));
  expect(problemsOf(tables.filter(({ name }) => name !== "Fleets"))).toEqual(['Fleets: The workbook has no table "Fleets". Add it; the order does not matter.']);
  expect(problemsOf(changed("Fleets", () => ({ name: "Fleet" })))).toEqual(['Fleet: The workbook has a table "Fleet" that is not read. Did you mean "Fleets"? Rename it.']);
  expect(problemsOf([])).toHaveLength(15);
});

test("a row whose owner is not there", () => {
  const ramp = (site: TableValue): GivenTable[] => changed("PowerRamp", () => ({ rows: [[site, "2027-01-01", 30]] }));
  expect(portfolioOf(ramp("TX1")).sites[0]!.powerRamp).toEqual([{ date: "2027-01-01", powerCapacityMw: 30 }]);
  expect(problemsOf(ramp("TX2"))).toEqual(['PowerRamp, row 1, Site: PowerRamp, row 1, Site must name a row of Sites: "TX1"; it is "TX2".']);
  expect(problemsOf(ramp(null))).toEqual([expect.stringMatching(/Site must name a row of Sites: "TX1"; it is blank\.$/)]);
  expect(problemsOf(changed("MachineSettings", () => ({ rows: [["Rig", "eco", 90, 2000]] })))).toEqual([expect.stringMatching(/Machine must name a row of MyMachines, and there is none; it is "Rig"\.$/)]);
});
