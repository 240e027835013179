// Plans a portfolio and writes the workbook: npm run plan -- portfolio.json -o plan.xlsx [--json result.json] [--scenario bear]
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { checkPlace, checkWorkbookName, readBytes, Refusal, runCommand, written } from "./lib/command-line.mjs";
import { installPackages, requireNode } from "./lib/install.mjs";

const HELP = `Plans a portfolio: what each fleet should do, and what the company then has. Writes a workbook of native formulas.

  npm run plan -- PORTFOLIO.json -o PLAN.xlsx [--json RESULT.json] [--scenario NAME]

  PORTFOLIO.json     sites, contracts, fleets, candidates, market and finance; see docs/portfolio.md and assets/samples/.
                     A workbook that was built here (.xlsx) does as well: its input tables are read
  -o, --output FILE  the workbook to write (.xlsx); one that is there is replaced once the new one is complete
  --json FILE        inputs and results as JSON as well
  --scenario NAME    the market scenario that decides, instead of the one the portfolio names
  -h, --help         this text

Exit code 0: written. 2: the call or the portfolio is wrong; every problem is listed and nothing is written.
1: a file could not be written.
`;

await runCommand("plan", HELP, { output: { type: "string", short: "o" }, json: { type: "string" }, scenario: { type: "string" } }, async (call) => {
  const { input, output, json, scenario } = readCall(call);
  const bytes = readBytes(input);
  requireNode();
  installPackages();
  const { planFiles, readJson, readWorkbook } = await import("./lib/typescript.mjs").then(({ loadTypeScript }) => loadTypeScript("tools/lib/plan.ts"));

  const { portfolio, problems } = await read(input, bytes, readJson, readWorkbook);
  if (problems) throw new Refusal([`${input} cannot be planned:`, ...problems.map((problem) => `  ${problem}`)].join("\n"));
  const names = portfolio.market.scenarios.map(({ id }) => id);
  if (scenario !== undefined && !names.includes(scenario)) throw new Refusal(`The portfolio has no scenario "${scenario}"; it has ${names.map((name) => `"${name}"`).join(", ")}.`);
  const market = { ...portfolio.market, scenarioId: scenario ?? portfolio.market.scenarioId };
  const { workbook, result, summary } = await planFiles({ ...portfolio, market }, new Date());
  const files = [...(json ? [{ path: json, content: result }] : []), { path: output, content: workbook }];
  if (written("The files", files)) console.log(`${summary}\nWritten: ${[output, json].filter(Boolean).join(", ")}`);
});

async function read(input, bytes, readJson, readWorkbook) {
  if (extname(input).toLowerCase() !== ".xlsx") return readJson(textOf(input, bytes), (file) => textBeside(input, file));
  try {
    return await readWorkbook(bytes);
  } catch (error) {
    throw new Refusal(`${input} is no workbook that can be read: ${error.message}`);
  }
}

function textOf(input, bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(`${input} is no text in UTF-8; save it as UTF-8.`);
  }
}

function textBeside(input, file) {
  const path = join(dirname(input), file);
  return existsSync(path) && statSync(path).isFile() ? readFileSync(path, "utf8") : undefined;
}

/** What was asked for, with whole paths. */
function readCall({ values, positionals, whole, misused }) {
  if (positionals.length !== 1 || !values.output) throw misused("Give one portfolio file, and -o with the workbook to write.");
  const [input, output, json] = [positionals[0], values.output, values.json].map((path) => path && whole(path));
  checkWorkbookName("The workbook", output);
  if (new Set([input, output, json]).size < 3) throw new Refusal("The portfolio, the workbook and the JSON result must be three different files.");
  for (const path of [output, json].filter(Boolean)) checkPlace(path);
  return { input, output, json, scenario: values.scenario };
}
