// Makes a copy of a workbook to share: npm run share -- in.xlsx -o out.xlsx [--level page|values|native|live]
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, extname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { installPackages, requireNode } from "./lib/install.mjs";
import { replaceFiles } from "./lib/replace-files.mjs";

const HELP = `Makes a copy of a workbook for people without the add-in. The workbook itself is only read.

  npm run share -- IN.xlsx -o OUT.xlsx [--level page|values|native|live]

  IN.xlsx            any workbook, saved by Excel with the add-in; see docs/sharing.md
  -o, --output FILE  the copy (.xlsx); one that is there is replaced once the new one is complete
  --level page       values, and every sheet set up to print: for a PDF
  --level values     every cell that calls a MINE function becomes a value
  --level native     every MINE function becomes a native formula where there is one, and a value elsewhere (the default)
  --level live       formulas stay as they are, for people with the add-in
  -h, --help         this text

Exit code 0: written. 2: the call is wrong or the workbook cannot be shared; nothing is written. 1: the copy could not be written.
`;
const LEVELS = ["page", "values", "native", "live"];
/** More than the largest workbook that Excel for the web opens. */
const LARGEST = 500_000_000;

/** npm moves to the project's folder; file names are meant from where it was called. */
const cwd = process.env.npm_lifecycle_event === "share" && process.env.INIT_CWD ? process.env.INIT_CWD : process.cwd();

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
  const { input, output, level } = call;
  const bytes = readBytes(input);
  requireNode();
  installPackages();
  const { shareFile } = await import("./lib/typescript.mjs").then(({ loadTypeScript }) => loadTypeScript("tools/lib/share.ts"));
  const { bytes: copy, summary, refusal } = await shareFile(bytes, level, new Date());
  if (refusal !== undefined) throw new Refusal(`${input} cannot be shared: ${refusal}`);
  try {
    replaceFiles([{ path: output, content: copy }]);
  } catch (error) {
    console.error(`The copy could not be written: ${error.message}. A file that is open in Excel cannot be replaced.`);
    process.exitCode = 1;
    return;
  }
  console.log(`${summary}\nWritten: ${output}`);
}

/** What was asked for, with whole paths; undefined after --help. */
function readCall() {
  let parsed;
  try {
    parsed = parseArgs({ allowPositionals: true, options: { output: { type: "string", short: "o" }, level: { type: "string" }, help: { type: "boolean", short: "h" } } });
  } catch (error) {
    throw new Refusal(`${error.message}\n\n${HELP}`);
  }
  const { values, positionals } = parsed;
  if (values.help) {
    console.log(HELP);
    return undefined;
  }
  const { level = "native" } = values;
  if (positionals.length !== 1 || !values.output) throw new Refusal(`Give one workbook, and -o with the copy to write.\n\n${HELP}`);
  if (!LEVELS.includes(level)) throw new Refusal(`There is no level "${level}"; give ${LEVELS.join(", ")}.`);
  const [input, output] = [positionals[0], values.output].map((path) => resolve(cwd, path));
  if (extname(output).toLowerCase() !== ".xlsx") throw new Refusal(`The copy is ${values.output}; its name must end in .xlsx, or Excel refuses it.`);
  if (!existsSync(dirname(output))) throw new Refusal(`There is no folder ${dirname(output)}.`);
  if (existsSync(output) && !statSync(output).isFile()) throw new Refusal(`${output} is no file that can be replaced.`);
  if (existsSync(input) && existsSync(output) && realpathSync(input) === realpathSync(output)) throw new Refusal("The workbook and its copy must be two different files.");
  return { input, output, level };
}

function readBytes(path) {
  try {
    const { size } = statSync(path);
    if (size > LARGEST) throw new Refusal(`${path} has ${Math.round(size / 1e6)} MB; no more than ${LARGEST / 1e6} MB are opened.`);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`${path} cannot be read: ${error.message}`);
  }
}
