import { asicModels, asOfMonth, newestPriceQuote, priceQuotes } from "../../src/catalog/catalog";
import { asicDetails } from "../../src/catalog/details";
import { filterModels } from "../../src/catalog/filter";

const models = asicModels();

test("all 314 machines are there, each once", () => {
  expect(models).toHaveLength(314);
  expect(new Set(models.map((model) => model.id)).size).toBe(314);
});

test.each(models.map((model) => [model.id, model] as const))("%s keeps the schema", (_, model) => {
  expect(model.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  expect(model.manufacturer).not.toBe("");
  expect(model.model).not.toBe("");
  expect(model.hashrateThs).toBeGreaterThan(0);
  expect(model.powerW).toBeGreaterThan(0);
  // J/TH is W ÷ TH/s, published with two decimals at most.
  expect(Math.abs(model.efficiencyJth - model.powerW / model.hashrateThs)).toBeLessThanOrEqual(0.005 + 1e-9);
  expect(["air", "hydro", "immersion"]).toContain(model.cooling);
  expect(model.released).toMatch(/^(20\d\d(-(0[1-9]|1[0-2]))?)?$/);
  expect(["high", "medium"]).toContain(model.confidence);
  expect(model.source.trim()).not.toBe("");
  if (model.confidence === "high") expect(model.source2.trim()).not.toBe("");
});

test("every machine has its details, and nothing else has", () => {
  for (const model of models) expect(asicDetails(model.id)).toMatchObject({ id: model.id, variant: expect.stringMatching(/\d [GT]H\/s$/) as unknown });
  expect(asicDetails("antminer-s23-hyd-580t")).toMatchObject({ chipNm: "3", weightKg: "13.5", voltageV: "380-415 AC" });
});

test("price quotes are dated, sourced, in order and of machines in the catalog", () => {
  const ids = new Set(models.map((model) => model.id));
  for (const quote of priceQuotes()) {
    expect(ids.has(quote.modelId)).toBe(true);
    expect(quote.date).toMatch(/^20\d\d-\d\d(-\d\d)?$/);
    expect(quote.priceUsdTh).toBeGreaterThan(0);
    expect(quote.source).not.toBe("");
  }
  expect(priceQuotes().map((quote) => quote.date)).toEqual(priceQuotes().map((quote) => quote.date).sort());
  expect(newestPriceQuote("antminer-s19-xp-140t")?.priceUsdTh).toBe(4.6);
});

test("the as-of month is the newest that the sources name", () => {
  expect(asOfMonth(models.find((model) => model.id === "antminer-s23-hyd-580t")!)).toBe("2026-06");
});

test("filters compare numbers as numbers and texts without regard to case", () => {
  expect(filterModels(models, "eff<10; cooling=HYDRO").every((model) => model.efficiencyJth < 10 && model.cooling === "hydro")).toBe(true);
  expect(filterModels(models, "maker=MicroBT")).toHaveLength(66);
  expect(() => filterModels(models, "eff~10")).toThrow(/condition "eff~10" cannot be read/);
  expect(() => filterModels(models, "eff<cheap")).toThrow(/give a number/);
  expect(() => filterModels(models, "eff<1")).toThrow(/No machine in the catalog meets/);
});
