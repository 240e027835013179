import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import definitions from "../../../src/functions/all.registry";
import { checkedFunction } from "../../../src/functions/call";
import { dataVersions } from "../../../src/functions/data-versions";
import { NativeFormulas } from "../../../src/functions/native-formula";
import type { Portfolio } from "../../../src/planning/portfolio";
import { comparePlanFiles, comparisonLines, type PlanComparison } from "../../../src/xlsx/compare";
import { shareCopy } from "../../../src/xlsx/share";
import { planFiles, readJson, type PlannedFiles } from "../../../tools/lib/plan";
import { readParts, writeParts } from "../support/package";

// Two plans of one portfolio, as npm run plan writes them, and what changed between them.

const root = join(__dirname, "../../..");
const BUILT = [new Date("2026-08-22T10:00:00Z"), new Date("2026-09-22T10:00:00Z")] as const;

function sample(change: (portfolio: Portfolio) => Portfolio): Promise<PlannedFiles> {
  const { portfolio, problems } = readJson(readFileSync(join(root, "assets/samples/portfolio-20mw-s19.json"), "utf8"), () => undefined);
  if (!portfolio) throw new Error(problems.join("\n"));
  const changed = change(portfolio);
  return planFiles(changed, changed === portfolio ? BUILT[0] : BUILT[1]);
}

let before: PlannedFiles;
let after: PlannedFiles;
let comparison: PlanComparison;

beforeAll(async () => {
  before = await sample((portfolio) => portfolio);
  after = await sample((portfolio) => ({
    ...portfolio,
    market: { ...portfolio.market, start: { ...portfolio.market.start, date: "2026-09-21", btcPriceUsd: 70_000, feesBtcPerBlock: 0.05, height: 968_000 } },
    finance: { ...portfolio.finance, taxRate: 0.25 },
    fleets: portfolio.fleets.map((fleet) => ({ ...fleet, units: 5000 })),
    candidates: portfolio.candidates.slice(0, -1),
    contracts: portfolio.contracts.map((contract) => ({ ...contract, note: "Renewed" })),
  }));
  comparison = await comparePlanFiles(before.workbook, after.workbook);
}, 120_000);

test("every input that changed is listed, with its table, row and column, and none besides", () => {
  const list = comparison.inputs.map(({ what, table, row, column, before: was, after: is }) => [what, table, row, column, was, is]);
  expect(list).toEqual([
    ["changed", "Assumptions", "Date", "", "2026-08-21", "2026-09-21"],
    ["changed", "Assumptions", "BTC price", "$", 78456.69, 70000],
    ["changed", "Assumptions", "Fees", "BTC/block", 0.03546574, 0.05],
    ["changed", "Assumptions", "Block height", "blocks", 963536, 968000],
    ["changed", "Assumptions", "Tax rate", "share", 0.21, 0.25],
    ["changed", "Contracts", "Fixed", "Note", expect.any(String), "Renewed"],
    ["changed", "Fleets", "S19", "Units (machines)", 5800, 5000],
    ["removed", "Candidates", "S21+", "", null, null],
  ]);
});

test("results that changed are those of the planner", () => {
  const [was, is] = [before, after].map(({ result }) => JSON.parse(result) as { company: { npvUsd: number; againstKeep: { npvUsd: number } }; months: { hashpriceUsdPhDay: number }[] });
  const result = (label: string): PlanComparison["results"][number] => comparison.results.find((each) => each.label === label)!;
  for (const [label, figure] of [["Net present value of free cash flow", (plan) => plan.company.npvUsd], ["Against keeping every fleet", (plan) => plan.company.againstKeep.npvUsd], ["Hashprice, month 1", (plan) => plan.months[0]!.hashpriceUsdPhDay]] as [string, (plan: NonNullable<typeof was>) => number][]) {
    const { before: then, after: now, change } = result(label);
    for (const [found, expected] of [[then, figure(was!)], [now, figure(is!)], [change, figure(is!) - figure(was!)]] as [number, number][]) expect([label, Math.abs(found - expected) <= 1e-9 * Math.abs(figure(was!))]).toEqual([label, true]);
  }
  expect(comparison.sameResults).toBeGreaterThan(5);
  expect(comparison.results.find(({ label }) => label.includes("S21+"))).toMatchObject({ after: undefined, change: undefined });
});

test("versions: what the workbooks were built from and with", () => {
  expect(comparison.versions.map(({ label }) => label)).toEqual(["Market date", "Built", "Inputs at the build"]);
  expect(comparison.before).toMatchObject({ marketDate: "2026-08-21, block 963,536", scenario: "base", masterCheck: "All hold" });
});

