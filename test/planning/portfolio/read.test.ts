import fc from "fast-check";
import { readPortfolio, readPortfolioText, type PortfolioReading } from "../../../src/planning/portfolio/read";
import { smallDocument, withValue } from "./support";

const small = smallDocument();
const messages = (reading: PortfolioReading): string[] => (reading.problems ?? []).map((problem) => problem.message);
const messagesOf = (path: string, value: unknown): string[] => messages(readPortfolio(withValue(small, path, value)));

test("a small document is read, defaults are filled in, and what was given stays as it was", () => {
  const before = JSON.stringify(small);
  const { portfolio } = readPortfolio(small);
  expect(portfolio).toMatchObject({
    note: "", machines: [], candidates: [],
    sites: [{ powerRamp: [], restartUsdMw: 0, minHoursOff: 0 }],
    contracts: [{ firstMonth: 1, escalationAnnual: 0, energy: { takeOrPayShare: 0 } }],
    fleets: [{ state: "running", operation: { profile: "stock", firmwareFee: 0 }, resale: { declineAnnual: 0 } }],
    finance: { taxRate: 0, depreciationYears: 5, debts: [], treasury: { saleHaircut: 0 } },
  });
  expect(JSON.stringify(small)).toBe(before);
  expect(readPortfolioText(before).portfolio).toEqual(portfolio);
});

test.each([
  ["sites[0].uptime", 97, 'Uptime of site "TX1" (sites[0].uptime) must be a number above 0 and at most 1 (share of time); it is 97. Give a share: 0.05 is 5%.'],
  ["sites[0].uptime", undefined, 'Uptime of site "TX1" (sites[0].uptime) is missing; it must be a number above 0 and at most 1 (share of time). Give a share: 0.05 is 5%.'],
  ["sites[0].uptime", "97%", 'Uptime of site "TX1" (sites[0].uptime) must be a number above 0 and at most 1 (share of time); it is "97%". Give a share: 0.05 is 5%.'],
  ["contracts[0].energy.priceUsdKwh", 55, 'Price of contract "PPA" (contracts[0].energy.priceUsdKwh) must be a number from 0 to 1 ($/kWh); it is 55. Give dollars per kWh: $45/MWh is 0.045.'],
  ["contracts[0].energy.kind", "spot", 'Energy of contract "PPA" (contracts[0].energy) must have a "kind" of "fixed", "timeOfUse", "indexed" or "hosting"; its kind is "spot".'],
  ["contracts[0].energy.kind", undefined, 'Energy of contract "PPA" (contracts[0].energy) must have a "kind" of "fixed", "timeOfUse", "indexed" or "hosting"; it has none.'],
  ["contracts[0].energy", null, 'Energy of contract "PPA" (contracts[0].energy) must be an object whose "kind" is "fixed", "timeOfUse", "indexed" or "hosting"; it is empty (null).'],
  ["contracts[0].energy.takeOrPay", 0.5, 'contracts[0].energy.takeOrPay is not a field that is read. Did you mean "takeOrPayShare"?'],
  ["colour", "red", "colour is not a field that is read. Fields: schemaVersion, name, note, horizonMonths, machines, priceSeries, sites, contracts, fleets, candidates, market, finance."],
  ["horizonMonths", 12.5, "Months (horizonMonths) must be a whole number from 1 to 120 (months); it is 12.5."],
  ["sites", [], "Sites (sites) must be a list of at least 1 entry; it is a list of 0."],
  ["sites[0].cooling[0]", "water", 'Cooling of site "TX1" (sites[0].cooling[0]) must be "air", "hydro" or "immersion"; it is "water".'],
  ["schemaVersion", "0.9", 'Version (schemaVersion) must be "1.0"; it is "0.9".'],
  ["market.start.btcPriceUsd", NaN, "BTC price (market.start.btcPriceUsd) must be a number above 0 and at most 1,000,000,000 ($); it is not a number."],
  ["fleets[0].id", " Old", 'Name of fleet " Old" (fleets[0].id) must be a name of 1 to 40 characters that neither begins nor ends with a space and has no *, ? or ~, which Excel takes for other letters; it is " Old".'],
  ["fleets[0].inServiceOn", "June 2021", 'In service of fleet "Old" (fleets[0].inServiceOn) must be a day written as year-month-day, such as 2026-08-21; it is "June 2021".'],
])("%s = %p is refused with its path, value and rule", (path, value, message) => expect(messagesOf(path, value)).toEqual([message]));

