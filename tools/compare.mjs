// Tells what changed between two workbooks of plans: npm run compare -- old.xlsx new.xlsx [--json]
import { readBytes, Refusal, runCommand } from "./lib/command-line.mjs";
import { installPackages, requireNode } from "./lib/install.mjs";

const HELP = `Tells what changed between two workbooks of plans: inputs, results, versions, and what the change of hashprice comes from.

  npm run compare -- OLD.xlsx NEW.xlsx [--json]

  OLD.xlsx, NEW.xlsx  workbooks built by npm run plan or the task pane, or shared copies of them; see docs/compare.md
  --json              as JSON instead of text; call npm run -s compare to get nothing else
  -h, --help          this text

Exit code 0: compared. 2: the call is wrong, or a file is no workbook of a plan.
`;

await runCommand("compare", HELP, { json: { type: "boolean" } }, async ({ values, positionals, whole, misused }) => {
  if (positionals.length !== 2) throw misused("Give two workbooks, the older one first.");
  const files = positionals.map(whole);
  const [before, after] = files.map((path) => readBytes(path));
  requireNode();
  installPackages();
  const { compareFiles } = await import("./lib/typescript.mjs").then(({ loadTypeScript }) => loadTypeScript("tools/lib/compare.ts"));
  const { text, json, refusal, file } = await compareFiles(before, after);
  if (refusal !== undefined) throw new Refusal(`${files[file === "before" ? 0 : 1]} cannot be compared: ${refusal}`);
  console.log(values.json ? json : text);
});
