import { AS_STORED } from "../../../src/taskpane/portfolio/field-text";
import { readPortfolio } from "../../../src/planning/portfolio";
import { fullName } from "../../../src/catalog/catalog";
import { valueAt, type Draft } from "../../../src/taskpane/store";
import { SAMPLES } from "../../../src/taskpane/store/samples";
import { documentFromScratch } from "../../../src/taskpane/store/templates";
import { figuresOf, factsOf } from "../../../src/taskpane/portfolio/form/FiguresField";
import { asCsv } from "../../../src/taskpane/portfolio/form/SeriesField";
import { findMachines, makers, sourceText, years } from "../../../src/taskpane/portfolio/picker/find-machines";
import { fleetsOfRows } from "../../../src/taskpane/portfolio/paste/read-rows";
import { isWithin, problemText } from "../../../src/taskpane/portfolio/problems";
import { SECTIONS, sectionOf } from "../../../src/taskpane/portfolio/sections";
import { startObject, withKind } from "../../../src/taskpane/portfolio/start-values";
import { entryName, summaryOf } from "../../../src/taskpane/portfolio/summaries";
import { entryField } from "./support";

const scratch = documentFromScratch();
const section = (id: string) => SECTIONS.find((each) => each.id === id)!;

describe("sections", () => {
  test.each<[string, string, number | undefined]>([
    ["sites[0].uptime", "sites", 0], ["contracts", "contracts", undefined], ["finance.debts[2].principalUsd", "debts", 2], ["finance.taxRate", "finance", undefined],
    ["market.scenarios[1].btcPrice.values[3]", "scenarios", 1], ["market.start.date", "market", undefined], ["name", "general", undefined], ["", "general", undefined], ["machines[12].settings[0].name", "machines", 12],
  ])("%j is edited under %s", (path, id, index) => {
    expect([sectionOf(path).section.id, sectionOf(path).index]).toEqual([id, index]);
  });

  test("a path is within another one only at a joint", () => {
    expect([isWithin("sites[1].pue", "sites[1]"), isWithin("sites[10]", "sites[1]"), isWithin("sitesX", "sites"), isWithin("x", "")]).toEqual([true, false, false, true]);
  });

  test("a problem is told without its path", () => {
    const [problem] = readPortfolio({ ...scratch, horizonMonths: 0 }).problems!;
    expect(problemText(problem!)).toBe("Months must be a whole number from 1 to 120 (months); it is 0.");
  });
});

test("each entry of the samples has a name and a line", async () => {
  for (const sample of SAMPLES) {
    const draft = await sample.load();
    for (const each of SECTIONS.filter(({ isList }) => isList)) {
      (valueAt(draft, each.place) as unknown[] | undefined)?.forEach((entry, i) => {
        expect(entryName(each, entry, i)).toMatch(/\S/);
        expect(summaryOf(each, draft, entry, AS_STORED)).toMatch(/^[A-Z\d$]/);
        expect(summaryOf(each, draft, entry, AS_STORED)).not.toMatch(/undefined|NaN|\[object/);
      });
    }
  }
  const s19 = await SAMPLES[0]!.load();
  expect(summaryOf(section("fleets"), s19, valueAt(s19, ["fleets", 0]), AS_STORED)).toBe("5,800 × S19 95, Home, 20.4 MW");
});

test("lines and names of entries without any field are no failure", () => {
  for (const each of SECTIONS) expect([typeof summaryOf(each, scratch, {}, AS_STORED), typeof entryName(each, {}, 0)]).toEqual(["string", "string"]);
});

describe("another kind", () => {
  const energy = entryField("contracts.energy");
  test("keeps what the new form has too and asks for the rest", () => {
    const fixed = { kind: "fixed", priceUsdKwh: 0.05, takeOrPayShare: 0.8, resale: { kind: "price", priceUsdKwh: 0.01 } };
    expect(withKind(energy, fixed, "hosting", scratch)).toEqual({ kind: "hosting", billedOn: "metered", lowPowerAllowed: true });
    expect(withKind(energy, { kind: "indexed", seriesId: "Hub", adderUsdKwh: 0.01 }, "indexed", scratch)).toEqual({ kind: "indexed", seriesId: "Hub", adderUsdKwh: 0.01 });
    const tariff = withKind(energy, fixed, "timeOfUse", scratch);
    expect(tariff).toMatchObject({ kind: "timeOfUse", periods: [{ name: "Period", months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], days: "all" }] });
    expect(tariff).not.toHaveProperty("priceUsdKwh");
  });

  test("network response begins with the illustration, a hedge keeps its months", () => {
    const path = (key: string) => entryFieldOfScenario(key);
    expect(withKind(path("difficulty"), { kind: "growth", growthMonthly: 0 }, "networkResponse", scratch)).toMatchObject({ kind: "networkResponse", powerSigma: 0.3 });
  });

  test("objects begin with what can be known", () => {
    expect(startObject(entryField("contracts.coincidentPeak"), scratch)).toEqual({});
    expect(startObject(entryField("fleets.operation"), scratch)).toEqual({});
  });
});

