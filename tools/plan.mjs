// Plans a scenario file and writes the workbook: npm run plan -- scenario.json -o plan.xlsx [--json result.json]
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, extname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { installPackages, requireNode } from "./lib/install.mjs";
import { replaceFiles } from "./lib/replace-files.mjs";

const HELP = `Plans a scenario: keep the fleet, upgrade it, or shut down. Writes a workbook of native formulas.

  npm run plan -- SCENARIO.json -o PLAN.xlsx [--json RESULT.json]

  SCENARIO.json      site, fleet, candidate, horizon and market; see docs/plan.md and assets/samples/
  -o, --output FILE  the workbook to write (.xlsx); one that is there is replaced once the new one is complete
  --json FILE        inputs and results as JSON as well
  -h, --help         this text

Exit code 0: written. 2: the call or the scenario is wrong; every problem is listed and nothing is written.
1: a file could not be written.
`;

/** npm moves to the project's folder; file names are meant from where it was called. */
const cwd = process.env.npm_lifecycle_event === "plan" && process.env.INIT_CWD ? process.env.INIT_CWD : process.cwd();

class Refusal extends Error {}

try {
  await main();
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function main() {
  const call = readCall();
  if (!call) return;
  const { scenario, output, json } = call;
  const text = readText(scenario);
  requireNode();
  installPackages();
  const { loadTypeScript } = await import("./lib/typescript.mjs");
  const { fileProblemText, planFiles, readScenarioFile } = await loadTypeScript("tools/lib/plan.ts");

  const read = readScenarioFile(text);
  if (read.problems) throw new Refusal([`${scenario} cannot be planned:`, ...read.problems.map((problem) => `  ${fileProblemText(problem)}`)].join("\n"));
  const { workbook, result, summary } = await planFiles(read.inputs, new Date());
  try {
    replaceFiles([...(json ? [{ path: json, content: result }] : []), { path: output, content: workbook }]);
  } catch (error) {
    console.error(`The files could not be written: ${error.message}. A file that is open in Excel cannot be replaced.`);
    process.exitCode = 1;
    return;
  }
  console.log(`${summary}\nWritten: ${[output, json].filter(Boolean).join(", ")}`);
}

/** What was asked for, with whole paths; undefined after --help. */
function readCall() {
  let parsed;
  try {
    parsed = parseArgs({ allowPositionals: true, options: { output: { type: "string", short: "o" }, json: { type: "string" }, help: { type: "boolean", short: "h" } } });
  } catch (error) {
    throw new Refusal(`${error.message}\n\n${HELP}`);
  }
  const { values, positionals } = parsed;
  if (values.help) {
    console.log(HELP);
    return undefined;
  }
  if (positionals.length !== 1 || !values.output) throw new Refusal(`Give one scenario file, and -o with the workbook to write.\n\n${HELP}`);
  const [scenario, output, json] = [positionals[0], values.output, values.json].map((path) => path && resolve(cwd, path));
  if (extname(output).toLowerCase() !== ".xlsx") throw new Refusal(`The workbook is ${values.output}; its name must end in .xlsx, or Excel refuses it.`);
  if (new Set([scenario, output, json]).size < 3) throw new Refusal("The scenario, the workbook and the JSON result must be three different files.");
  for (const path of [output, json].filter(Boolean)) {
    if (!existsSync(dirname(path))) throw new Refusal(`There is no folder ${dirname(path)}.`);
    if (existsSync(path) && !statSync(path).isFile()) throw new Refusal(`${path} is no file that can be replaced.`);
  }
  return { scenario, output, json };
}

function readText(path) {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new Refusal(`${path} cannot be read: ${error.message}`);
  }
}
