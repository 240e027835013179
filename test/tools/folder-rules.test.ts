import { execFileSync } from "node:child_process";
import { join } from "node:path";

// ESLint is ESM and loads its config with import(), so it runs in its own process; one process for all cases.

const root = join(__dirname, "../..");

interface Case { readonly file: string; readonly code: string; readonly rule: string | null }
const cases: readonly Case[] = [
  { file: "src/units/x.ts", code: 'import "../catalog/catalog";', rule: "@typescript-eslint/no-restricted-imports" },
  { file: "src/economics/x.ts", code: 'import { asicModels } from "../catalog/catalog"; asicModels();', rule: "@typescript-eslint/no-restricted-imports" },
  { file: "src/economics/x.ts", code: 'import type { AsicModel } from "../catalog/catalog"; export type X = AsicModel;', rule: null },
  { file: "src/planning/x.ts", code: 'import "../functions/call";', rule: "@typescript-eslint/no-restricted-imports" },
  { file: "src/functions/library/x.ts", code: 'import "../../model-sheets";', rule: "@typescript-eslint/no-restricted-imports" },
  { file: "src/model-sheets/x.ts", code: 'import "../excel";', rule: "@typescript-eslint/no-restricted-imports" },
  { file: "src/excel/x.ts", code: 'import "../planning";', rule: "@typescript-eslint/no-restricted-imports" },
  { file: "src/taskpane/x.ts", code: 'import "../runtime";', rule: "@typescript-eslint/no-restricted-imports" },
  { file: "src/workbench/host/x.ts", code: 'import "../grid/store";', rule: "@typescript-eslint/no-restricted-imports" },
  { file: "src/workbench/page/x.ts", code: 'import "../../economics/network";', rule: "@typescript-eslint/no-restricted-imports" },
  { file: "src/planning/x.ts", code: 'import "node:fs";', rule: "@typescript-eslint/no-restricted-imports" },
  { file: "src/model-sheets/x.ts", code: 'import "fs/promises";', rule: "@typescript-eslint/no-restricted-imports" },
  { file: "src/market/x.ts", code: 'import "../planning";', rule: "@typescript-eslint/no-restricted-imports" },
  { file: "src/catalog/x.ts", code: 'export * from "../market/market";', rule: "@typescript-eslint/no-restricted-imports" },
  { file: "src/functions/x.ts", code: 'import "../workbench/host";', rule: "@typescript-eslint/no-restricted-imports" },
  { file: "src/commands/x.ts", code: 'import "../taskpane";', rule: "@typescript-eslint/no-restricted-imports" },
  { file: "src/excel/x.ts", code: 'import "../commands";', rule: "@typescript-eslint/no-restricted-imports" },
  { file: "src/excel/x.ts", code: 'void import("../taskpane");', rule: "no-restricted-syntax" },
  { file: "src/runtime/x.ts", code: 'void import("../taskpane");', rule: null },
  { file: "src/taskpane/x.ts", code: 'import "../functions/help";', rule: null },
  { file: "src/market/x.ts", code: 'void fetch("x");', rule: "no-restricted-globals" },
  { file: "src/market/live-request.ts", code: 'void fetch("x");', rule: null },
  { file: "src/market/live-request.ts", code: 'document.title = "x";', rule: "no-restricted-globals" },
  { file: "src/workbench/grid/x.ts", code: "void Office.onReady();", rule: "no-restricted-globals" },
  { file: "src/economics/x.ts", code: 'void fetch("x");', rule: "no-restricted-globals" },
  { file: "src/taskpane/x.ts", code: "Excel.run(() => Promise.resolve());", rule: "no-restricted-globals" },
  { file: "src/planning/x.ts", code: "Office.onReady();", rule: "no-restricted-globals" },
  { file: "src/functions/x.ts", code: 'document.title = "x";', rule: "no-restricted-globals" },
  { file: "src/excel/x.ts", code: "CustomFunctions.associate({});", rule: "no-restricted-globals" },
  { file: "src/workbench/host/x.ts", code: "window.close();", rule: "no-restricted-globals" },
  { file: "src/excel/x.ts", code: "void Excel.run(async (context) => { for (const i of [1, 2]) { context.workbook.worksheets.getItemAt?.(i); await context.sync(); } });", rule: "office-addins/no-context-sync-in-loop" },
];

/** The project's own configuration, without the rules that need types, so that the snippets need not exist as files. */
const script = `
  import { ESLint } from "eslint";
  import tseslint from "typescript-eslint";
  const eslint = new ESLint({ overrideConfig: [tseslint.configs.disableTypeChecked] });
  const found = [];
  for (const { file, code } of ${JSON.stringify(cases)}) {
    const [{ messages }] = await eslint.lintText(code, { filePath: file });
    found.push(messages.map(({ ruleId, message }) => ruleId ?? message));
  }
  console.log(JSON.stringify(found));
`;

const found = JSON.parse(execFileSync(process.execPath, ["--input-type=module", "-e", script], { cwd: root, encoding: "utf8" })) as string[][];

test.each(cases.map((each, i) => [each.file, each.code, each.rule, i] as const))("%s: %s → %s", (_file, _code, rule, i) => {
  expect(found[i]).toEqual(rule === null ? [] : [rule]);
});
