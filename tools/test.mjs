// npm test: installs what is missing, then types, lint, build and every jest project. Ends with "N passed, N failed".
// npm test -- --only STEP runs one step.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { installPackages, requireNode } from "./lib/install.mjs";
import { projectRoot } from "./lib/project.mjs";
import { installSystemPackages } from "./lib/system-packages.mjs";

const SUITES = ["unit", "integration", "e2e"];
const STEPS = ["types", "lint", "build", ...SUITES];
const { only } = parseArgs({ options: { only: { type: "string" } } }).values;
if (only !== undefined && !STEPS.includes(only)) {
  console.error(`--only is "${only}"; give one of ${STEPS.join(", ")}.`);
  process.exit(1);
}
const wanted = (step) => only === undefined || only === step;

requireNode();
installPackages();
const missing = SUITES.some(wanted) ? installSystemPackages() : [];
const noBrowser = missing.includes("Chromium");
const suites = SUITES.filter(wanted).filter((suite) => suite !== "e2e" || !noBrowser);

let passed = 0;
let failed = 0;
const bin = (...path) => join(projectRoot, "node_modules", ...path);
if (wanted("types")) await step("types", () => node(bin("typescript", "bin", "tsc"), "--noEmit"));
if (wanted("lint")) await step("lint", () => node(bin("eslint", "bin", "eslint.js"), ".", "--max-warnings", "0"));
if (wanted("build") || suites.includes("e2e")) await step("build", build);
if (suites.length > 0) runJest();

if (missing.length > 0) {
  console.log(`${missing.join(" and ")} could not be found or installed.`);
  if (noBrowser && wanted("e2e")) console.log("Did not run: e2e, the tests in a browser. Set CHROMIUM_PATH to a Chromium or Chrome.");
  if (missing.includes("LibreOffice Calc")) console.log("The tests that recalculate workbooks with LibreOffice fail without it; install LibreOffice Calc.");
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 || (missing.length > 0 && process.env.CI === "true") ? 1 : 0);

async function step(name, succeeds) {
  console.log(`\n== ${name}`);
  if (await succeeds()) passed++;
  else failed++;
}

function node(script, ...args) {
  return spawnSync(process.execPath, [script, ...args], { cwd: projectRoot, stdio: "inherit" }).status === 0;
}

async function build() {
  const { buildIfNeeded } = await import("./lib/build.mjs");
  return buildIfNeeded().then(() => true, (error) => {
    console.error(error.message);
    return false;
  });
}

function runJest() {
  console.log(`\n== jest: ${suites.join(", ")}`);
  const folder = join(projectRoot, ".cache");
  const resultFile = join(folder, "jest.json");
  mkdirSync(folder, { recursive: true });
  rmSync(resultFile, { force: true });
  const { status } = spawnSync(process.execPath, [bin("jest", "bin", "jest.js"), "--selectProjects", ...suites, "--ci", "--json", `--outputFile=${resultFile}`, "--reporters=default"], { cwd: projectRoot, stdio: ["ignore", "ignore", "inherit"] });
  const result = existsSync(resultFile) ? JSON.parse(readFileSync(resultFile, "utf8")) : { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 1 };
  const before = failed;
  passed += result.numPassedTests;
  failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
  // A run that jest itself calls failed must not count as green, whatever it counted.
  if (status !== 0 && failed === before) failed++;
}
