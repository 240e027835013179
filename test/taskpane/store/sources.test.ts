import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readPortfolio } from "../../../src/planning/portfolio";
import { listAt, valueAt, withEntry, type Draft } from "../../../src/taskpane/store/draft";
import { fileName, fileText, readFiles, withSeries, type GivenFile } from "../../../src/taskpane/store/files";
import { namesIn } from "../../../src/taskpane/store/names";
import { SAMPLES } from "../../../src/taskpane/store/samples";
import { documentFromScratch, newEntry } from "../../../src/taskpane/store/templates";

const samples = join(__dirname, "../../../assets/samples");
const file = (name: string, text: string): GivenFile => ({ name, text: () => Promise.resolve(text) });
const sample = (name: string): string => readFileSync(join(samples, name), "utf8");

test.each(SAMPLES.map(({ id, load }) => [id, load] as const))("sample %s is in order", async (_, load) => {
  expect(readPortfolio(await load()).problems).toBeUndefined();
});

test("a sample is another copy each time", async () => {
  expect(await SAMPLES[0]!.load()).not.toBe(await SAMPLES[0]!.load());
});

test("a new portfolio is in order", () => {
  expect(readPortfolio(documentFromScratch()).problems).toBeUndefined();
});

const LISTS = [["sites"], ["contracts"], ["fleets"], ["candidates"], ["machines"], ["priceSeries"], ["market", "scenarios"], ["finance", "debts"], ["finance", "hedges"]] as const;

/** A site needs a contract, a contract its own first month, a series its prices. */
const STILL_OPEN: Readonly<Record<string, readonly string[]>> = {
  sites: ["contracts", "contracts"], contracts: ["contracts[1].firstMonth", "contracts[2].firstMonth"], priceSeries: ["priceSeries[0].valuesUsdKwh", "priceSeries[1].valuesUsdKwh"],
};

test.each(LISTS.map((list) => [list.join("."), list] as const))("new entries of %s have names of their own and no wrong field but those still to be filled", (_, list) => {
  const one = withEntry(documentFromScratch(), list, newEntry(documentFromScratch(), list));
  const two = withEntry(one, list, newEntry(one, list));
  expect(new Set(namesIn(two, list)).size).toBe(namesIn(two, list).length);
  expect(readPortfolio(two).problems?.map(({ path }) => path) ?? []).toEqual(STILL_OPEN[list.join(".")] ?? []);
});

test("a site without a contract gets the next new one", () => {
  const withSite = withEntry(documentFromScratch(), ["sites"], newEntry(documentFromScratch(), ["sites"]));
  const next = withEntry(withSite, ["contracts"], newEntry(withSite, ["contracts"]));
  expect(readPortfolio(next).problems).toBeUndefined();
});

describe("files", () => {
  test("a portfolio with the CSV file beside it has the hourly prices inside", async () => {
    const read = await readFiles([file("hourly-prices.csv", sample("hourly-prices.csv")), file("three.json", sample("portfolio-three-sites.json"))]);
    if (read.wrong !== undefined) throw new Error(read.wrong);
    expect(listAt(read.draft, ["priceSeries", 0, "valuesUsdKwh"])).toHaveLength(8760);
    expect(valueAt(read.draft, ["priceSeries", 0, "csvFile"])).toBeUndefined();
    expect(readPortfolio(read.draft).problems).toBeUndefined();
    expect(read.draft).toEqual(await SAMPLES.find(({ id }) => id === "three-sites")!.load());
  });

  test("without its CSV file the series is asked for at its field", async () => {
    const read = await readFiles([file("three.json", sample("portfolio-three-sites.json"))]);
    if (read.wrong !== undefined) throw new Error(read.wrong);
    expect(readPortfolio(read.draft).problems?.map(({ path }) => path)).toEqual(["priceSeries[0].csvFile"]);
  });

  test.each<[string, GivenFile[], RegExp]>([
    ["no JSON file", [file("a.csv", "")], /^None of the chosen files is a portfolio/],
    ["two JSON files", [file("a.json", "{}"), file("b.json", "{}")], /^More than one/],
    ["broken JSON", [file("a.json", "{")], /^a\.json is not JSON: .*Choose a portfolio file/],
    ["another kind of JSON", [file("a.json", "[1]")], /^a\.json holds no portfolio/],
  ])("%s is refused with a sentence", async (_, files, sentence) => {
    const read = await readFiles(files);
    expect(read.wrong).toMatch(sentence);
  });

  test("what is exported is read again", async () => {
    const draft = documentFromScratch();
    const read = await readFiles([file("x.json", `\uFEFF${fileText(draft)}`)]);
    expect(read).toEqual({ draft, name: "x.json" });
  });

  test("file names are the portfolio's, without what file names may not hold", () => {
    expect(fileName({ name: "20 MW: A/B" })).toBe("20 MW- A-B.json");
    expect(fileName({ name: " " })).toBe("portfolio.json");
    expect(fileName({})).toBe("portfolio.json");
  });

  test("a CSV file that cannot be read stays named", () => {
    const draft: Draft = { priceSeries: [{ id: "A", csvFile: "a.csv" }] };
    expect(withSeries(draft, new Map([["a.csv", "nothing"]]))).toEqual(draft);
    expect(withSeries({}, new Map())).toEqual({});
  });
});
