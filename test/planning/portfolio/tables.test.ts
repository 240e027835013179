import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { assumptionIndex, columnIndex, documentOfTables, portfolioTables, readPortfolio, readPortfolioText, type Portfolio, type TableValue } from "../../../src/planning/portfolio";
import validate from "../../../src/planning/portfolio/portfolio.validator";
import { anyDocument } from "./document-arbitrary";
import { changed, portfolioOf, problemsOf, small, withCell, written } from "./tables-support";

const folder = join(__dirname, "../../../assets/samples");
const readSample = (file: string): string => readFileSync(join(folder, file), "utf8");
const samples = readdirSync(folder).filter((name) => /^portfolio-.*\.json$/.test(name));

/** Prices have gone from the file into a table. */
function withoutFiles(portfolio: Portfolio): Portfolio {
  return { ...portfolio, priceSeries: portfolio.priceSeries.map(({ csvFile: _, ...series }) => series) };
}

test.each(samples)("%s comes back from its tables, and each value's path leads to its cell", (file) => {
  const portfolio = withoutFiles(readPortfolioText(readSample(file), readSample).portfolio!);
  const tables = written(portfolioTables(portfolio));
  expect(portfolioOf(tables)).toEqual(portfolio);
  const { cellOf } = documentOfTables(tables);
  let numbers = 0;
  const visit = (value: unknown, path: string): void => {
    if (typeof value === "object") for (const [key, each] of Object.entries(value!)) visit(each, Array.isArray(value) ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`);
    if (typeof value !== "number" || path.includes(".months[")) return;
    const { table: name, row, header } = cellOf!(path)!;
    const table = tables.find((each) => each.name === name)!;
    if (table.rows[row! - 1]![table.headers.indexOf(header!)] !== value) throw new Error(`${path} is not in ${name}, row ${row}, ${header}`);
    numbers++;
  };
  visit(portfolio, "");
  expect(numbers).toBeGreaterThan(100);
});

test("the name of a price file is shown beside its prices, and read where there are none", () => {
  const portfolio = readPortfolioText(readSample("portfolio-three-sites.json"), readSample).portfolio!;
  const tables = written(portfolioTables(portfolio));
  expect(tables.find(({ name }) => name === "HourlySeries")!.rows[0]).toContain("hourly-prices.csv");
  expect(portfolioOf(tables)).toEqual(withoutFiles(portfolio));
  const { document } = documentOfTables(tables.filter(({ name }) => name !== "HourlyPrices"));
  expect(readPortfolio(document, readSample).portfolio).toEqual(portfolio);
});

test("any document comes back: every kind, optional field, default and name", () => {
  fc.assert(fc.property(anyDocument(), (document) => {
    const read = documentOfTables(written(portfolioTables(document as Portfolio)));
    expect(read.problems).toBeUndefined();
    const back = structuredClone(read.document);
    expect(validate(back)).toBe(true);
    expect(back).toEqual(document);
  }), { numRuns: 300 });
});

test("tables have these names, and each header once in any case", () => {
  const all = portfolioTables(readPortfolioText(readSample("portfolio-three-sites.json"), readSample).portfolio!);
  expect(all.map(({ name }) => name)).toEqual([
    "Assumptions", "Sites", "PowerRamp", "Contracts", "TariffPeriods", "Fleets", "Candidates", "MyMachines", "MachineSettings", "HourlySeries", "HourlyPrices", "Scenarios", "ScenarioTables", "NetworkStack",
    "Debts", "Hedges",
  ]);
  for (const { columns } of all) expect(new Set(columns.map(({ header }) => header.toLowerCase())).size).toBe(columns.length);
  const [assumptions] = all;
  const labels = assumptions!.rows.map(([label]) => label);
  expect(new Set(labels).size).toBe(labels.length);
  expect(labels).toEqual(expect.arrayContaining(["Name", "Months", "BTC price", "Tax rate", "Treasury: cash"]));
  expect(portfolioTables(small).map(({ name }) => name)).not.toContain("HourlyPrices");
});

test("headers say title and unit; a table without rows has its columns", () => {
  const headers = (name: string): string[] => portfolioTables(small).find((table) => table.name === name)!.columns.map(({ header }) => header);
  expect(headers("PowerRamp")).toEqual(["Site", "Day", "Power capacity (MW)"]);
  expect(headers("Sites")).toEqual(expect.arrayContaining(["Name", "PUE December to February (ratio)", "Cooling"]));
  expect(headers("Contracts")).toEqual(expect.arrayContaining(["First month", "Energy: kind", "Energy: price ($/kWh)", "Resale: kind", "Resale: price ($/kWh)", "Coincident peak: rate ($/kW-year)"]));
  expect(headers("Fleets")).toEqual(expect.arrayContaining(["Resale price ($/TH)", "Resale: decline (share a year)", "Operation: pool fee (share of revenue)"]));
  expect(headers("Scenarios")).toEqual(expect.arrayContaining(["BTC price: kind", "Difficulty: stop band (share)", "Orders: lead time (days)"]));
  expect(headers("ScenarioTables")).toEqual(["Month"]);
});

test("columns and assumptions are found by key", () => {
  const [assumptions, sites] = portfolioTables(small);
  expect(sites!.columns[columnIndex(sites!, "pue.decFeb")]!.header).toBe("PUE December to February (ratio)");
  expect(() => columnIndex(sites!, "pue")).toThrow('There is no column of Sites with the key "pue".');
  expect(assumptions!.rows[assumptionIndex("market.start.btcPriceUsd")]).toEqual(["BTC price", 78_456.69, "$", "Dollars for one BTC."]);
  expect(() => assumptionIndex("finance.debts")).toThrow('There is no assumption with the key "finance.debts".');
});

test("days are serial numbers in cells; a day typed as text is read too", () => {
  const fleets = portfolioTables(small).find(({ name }) => name === "Fleets")!;
  expect(fleets.rows[0]![columnIndex(fleets, "inServiceOn")]).toBe(44_348);
  expect(portfolioOf(withCell("Fleets", 1, "In service", 44_348.5))).toEqual(small);
  expect(portfolioOf(withCell("Fleets", 1, "In service", "2021-06-01"))).toEqual(small);
  expect(problemsOf(withCell("Fleets", 1, "In service", 5))).toEqual([expect.stringMatching(/^Fleets, row 1, In service: In service of fleet "Old" .* it is 5\.$/)]);
});

test("order of tables, rows and columns, case of names and blank rows are no matter", () => {
  const stirred = written(portfolioTables(small)).reverse().map(({ name, headers, rows }) => ({
    name: ` ${name.toLowerCase()}`,
    headers: headers.map((header) => `${header.toUpperCase()} `).reverse(),
    rows: [headers.map(() => null), ...rows.map((row) => [...row].reverse()).reverse(), headers.map(() => "")],
  }));
  expect(portfolioOf(stirred)).toEqual(small);
});

test("a row that a user adds is a new site, with defaults where its cells are blank", () => {
  const values = new Map<string, TableValue>([
    ["Name", 7], ["Power capacity (MW)", 5], ["Cooling", "Hydro,air"], ["Uptime (share of time)", 0.9], ["Fixed costs ($/month)", 0],
    ...["December to February", "March to May", "June to August", "September to November"].map((season) => [`PUE ${season} (ratio)`, 1.1] as const),
  ]);
  const tables = changed("Sites", ({ headers, rows }) => ({ rows: [...rows, headers.map(() => null), headers.map((header) => values.get(header) ?? null)] }));
  expect(problemsOf(tables)).toEqual(['Sites, row 3, Cooling: Cooling of site "7" (sites[1].cooling[0]) must be "air", "hydro" or "immersion"; it is "Hydro".']);
  values.set("Cooling", " hydro,air");
  const more = changed("Sites", ({ headers, rows }) => ({ rows: [...rows, headers.map((header) => values.get(header) ?? null)] }));
  expect(problemsOf(more)).toEqual([expect.stringMatching(/^Contracts: .* must have one for site "7" from month 1 on/)]);
  expect((documentOfTables(more).document as Portfolio).sites[1]).toEqual({
    id: "7", powerCapacityMw: 5, cooling: ["hydro", "air"], uptime: 0.9, fixedOpexUsdMonth: 0, pue: { decFeb: 1.1, marMay: 1.1, junAug: 1.1, sepNov: 1.1 },
  });
});

test("an optional part is left out where all its cells are blank", () => {
  expect(small.contracts[0]).not.toHaveProperty("coincidentPeak");
  const [contract] = portfolioOf(withCell("Contracts", 1, "Coincident peak: rate ($/kW-year)", 40)).contracts;
  expect(contract!.coincidentPeak).toEqual({ rateUsdKwYear: 40, peaksPerYear: 4, peaksAvoided: 0, hoursOffYear: 0 });
});
