import { spawnSync } from "node:child_process";
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { marketPath, planPortfolio, readPortfolioText, type Portfolio } from "../../src/planning/portfolio";
import { readParts } from "../xlsx/support/package";

// The command as a person runs it, in a process of its own.

const root = join(__dirname, "../..");
const sample = join(root, "assets/samples/portfolio-20mw-s19.json");
let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), "plan-")); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Outcome { readonly status: number | null; readonly stdout: string; readonly stderr: string }

function plan(...args: string[]): Outcome {
  const { npm_lifecycle_event: _, ...env } = process.env;
  return spawnSync(process.execPath, [join(root, "tools/plan.mjs"), ...args], { cwd: folder, env, encoding: "utf8" });
}

interface Result { portfolio: Portfolio; scenarioId: string; months: { start: string }[]; fleets: { chosen: number; alternatives: { label: string; npvUsd: number }[] }[]; company: { npvUsd: number; cashUsd: number[] } }
const resultOf = (name: string): Result => JSON.parse(readFileSync(join(folder, name), "utf8")) as Result;

test("a portfolio becomes a workbook and a result, and nothing else", () => {
  const { status, stdout, stderr } = plan(sample, "-o", "plan.xlsx", "--json", "result.json");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toContain("S19: Sell, $505,828; next Curtail at strike");
  expect(readdirSync(folder).sort()).toEqual(["plan.xlsx", "result.json"]);
  expect(readParts(readFileSync(join(folder, "plan.xlsx"))).has("xl/worksheets/sheet12.xml")).toBe(true);

  const { portfolio } = readPortfolioText(readFileSync(sample, "utf8")) as { portfolio: Portfolio };
  const planned = planPortfolio(portfolio, marketPath(portfolio.market, portfolio.market.scenarios[0]!, portfolio.horizonMonths));
  const result = resultOf("result.json");
  expect(result.portfolio).toEqual(portfolio);
  expect(result.fleets[0]!.alternatives.map(({ npvUsd }) => npvUsd)).toEqual(planned.fleets[0]!.alternatives.map(({ npvUsd }) => npvUsd));
  expect(result.company.cashUsd).toEqual([...planned.company.cashUsd]);
  expect([result.months[0]!.start, result.months[1]!.start]).toEqual(["2026-08-21", "2026-09-21"]);
});

test("another scenario decides when it is asked for, and a built workbook is planned again from its tables", () => {
  expect(plan(sample, "-o", "bear.xlsx", "--json", "bear.json", "--scenario", "bear").status).toBe(0);
  expect(resultOf("bear.json").scenarioId).toBe("bear");
  expect(plan("bear.xlsx", "-o", "again.xlsx", "--json", "again.json").status).toBe(0);
  expect(resultOf("again.json")).toEqual(resultOf("bear.json"));
});

test("a portfolio with problems: each is told, exit code 2, and what is there stays", () => {
  const given = JSON.parse(readFileSync(sample, "utf8")) as { sites: object[]; fleets: object[] };
  writeFileSync(join(folder, "bad.json"), JSON.stringify({ ...given, horizonMonths: 0, sites: [{ ...given.sites[0], uptime: 97 }], fleets: [{ ...given.fleets[0], unit: 5 }] }));
  writeFileSync(join(folder, "plan.xlsx"), "yesterday's");
  const { status, stdout, stderr } = plan("bad.json", "-o", "plan.xlsx", "--json", "result.json");
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr.trimEnd().split("\n")).toEqual([
    expect.stringMatching(/bad\.json cannot be planned:$/),
    "  Months (horizonMonths) must be a whole number from 1 to 120 (months); it is 0.",
    "  Uptime of site \"Home\" (sites[0].uptime) must be a number above 0 and at most 1 (share of time); it is 97. Give a share: 0.05 is 5%.",
    expect.stringContaining("fleets[0].unit is not a field that is read."),
  ]);
  expect(readdirSync(folder).sort()).toEqual(["bad.json", "plan.xlsx"]);
  expect(readFileSync(join(folder, "plan.xlsx"), "utf8")).toBe("yesterday's");
});

