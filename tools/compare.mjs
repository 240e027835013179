// Tells what changed between two workbooks of plans: npm run compare -- old.xlsx new.xlsx [--json]
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { installPackages, requireNode } from "./lib/install.mjs";

const HELP = `Tells what changed between two workbooks of plans: inputs, results, versions, and what the change of hashprice comes from.

  npm run compare -- OLD.xlsx NEW.xlsx [--json]

  OLD.xlsx, NEW.xlsx  workbooks built by npm run plan or the task pane, or shared copies of them; see docs/compare.md
  --json              as JSON instead of text; call npm run -s compare to get nothing else
  -h, --help          this text

Exit code 0: compared. 2: the call is wrong, or a file is no workbook of a plan.
`;

/** npm moves to the project's folder; file names are meant from where it was called. */
const cwd = process.env.npm_lifecycle_event === "compare" && process.env.INIT_CWD ? process.env.INIT_CWD : process.cwd();

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
  const [before, after] = call.files.map(readBytes);
  requireNode();
  installPackages();
  const { compareFiles } = await import("./lib/typescript.mjs").then(({ loadTypeScript }) => loadTypeScript("tools/lib/compare.ts"));
  const { text, json, refusal, file } = await compareFiles(before, after);
  if (refusal !== undefined) throw new Refusal(`${call.files[file === "before" ? 0 : 1]} cannot be compared: ${refusal}`);
  console.log(call.json ? json : text);
}

/** What was asked for, with whole paths; undefined after --help. */
function readCall() {
  let parsed;
  try {
    parsed = parseArgs({ allowPositionals: true, options: { json: { type: "boolean" }, help: { type: "boolean", short: "h" } } });
  } catch (error) {
    throw new Refusal(`${error.message}\n\n${HELP}`);
  }
  const { values, positionals } = parsed;
  if (values.help) {
    console.log(HELP);
    return undefined;
  }
  if (positionals.length !== 2) throw new Refusal(`Give two workbooks, the older one first.\n\n${HELP}`);
  return { files: positionals.map((path) => resolve(cwd, path)), json: values.json === true };
}

function readBytes(path) {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Refusal(`${path} cannot be read: ${error.message}`);
  }
}