test("every problem is told, each place once, with path, value and rule", () => {
  const { problems } = readPortfolio(withValue(withValue(withValue(small, "sites[0].pue.junAug", 0.9), "name", 5), "finance.treasury.policy", "hodl"));
  expect(problems?.map(({ path, value, rule }) => [path, value, rule])).toEqual(expect.arrayContaining([
    ["sites[0].pue.junAug", 0.9, "a number from 1 to 2 (ratio)"],
    ["name", 5, "a name of 1 to 120 characters that neither begins nor ends with a space"],
    ["finance.treasury.policy", "hodl", '"sellAll", "sellForCosts" or "holdAll"'],
  ]));
  expect(problems).toHaveLength(3);
});

test.each([null, undefined, 5, "x", [], [small]])("%p is no document", (given) => {
  expect(messages(readPortfolio(given))).toEqual([expect.stringMatching(/^The document must be an object; it is /)]);
});

test("a file that is not JSON is refused; a byte order mark is no matter", () => {
  expect(messages(readPortfolioText("{"))).toEqual([expect.stringMatching(/^The file is not JSON: .+\.$/)]);
  expect(readPortfolioText(`\uFEFF${JSON.stringify(small)}`).portfolio).toBeDefined();
});

describe("hourly series from CSV", () => {
  const prices = Array.from({ length: 8760 }, (_, i) => 20 + (i % 24));
  const document = { ...small, priceSeries: [{ id: "hub", csvFile: "hub.csv" }] };
  const read = (text: string | undefined): PortfolioReading => readPortfolio(document, () => text);

  test("a column of $/MWh is read as $/kWh, whatever stands beside it", () => {
    const rows = (separator: string): string => ["hour", "price_usd_mwh"].join(separator) + "\n" + prices.map((price, i) => `${i}${separator}${price}`).join("\r\n") + "\n";
    for (const separator of [",", ";"]) {
      const values = read(rows(separator)).portfolio!.priceSeries[0]!.valuesUsdKwh;
      expect([values.length, values[0], values[23]]).toEqual([8760, 0.02, expect.closeTo(0.043, 12)]);
    }
    expect(read(`Price_USD_kWh\n${prices.map((price) => `"${price / 1000}"`).join("\n")}`).portfolio!.priceSeries[0]!.valuesUsdKwh[1]).toBeCloseTo(0.021, 12);
  });

  test.each([
    [undefined, "must name a file beside the document that can be read"],
    ["hour,price\n1,2", "must name a file of hourly prices, but it has no column price_usd_kwh or price_usd_mwh, only hour, price"],
    ["price_usd_kwh\n0.02\n\n0.03", 'must name a file of hourly prices, but in row 3 it has "" for a price'],
    ["price_usd_kwh\n0.02\nn/a", 'must name a file of hourly prices, but in row 3 it has "n/a" for a price'],
    [`price_usd_mwh\n${"30\n".repeat(8759)}999999`, "must have prices from -10 to 100 ($/kWh), and hour 8760 has 999.999"],
    ["price_usd_kwh\n0.02\n0.03", "must have the hours of a year, 8,760 or 8,784 prices, and not 2"],
  ])("%p is refused", (text, sentence) => {
    expect(messages(read(text))).toEqual([`CSV file of hourly series "hub" (priceSeries[0].csvFile) ${sentence}; it is "hub.csv".`]);
  });

  test("a series has values or a file, not both and not neither", () => {
    expect(messages(readPortfolio({ ...small, priceSeries: [{ id: "hub" }] }))).toEqual([expect.stringMatching(/^Values of hourly series "hub" .*is missing/)]);
    expect(messages(readPortfolio({ ...small, priceSeries: [{ id: "hub", csvFile: "x.csv", valuesUsdKwh: prices }] }))).toEqual([expect.stringContaining("must be left out where the values are given")]);
    expect(readPortfolio({ ...small, priceSeries: [{ id: "hub", valuesUsdKwh: prices.map((price) => price / 1000) }] }).portfolio).toBeDefined();
  });
});

test("property: whatever one value is replaced by, the document is read or refused with a sentence that has its place", () => {
  const paths = leaves(small);
  fc.assert(fc.property(fc.constantFrom(...paths), fc.oneof(fc.jsonValue(), fc.constant(undefined), fc.double()), (path, value) => {
    const { portfolio, problems } = readPortfolio(withValue(small, path, value));
    if (portfolio) return;
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) expect(problem.message).toMatch(/^\S.{20,}[.?)]$/s);
  }), { numRuns: 300 });
});

function leaves(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null) return [path];
  return [...(path === "" ? [] : [path]), ...Object.entries(value).flatMap(([key, each]) => leaves(each, Array.isArray(value) ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`))];
}