function entryFieldOfScenario(key: string): ReturnType<typeof entryField> {
  return section("scenarios").schema.properties![key]!;
}

describe("pasted rows", () => {
  const draft: Draft = { ...scratch, sites: [{ id: "River" }, { id: "Prairie" }] };
  const fleets = (text: string): readonly unknown[] => {
    const read = fleetsOfRows(text, draft);
    if (read.wrong !== undefined) throw new Error(read.wrong);
    return read.fleets;
  };

  test("without headers are machine, units and site", () => {
    expect(fleets("S19j Pro 104\t2,500\triver\nS21 XP 270\t800\tPrairie\n")).toMatchObject([
      { id: "River S19j Pro 104", machine: "S19j Pro 104", units: 2500, siteId: "River" }, { id: "Prairie S21 XP 270", machine: "S21 XP 270", units: 800, siteId: "Prairie" },
    ]);
  });

  test("with headers go where the headers say, in any order, with their units or without", () => {
    const read = fleetsOfRows("Units (machines)\tMachine\tSite\tResale price\tOperation: pool fee\tIn service\tOwner\n1,200\tS19 95\tRiver\t$1.18\t1%\t3/1/2021\tme", draft);
    expect(read).toMatchObject({ fleets: [{ units: 1200, machine: "S19 95", siteId: "River", inServiceOn: "2021-03-01", operation: { poolFee: 0.01 }, resale: { priceUsdTh: 1.18 } }], remarks: ['The column "Owner" is not read.'] });
  });

  test("equal ones get names of their own; what is no number stays to be put right", () => {
    expect(fleets("S19 95\tmany\tRiver\nS19 95\t5\tRiver").map((fleet) => [valueAt(fleet, ["id"]), valueAt(fleet, ["units"])])).toEqual([["River S19 95", "many"], ["River S19 95 2", 5]]);
  });

  test.each([["", /^Nothing was pasted/], ["Name\tUnits (machines)\nA\t5", /no column "Machine"/], ["Name\tMachine\tUnits (machines)", /no rows below/]])("%j is refused with a sentence", (text, sentence) => {
    expect(fleetsOfRows(text, draft).wrong).toMatch(sentence);
  });
});

describe("machines", () => {
  test("each filter narrows, all of them together", () => {
    const found = findMachines({ words: "s21 xp", maker: "Bitmain", cooling: "air", mostJth: 15, fromYear: 2024 });
    expect(found.length).toBeGreaterThan(0);
    for (const model of found) expect([model.manufacturer, model.cooling, model.efficiencyJth <= 15, fullName(model).includes("S21 XP")]).toEqual(["Bitmain", "air", true, true]);
    expect(findMachines({ words: "" }).length).toBeGreaterThan(300);
    expect(findMachines({ words: "", confidence: "high" }).every(({ confidence }) => confidence === "high")).toBe(true);
    expect(findMachines({ words: "no such thing" })).toEqual([]);
  });

  test("makers by their number of models, years newest first, sources by their host", () => {
    expect(makers()[0]).toBe("Bitmain");
    expect(years()[0]).toBeGreaterThan(years().at(-1)!);
    expect(sourceText(findMachines({ words: "S23 XP Hyd 600" })[0]!)).toBe("shop.bitmain.com; ASIC Miner Value (2026-09 transcription) (two publishers agree)");
  });
});

describe("figures", () => {
  test.each<[string, (number | string)[]]>([["78,457\n74053", [78457, 74053]], ["1; 2;3", [1, 2, 3]], ["1, 2", [1, 2]], ["$5\tabc", [5, "abc"]], ["", []]])("%j", (text, figures) => {
    expect(figuresOf(text)).toEqual(figures);
  });

  test("told in a line", () => {
    expect([factsOf([], AS_STORED), factsOf([2], AS_STORED), factsOf([39228, 78457, 50000], AS_STORED), factsOf([2, "abc"], AS_STORED), factsOf(["abc"], AS_STORED)]).toEqual([
      "No figures yet: type or paste one a line.", "1 figure, all 2", "3 figures, from 39,228 to 78,457", '1 figure, all 2; number 2, "abc", is none', 'No figures: number 1, "abc", is none.',
    ]);
  });

  test("pasted prices without a header get that of their unit", () => {
    expect([asCsv("23.6\n24", "price_usd_mwh"), asCsv("hour\tprice_usd_kwh\n1\t0.02", "price_usd_mwh")]).toEqual(["price_usd_mwh\n23.6\n24", "hour;price_usd_kwh\n1;0.02"]);
  });
});
