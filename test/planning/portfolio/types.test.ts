import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { PORTFOLIO_SCHEMA, type Schema } from "../../../src/planning/portfolio/schema";

// The types of document.ts say the same as portfolio.schema.json: names, kinds of value, and what may be missing.

const source = ts.createSourceFile("document.ts", readFileSync(join(__dirname, "../../../src/planning/portfolio/document.ts"), "utf8"), ts.ScriptTarget.ES2022, true);
const interfaces = new Map<string, ts.InterfaceDeclaration>();
const aliases = new Map<string, string>();
ts.forEachChild(source, (node) => {
  if (ts.isInterfaceDeclaration(node)) interfaces.set(node.name.text, node);
  if (ts.isTypeAliasDeclaration(node)) aliases.set(node.name.text, node.type.getText());
});

/** Filled in from the CSV file when the document is read. */
const FILLED_IN = new Set(["PriceSeries.valuesUsdKwh"]);

test.each([["Portfolio", PORTFOLIO_SCHEMA] as const, ...Object.entries(PORTFOLIO_SCHEMA.$defs!).filter(([, schema]) => schema.type === "object").map(([name, schema]) => [pascal(name), schema] as const)])("%s", (name, schema) => {
  const declared = interfaces.get(name);
  expect(declared).toBeDefined();
  const fields = Object.fromEntries(membersOf(declared!).map((member) => {
    const field = (member.name as ts.Identifier).text;
    return [field, `${member.questionToken ? "?" : ""}${plain(member.type!.getText())}`];
  }));
  const wanted = Object.fromEntries(Object.entries(schema.properties!).map(([field, each]) => {
    const mayMiss = !schema.required!.includes(field) && each.default === undefined && !FILLED_IN.has(`${name}.${field}`);
    return [field, `${mayMiss ? "?" : ""}${plain(typeOf(each))}`];
  }));
  expect(fields).toEqual(wanted);
});

test("no type is left over", () => {
  const names = new Set(["Portfolio", "MachineFigures", ...Object.keys(PORTFOLIO_SCHEMA.$defs!).map(pascal)]);
  expect([...interfaces.keys()].filter((name) => !names.has(name))).toEqual([]);
});

test("every field has a title and a description, every number a lower limit", () => {
  const complaints: string[] = [];
  const visit = (path: string, schema: Schema): void => {
    for (const [name, each] of Object.entries(schema.properties ?? {})) {
      const at = `${path}.${name}`;
      if (!each.title || !each.description) complaints.push(`${at} has no title or description`);
      if ((each.type === "number" || each.type === "integer") && each.minimum === undefined && each.exclusiveMinimum === undefined && each.enum === undefined) complaints.push(`${at} has no lower limit`);
    }
  };
  visit("portfolio", PORTFOLIO_SCHEMA);
  for (const [name, schema] of Object.entries(PORTFOLIO_SCHEMA.$defs!)) visit(name, schema);
  expect(complaints).toEqual([]);
});

function membersOf(declared: ts.InterfaceDeclaration): ts.PropertySignature[] {
  const inherited = (declared.heritageClauses ?? []).flatMap((clause) => clause.types.flatMap((type) => membersOf(interfaces.get(type.expression.getText())!)));
  return [...inherited, ...declared.members.filter(ts.isPropertySignature)];
}

/** The TypeScript type that a schema stands for. */
function typeOf(schema: Schema): string {
  if (schema.$ref) {
    const name = schema.$ref.slice("#/$defs/".length);
    return name === "id" || name === "date" ? "string" : name === "coolingKind" ? "Cooling" : pascal(name);
  }
  if (schema.oneOf) return schema.oneOf.map(typeOf).join(" | ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((each) => JSON.stringify(each)).join(" | ");
  if (schema.type === "array") {
    const item = typeOf(schema.items!);
    return `readonly ${item.includes("|") ? `(${item})` : item}[]`;
  }
  return schema.type === "integer" ? "number" : schema.type!;
}

/** A type with its aliases written out and the parts of a union in order. */
function plain(type: string): string {
  const list = /^readonly \(?([^()]*)\)?\[\]$/.exec(type);
  if (list) return `list of ${plain(list[1]!)}`;
  return type.split("|").map((each) => each.trim()).flatMap((each) => (aliases.has(each) ? plain(aliases.get(each)!).split(" | ") : [each])).sort().join(" | ");
}

function pascal(name: string): string {
  return name[0]!.toUpperCase() + name.slice(1);
}
