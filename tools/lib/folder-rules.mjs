// The folder table of the architecture: who may import whom, and which globals a folder may touch. ESLint enforces it.
import { builtinModules } from "node:module";

/** A folder may import itself, these folders, and, where named in `types`, types only. `files`: globals that one file alone may touch. */
export const FOLDERS = {
  units: { imports: [] },
  catalog: { imports: ["units"] },
  market: { imports: ["units"], files: { "live-request.ts": ["fetch"] } },
  economics: { imports: ["units"], types: ["catalog", "market"] },
  planning: { imports: ["economics", "catalog", "market", "units"] },
  functions: { imports: ["planning", "economics", "catalog", "market", "units"], globals: ["CustomFunctions"] },
  "model-sheets": { imports: ["planning", "economics", "units"] },
  excel: { imports: ["model-sheets"], globals: ["Excel", "Office", "OfficeExtension"] },
  xlsx: { imports: ["model-sheets"] },
  taskpane: { imports: ["planning", "model-sheets", "excel", "xlsx", "catalog", "market", "functions", "units"], globals: ["document", "window"] },
  commands: { imports: ["excel"], globals: ["Office"] },
  runtime: { imports: ["functions", "commands", "taskpane"], globals: ["Office", "document", "window"] },
  "workbench/host": { imports: ["units"] },
  "workbench/grid": { imports: ["workbench/host", "units"], globals: ["document", "window"] },
  "workbench/page": { imports: ["workbench/host", "workbench/grid", "units"], globals: ["document", "window", "fetch"] },
};

const GUARDED_GLOBALS = ["fetch", "Excel", "Office", "OfficeExtension", "CustomFunctions", "document", "window"];

const NODE_MODULE = `^(node:|(${builtinModules.filter((name) => !name.startsWith("_")).join("|")})$)`;

/** The ESLint configurations that enforce the table. */
export function folderRules() {
  return Object.entries(FOLDERS).flatMap(([folder, { imports, types = [], globals = [], files = {} }]) => {
    const forbidden = Object.keys(FOLDERS).filter((other) => other !== folder && !imports.includes(other));
    const untouched = (allowed) => ["error", ...GUARDED_GLOBALS.filter((name) => !allowed.includes(name)).map((name) => ({ name, message: `src/${folder} may not touch ${name} (docs/architecture.md).` }))];
    return [{
      files: [`src/${folder}/**/*.{ts,tsx}`],
      rules: {
        "@typescript-eslint/no-restricted-imports": ["error", {
          patterns: [
            ...forbidden.filter((other) => !types.includes(other)).map((other) => ({ regex: importOf(other), message: `src/${folder} may not import src/${other} (docs/architecture.md).` })),
            ...types.map((other) => ({ regex: importOf(other), allowTypeImports: true, message: `src/${folder} may import only types of src/${other} (docs/architecture.md).` })),
            { regex: NODE_MODULE, message: "src runs in a browser: no Node modules." },
          ],
        }],
        // The rule above does not see import("…").
        "no-restricted-syntax": ["error", { selector: `ImportExpression[source.value=/${forbidden.map(importOf).join("|").replaceAll("/", "\\u002F")}/]`, message: `src/${folder} may not import this folder (docs/architecture.md).` }],
        "no-restricted-globals": untouched(globals),
      },
    }, ...Object.entries(files).map(([file, more]) => ({ files: [`src/${folder}/${file}`], rules: { "no-restricted-globals": untouched([...globals, ...more]) } }))];
  });
}

/** Matches a relative import of a folder from anywhere below src. */
function importOf(folder) {
  const [area, part] = folder.split("/");
  return part ? `^(\\.\\./)+(${area}/)?${part}(/|$)` : `^(\\.\\./)+${area}(/|$)`;
}