test("an existing workbook is replaced, behind a link too", () => {
  writeFileSync(join(folder, "real.xlsx"), "yesterday's");
  symlinkSync("real.xlsx", join(folder, "plan.xlsx"));
  expect(plan(sample, "--output", "plan.xlsx").status).toBe(0);
  expect(lstatSync(join(folder, "plan.xlsx")).isSymbolicLink()).toBe(true);
  expect(readParts(readFileSync(join(folder, "real.xlsx"))).has("xl/workbook.xml")).toBe(true);
  expect(readdirSync(folder).sort()).toEqual(["plan.xlsx", "real.xlsx"]);
});

test("when one of two files cannot be written, neither is replaced and nothing is left behind", () => {
  writeFileSync(join(folder, "result.json"), "yesterday's");
  mkdirSync(join(folder, "other"));
  // What the new workbook would be written to is taken.
  const script = `import { mkdirSync } from "node:fs";
    import { replaceFiles } from ${JSON.stringify(join(root, "tools/lib/replace-files.mjs"))};
    mkdirSync("other/.plan.xlsx." + process.pid + ".tmp");
    replaceFiles([{ path: "result.json", content: "new" }, { path: "other/plan.xlsx", content: "new" }]);`;
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { cwd: folder, encoding: "utf8" });
  expect(status).toBe(1);
  expect(stderr).toContain("EEXIST");
  expect(readFileSync(join(folder, "result.json"), "utf8")).toBe("yesterday's");
  expect(readdirSync(folder).sort()).toEqual(["other", "result.json"]);
  expect(readdirSync(join(folder, "other"))).toEqual([expect.stringMatching(/^\.plan\.xlsx\.\d+\.tmp$/)]);
});

test("a file that is no text in UTF-8 is refused, not read with other letters", () => {
  const path = join(folder, "latin1.json");
  writeFileSync(path, Buffer.from('{"name": "Z\u00fcrich"}', "latin1"));
  const { status, stderr } = plan(path, "-o", "plan.xlsx");
  expect([status, stderr]).toEqual([2, expect.stringContaining("is no text in UTF-8; save it as UTF-8.")]);
  rmSync(path);
});

test("--help says how it is called", () => {
  const { status, stdout } = plan("--help");
  expect(status).toBe(0);
  expect(stdout).toContain("npm run plan -- PORTFOLIO.json -o PLAN.xlsx [--json RESULT.json] [--scenario NAME]");
});

test.each<[string, string[], string]>([
  ["no portfolio", ["-o", "plan.xlsx"], "Give one portfolio file"],
  ["no output", [sample], "Give one portfolio file"],
  ["two portfolios", [sample, sample, "-o", "plan.xlsx"], "Give one portfolio file"],
  ["an unknown option", [sample, "-o", "plan.xlsx", "--colour"], "--colour"],
  ["a portfolio that is not there", ["none.json", "-o", "plan.xlsx"], "none.json cannot be read"],
  ["a portfolio that is a folder", [tmpdir(), "-o", "plan.xlsx"], "cannot be read: it is no file"],
  ["a scenario that it does not have", [sample, "-o", "plan.xlsx", "--scenario", "boom"], 'The portfolio has no scenario "boom"; it has "base", "bear"'],
  ["an output of another kind", [sample, "-o", "plan.xls"], "must end in .xlsx"],
  ["an output in no folder", [sample, "-o", "none/plan.xlsx"], "There is no folder"],
  ["one file for both outputs", [sample, "-o", "plan.xlsx", "--json", "./plan.xlsx"], "three different files"],
  ["the portfolio as its own result", [sample, "-o", "plan.xlsx", "--json", sample], "three different files"],
  ["an output that is a folder", [sample, "-o", "plan.xlsx", "--json", tmpdir()], "no file that can be replaced"],
])("%s: exit code 2, told why, nothing written", (_, args, why) => {
  const { status, stderr } = plan(...args);
  expect(status).toBe(2);
  expect(stderr).toContain(why);
  expect(readdirSync(folder)).toEqual([]);
});
