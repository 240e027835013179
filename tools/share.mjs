// Makes a copy of a workbook to share: npm run share -- in.xlsx -o out.xlsx [--level page|values|native|live]
import { existsSync, realpathSync } from "node:fs";
import { checkPlace, checkWorkbookName, readBytes, Refusal, runCommand, written } from "./lib/command-line.mjs";
import { installPackages, requireNode } from "./lib/install.mjs";

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

await runCommand("share", HELP, { output: { type: "string", short: "o" }, level: { type: "string" } }, async (call) => {
  const { input, output, level } = readCall(call);
  const bytes = readBytes(input, LARGEST);
  requireNode();
  installPackages();
  const { shareFile } = await import("./lib/typescript.mjs").then(({ loadTypeScript }) => loadTypeScript("tools/lib/share.ts"));
  const { bytes: copy, summary, refusal } = await shareFile(bytes, level, new Date());
  if (refusal !== undefined) throw new Refusal(`${input} cannot be shared: ${refusal}`);
  if (written("The copy", [{ path: output, content: copy }])) console.log(`${summary}\nWritten: ${output}`);
});

/** What was asked for, with whole paths. */
function readCall({ values, positionals, whole, misused }) {
  const { level = "native" } = values;
  if (positionals.length !== 1 || !values.output) throw misused("Give one workbook, and -o with the copy to write.");
  if (!LEVELS.includes(level)) throw new Refusal(`There is no level "${level}"; give ${LEVELS.join(", ")}.`);
  const [input, output] = [positionals[0], values.output].map(whole);
  checkWorkbookName("The copy", output);
  checkPlace(output);
  if (existsSync(input) && existsSync(output) && realpathSync(input) === realpathSync(output)) throw new Refusal("The workbook and its copy must be two different files.");
  return { input, output, level };
}
