import { spawnSync } from "node:child_process";
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { planScenario, readScenarioFile, type ScenarioInputs } from "../../src/planning";
import { readParts } from "../xlsx/support/package";

// The command as a person runs it, in a process of its own.

const root = join(__dirname, "../..");
const sample = join(root, "assets/samples/one-site-20mw.json");
let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), "plan-")); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Outcome { readonly status: number | null; readonly stdout: string; readonly stderr: string }

function plan(...args: string[]): Outcome {
  const { npm_lifecycle_event: _, ...env } = process.env;
  return spawnSync(process.execPath, [join(root, "tools/plan.mjs"), ...args], { cwd: folder, env, encoding: "utf8" });
}

test("a scenario becomes a workbook and a result, and nothing else", () => {
  const { status, stdout, stderr } = plan(sample, "-o", "plan.xlsx", "--json", "result.json");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toContain("Shut down has the highest value; it leads upgrade by ");
  expect(readdirSync(folder).sort()).toEqual(["plan.xlsx", "result.json"]);
  expect(readParts(readFileSync(join(folder, "plan.xlsx"))).has("xl/worksheets/sheet3.xml")).toBe(true);

  const result = JSON.parse(readFileSync(join(folder, "result.json"), "utf8")) as { inputs: ScenarioInputs; npvUsd: unknown; recommendation: unknown; months: { start: string; cash: unknown }[] };
  const read = readScenarioFile(readFileSync(sample, "utf8")) as { inputs: ScenarioInputs };
  const planned = planScenario(read.inputs);
  expect(result.inputs).toEqual(read.inputs);
  expect([result.npvUsd, result.recommendation]).toEqual([planned.npvUsd, planned.recommendation]);
  expect(result.months.map(({ cash }) => cash)).toEqual(planned.months.map(({ cash }) => cash));
  expect([result.months[1]!.start, result.months[2]!.start]).toEqual(["2026-08-21", "2026-09-21"]);
});

test("a scenario with problems: each is told, exit code 2, and what is there stays", () => {
  writeFileSync(join(folder, "bad.json"), JSON.stringify({ ...JSON.parse(readFileSync(sample, "utf8")) as object, horizon: { months: 0, discountRateAnnual: 12, priceGrowthMonthly: 0, difficultyGrowthMonthly: 0 } }));
  writeFileSync(join(folder, "plan.xlsx"), "yesterday's");
  const { status, stdout, stderr } = plan("bad.json", "-o", "plan.xlsx", "--json", "result.json");
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr.trimEnd().split("\n")).toEqual([
    expect.stringMatching(/bad\.json cannot be planned:$/),
    "  horizon.months is 0; it must be a whole number from 1 to 120 months. Give how many months to plan, as a whole number.",
    "  horizon.discountRateAnnual is 12; it must be a number from 0% to 200%, written as a fraction (1% is 0.01). Give the effective annual rate.",
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

test("--help says how it is called", () => {
  const { status, stdout } = plan("--help");
  expect(status).toBe(0);
  expect(stdout).toContain("npm run plan -- SCENARIO.json -o PLAN.xlsx [--json RESULT.json]");
});

test.each<[string, string[], string]>([
  ["no scenario", ["-o", "plan.xlsx"], "Give one scenario file"],
  ["no output", [sample], "Give one scenario file"],
  ["two scenarios", [sample, sample, "-o", "plan.xlsx"], "Give one scenario file"],
  ["an unknown option", [sample, "-o", "plan.xlsx", "--colour"], "--colour"],
  ["a scenario that is not there", ["none.json", "-o", "plan.xlsx"], "none.json cannot be read"],
  ["an output of another kind", [sample, "-o", "plan.xls"], "must end in .xlsx"],
  ["an output in no folder", [sample, "-o", "none/plan.xlsx"], "There is no folder"],
  ["one file for both outputs", [sample, "-o", "plan.xlsx", "--json", "./plan.xlsx"], "three different files"],
  ["the scenario as its own result", [sample, "-o", "plan.xlsx", "--json", sample], "three different files"],
  ["an output that is a folder", [sample, "-o", "plan.xlsx", "--json", tmpdir()], "no file that can be replaced"],
])("%s: exit code 2, told why, nothing written", (_, args, why) => {
  const { status, stderr } = plan(...args);
  expect(status).toBe(2);
  expect(stderr).toContain(why);
  expect(readdirSync(folder)).toEqual([]);
});