test("the bridge is that of HASHPRICEBRIDGE, adds up, and tells fees from subsidy", () => {
  const [onDate, ...months] = comparison.hashprice;
  expect(onDate!.when).toBe("On the market date");
  const difficulty = 127479855693691.4;
  const [row] = checkedFunction(definitions.find(({ id }) => id === "HASHPRICEBRIDGE")!)([78456.69, difficulty, 3.125 + 0.03546574, 70000, difficulty, 3.125 + 0.05]) as number[][];
  expect([onDate!.fromPrice, onDate!.fromDifficulty, onDate!.fromReward].map((each) => each.toPrecision(10))).toEqual([row![0], row![1], row![2]].map((each) => each!.toPrecision(10)));
  expect(onDate!.fromSubsidy).toBe(0);
  expect(onDate!.fromFees).toBeCloseTo(onDate!.fromReward, 12);
  expect(months.map(({ when }) => when)).toEqual(["2026-09", "2027-09", "2030-07"]);
  for (const each of comparison.hashprice) expect(each.fromPrice + each.fromDifficulty + each.fromReward).toBeCloseTo(each.after - each.before, 10);
});

test("a workbook and itself, or its shared copy, differ in nothing", async () => {
  const { bytes } = await shareCopy(before.workbook, { level: "native", expander: new NativeFormulas(definitions), madeAt: BUILT[1], versions: dataVersions() });
  for (const other of [before.workbook, bytes]) {
    const { versions, inputs, results, sameResults, hashprice } = await comparePlanFiles(before.workbook, other);
    expect({ versions, inputs, results }).toEqual({ versions: [], inputs: [], results: [] });
    expect(sameResults).toBeGreaterThan(20);
    expect(hashprice.every(({ fromPrice, fromDifficulty, fromReward }) => fromPrice === 0 && fromDifficulty === 0 && fromReward === 0)).toBe(true);
  }
});

test("another engine and catalog are told", async () => {
  const parts = new Map(readParts(after.workbook));
  const [name, text] = [...parts].find(([, each]) => each.includes("Hashplan 0.1.0"))!;
  parts.set(name, text.replace("Hashplan 0.1.0", "Hashplan 0.9.0"));
  const { versions } = await comparePlanFiles(after.workbook, writeParts(parts));
  expect(versions).toEqual([{ label: "Engine", before: "Hashplan 0.1.0", after: "Hashplan 0.9.0" }]);
});

test("the report reads in lines", () => {
  const lines = comparisonLines(comparison);
  expect(lines).toContain("Inputs: 8 changed");
  expect(lines).toContain("  BTC price ($): 78,457 → 70,000 (−10.8 %)");
  expect(lines).toContain("  Candidates · S21+: removed");
  expect(lines.find((line) => line.startsWith("  On the market date:"))).toMatch(/^ {2}On the market date: 39\.129 → 35\.0\d* \(−4\.\d+\): price −4\.\d+, difficulty 0, fees \+0\.1\d*, subsidy 0$/);
});

describe("npm run compare", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "compare-"));
    writeFileSync(join(folder, "old.xlsx"), before.workbook);
    writeFileSync(join(folder, "new.xlsx"), after.workbook);
    writeFileSync(join(folder, "text.xlsx"), "no workbook");
    writeFileSync(join(folder, "other.xlsx"), writeParts(new Map([...readParts(before.workbook)].filter(([name]) => !name.startsWith("xl/tables/")).map(([name, text]) => [name, text.replace(/<tableParts.*?<\/tableParts>/, "").replace(/<(?:Override|Relationship) [^>]*table\d+\.xml[^>]*>/g, "")]))));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const compare = (...args: string[]): { readonly status: number | null; readonly stdout: string; readonly stderr: string } => {
    const { npm_lifecycle_event: _, ...env } = process.env;
    return spawnSync(process.execPath, [join(root, "tools/compare.mjs"), ...args], { cwd: folder, env, encoding: "utf8" });
  };

  test("prints the report, or JSON", () => {
    const { status, stdout } = compare("old.xlsx", "new.xlsx");
    expect(status).toBe(0);
    expect(stdout.trimEnd().split("\n")).toEqual(comparisonLines(comparison));
    expect(JSON.parse(compare("old.xlsx", "new.xlsx", "--json").stdout)).toEqual(JSON.parse(JSON.stringify(comparison)));
  });

  test.each([
    [["old.xlsx"], "Give two workbooks, the older one first."],
    [["old.xlsx", "none.xlsx"], "none.xlsx cannot be read"],
    [["text.xlsx", "new.xlsx"], "text.xlsx cannot be compared: The file is no .xlsx workbook."],
    [["old.xlsx", "other.xlsx"], "other.xlsx cannot be compared: The workbook has none of the input tables of a plan."],
  ])("%j is refused with exit code 2", (args, sentence) => {
    const { status, stdout, stderr } = compare(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(sentence);
  });
});
