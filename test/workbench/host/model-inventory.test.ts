// The declared model against Microsoft's own declarations: names and requirement sets from @types/office-js,
// wire names from the library that the tests run; and the documentation against the model.
import fs from "node:fs";
import path from "node:path";
import { modelMembers, modelTypes } from "../../../src/workbench/host/model/inventory";

const root = path.join(__dirname, "../../..");
const packageFile = (name: string, file: string) => path.join(path.dirname(require.resolve(`${name}/package.json`)), file);

const declarations = (() => {
  const source = fs.readFileSync(packageFile("@types/office-js", "index.d.ts"), "utf8");
  const from = source.indexOf("declare namespace Excel {");
  return source.slice(from, source.indexOf("declare namespace Word {", from));
})();
const library = fs.readFileSync(packageFile("@microsoft/office-js", "dist/excel-web-16.00.debug.js"), "utf8");

function classBody(name: string): string {
  const start = declarations.search(new RegExp(`\\n {4}class ${name} extends `));
  return start < 0 ? "" : declarations.slice(start, declarations.indexOf("\n    }\n", start));
}

/** "[Api set: ExcelApi 1.7]" of each member; the lowest of its overloads. */
function declaredSets(name: string): Map<string, string> {
  const sets = new Map<string, string>();
  for (const [, comment = "", member = ""] of classBody(name).matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?:readonly )?(\w+)\??[(:<]/g)) {
    const set = /\[Api set: (ExcelApi [\d.]+)/.exec(comment)?.[1];
    const known = sets.get(member);
    if (set && (!known || Number(set.split(".")[1]) < Number(known.split(".")[1]))) sets.set(member, set);
  }
  return sets;
}

test.each(modelTypes.map(({ wire }) => wire).filter((wire, index, all) => all.indexOf(wire) === index))("%s: every member exists in Excel, in the set it is tagged with", (type) => {
  const declared = declaredSets(type);
  const modelled = modelMembers().filter((member) => member.type === type);
  expect(Object.fromEntries(modelled.map(({ name, since }) => [name, since]))).toEqual(Object.fromEntries(modelled.map(({ name }) => [name, declared.get(name)])));
});

test("every wire name is one that the library sends or reads", () => {
  const unknown = modelMembers().filter(({ wireName }) => !library.includes(`"${wireName}"`));
  expect(unknown.map(({ type, wireName }) => `${type}.${wireName}`)).toEqual([]);
});

test("no member of the model needs more than ExcelApi 1.15, the newest set of the library at hand", () => {
  expect(modelMembers().filter(({ since }) => Number(since.split(".")[1]) > 15)).toEqual([]);
});

test("docs/workbench-host.md lists exactly the model", () => {
  const rows = new Map<string, string[]>();
  for (const { type, name, kind, since } of modelMembers()) {
    const shown = `${name}${kind === "method" ? "()" : kind === "read-only" ? " (read)" : ""} ${since.replace("ExcelApi ", "")}`;
    rows.set(type, [...(rows.get(type) ?? []), shown]);
  }
  const table = ["| type | members, with their ExcelApi set |", "| --- | --- |", ...[...rows].map(([type, members]) => `| ${type} | ${members.join(", ")} |`)].join("\n");
  const file = path.join(root, "docs/workbench-host.md");
  const text = fs.readFileSync(file, "utf8");
  const block = /(<!-- model: begin -->\n)[\s\S]*?(?=<!-- model: end -->)/;
  // UPDATE_DOCS=1 writes the table instead of comparing it.
  if (process.env.UPDATE_DOCS) fs.writeFileSync(file, text.replace(block, (_, begin: string) => `${begin}${table}\n`));
  else expect(block.exec(text)?.[0]).toBe(`<!-- model: begin -->\n${table}\n`);
});
