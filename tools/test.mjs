// npm test: installs what is missing, then types, lint, build and every jest project. Ends with "N passed, N failed".
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { installPackages, requireNode } from "./lib/install.mjs";
import { projectRoot } from "./lib/project.mjs";
import { installSystemPackages } from "./lib/system-packages.mjs";

const { values: options } = parseArgs({ options: { only: { type: "string" } } });
const SUITES = ["unit", "integration", "e2e"];
if (options.only !== undefined && !SUITES.includes(options.only)) {
  console.error(`--only is "${options.only}"; give one of ${SUITES.join(", ")}.`);
  process.exit(1);
}

requireNode();
installPackages();
const missing = installSystemPackages();
const suites = (options.only ? [options.only] : SUITES).filter((suite) => suite !== "e2e" || !missing.includes("Chromium"));

let passed = 0;
let failed = 0;
const bin = (...path) => join(projectRoot, "node_modules", ...path);
step("types", bin("typescript", "bin", "tsc"), ["--noEmit"]);
step("lint", bin("eslint", "bin", "eslint.js"), [".", "--max-warnings", "0"]);
const { buildIfNeeded } = await import("./lib/build.mjs");
buildIfNeeded();
runJest();

if (missing.length > 0) {
  console.log(`${missing.join(" and ")} could not be found or installed.`);
  if (missing.includes("Chromium")) console.log("Did not run: e2e, the tests in a browser. Set CHROMIUM_PATH to a Chromium or Chrome.");
  if (missing.includes("LibreOffice Calc")) console.log("The tests that recalculate workbooks with LibreOffice fail without it; install LibreOffice Calc.");
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || (missing.length > 0 && process.env.CI === "true") ? 1 : 0);

function step(name, script, args) {
  console.log(`\n== ${name}`);
  const ok = spawnSync(process.execPath, [script, ...args], { cwd: projectRoot, stdio: "inherit" }).status === 0;
  if (ok) passed++;
  else failed++;
}

function runJest() {
  console.log(`\n== jest: ${suites.join(", ")}`);
  const folder = join(projectRoot, ".cache");
  const resultFile = join(folder, "jest.json");
  mkdirSync(folder, { recursive: true });
  rmSync(resultFile, { force: true });
  const { status } = spawnSync(process.execPath, [bin("jest", "bin", "jest.js"), "--selectProjects", ...suites, "--ci", "--json", `--outputFile=${resultFile}`, "--reporters=default"], { cwd: projectRoot, stdio: ["ignore", "ignore", "inherit"] });
  const result = JSON.parse(readFileSync(resultFile, "utf8"));
  passed += result.numPassedTests;
  failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
  // A run that jest itself calls failed must not count as green, whatever it counted.
  if (status !== 0 && failed === 0) failed++;
}
