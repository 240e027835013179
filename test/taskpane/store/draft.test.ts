import { listAt, placeOf, sameJson, valueAt, withEntry, withoutEntry, withValue, type Draft } from "../../../src/taskpane/store/draft";
import { freeName, namesIn, renamed } from "../../../src/taskpane/store/names";

const draft: Draft = {
  sites: [{ id: "A", pue: { decFeb: 1.05 } }, { id: "B" }],
  contracts: [{ siteId: "A", energy: { kind: "fixed", resale: { seriesId: "Hub" } } }, { siteId: "B", energy: { kind: "indexed", seriesId: "Hub" } }],
  priceSeries: [{ id: "Hub" }],
  fleets: [{ id: "F", siteId: "A", machine: "Own" }, { id: "G", siteId: "B", machine: "S19 95" }],
  machines: [{ id: "Own" }],
  finance: { debts: [{ securedOn: ["F", "G"] }], hedges: [{ seriesId: "Hub" }] },
  market: { scenarioId: "base", scenarios: [{ id: "base" }] },
};

test("paths of problems are places, and values are found there", () => {
  expect(placeOf("sites[0].pue.decFeb")).toEqual(["sites", 0, "pue", "decFeb"]);
  expect(placeOf("market.scenarios[1].btcPrice.values[3]")).toEqual(["market", "scenarios", 1, "btcPrice", "values", 3]);
  expect(valueAt(draft, ["sites", 0, "pue", "decFeb"])).toBe(1.05);
  expect(valueAt(draft, ["sites", 7, "pue"])).toBeUndefined();
  expect(valueAt(draft, ["name", "x"])).toBeUndefined();
});

test("a value is changed in a copy that shares the rest; undefined takes the field away; what is missing on the way is made", () => {
  const next = withValue(draft, placeOf("sites[0].pue.decFeb"), 1.1);
  expect(valueAt(next, ["sites", 0, "pue", "decFeb"])).toBe(1.1);
  expect(valueAt(draft, ["sites", 0, "pue", "decFeb"])).toBe(1.05);
  expect(valueAt(next, ["sites", 1])).toBe(valueAt(draft, ["sites", 1]));
  expect(withValue({ a: 1, b: 2 }, ["a"], undefined)).toEqual({ b: 2 });
  expect(Object.keys(withValue({ a: 1, b: 2 }, ["a"], 3))).toEqual(["a", "b"]);
  expect(withValue({}, placeOf("market.start.date"), "2026-01-01")).toEqual({ market: { start: { date: "2026-01-01" } } });
});

test("entries are added and taken away", () => {
  expect(listAt(withEntry(draft, ["sites"], { id: "C" }), ["sites"])).toHaveLength(3);
  expect(namesIn(withEntry(draft, ["sites"], { id: "C" }, 1), ["sites"])).toEqual(["A", "C", "B"]);
  expect(namesIn(withoutEntry(draft, ["sites"], 0), ["sites"])).toEqual(["B"]);
  expect(listAt(withEntry({}, ["candidates"], { id: "X" }), ["candidates"])).toEqual([{ id: "X" }]);
});

test("the same JSON is the same in any order of its fields", () => {
  expect(sameJson({ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1, d: undefined })).toBe(true);
  expect(sameJson({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
  expect(sameJson([], {})).toBe(false);
  expect(sameJson(null, {})).toBe(false);
});

test("a new name goes to all that refer to it", () => {
  const next = renamed(draft, ["sites"], 0, "Alpha");
  expect(namesIn(next, ["sites"])).toEqual(["Alpha", "B"]);
  expect([valueAt(next, ["contracts", 0, "siteId"]), valueAt(next, ["contracts", 1, "siteId"]), valueAt(next, ["fleets", 0, "siteId"])]).toEqual(["Alpha", "B", "Alpha"]);
  expect(valueAt(renamed(draft, ["fleets"], 0, "First"), ["finance", "debts", 0, "securedOn"])).toEqual(["First", "G"]);
  expect(valueAt(renamed(draft, ["machines"], 0, "Mine"), ["fleets", 0, "machine"])).toBe("Mine");
  expect(valueAt(renamed(draft, ["market", "scenarios"], 0, "flat"), ["market", "scenarioId"])).toBe("flat");
  const series = renamed(draft, ["priceSeries"], 0, "North");
  expect([valueAt(series, ["contracts", 0, "energy", "resale", "seriesId"]), valueAt(series, ["contracts", 1, "energy", "seriesId"]), valueAt(series, ["finance", "hedges", 0, "seriesId"])]).toEqual(["North", "North", "North"]);
});

test("a name that another entry has is no new name for those that refer", () => {
  const next = renamed(draft, ["sites"], 0, "B");
  expect(namesIn(next, ["sites"])).toEqual(["B", "B"]);
  expect(valueAt(next, ["fleets", 0, "siteId"])).toBe("A");
  expect(valueAt(renamed(next, ["sites"], 0, "A"), ["fleets", 1, "siteId"])).toBe("B");
});

test("free names are free, in any case", () => {
  expect(freeName(draft, ["sites"], "Site", true)).toBe("Site 3");
  expect(freeName(draft, ["sites"], "a")).toBe("a 2");
  expect(freeName(draft, ["sites"], "C")).toBe("C");
  expect(freeName(draft, ["sites"], "x".repeat(60)).length).toBeLessThanOrEqual(40);
});
