import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import definitions from "../../src/functions/all.registry";
import { helpPage } from "../../src/functions/help";
import { functionPages } from "../../tools/lib/function-pages";

const folder = join(__dirname, "../../docs/functions");

test("the committed pages are what the records say (else: npm run docs)", () => {
  const pages = functionPages();
  for (const [name, text] of Object.entries(pages)) {
    const file = join(folder, name);
    expect([name, existsSync(file) && readFileSync(file, "utf8")]).toEqual([name, text]);
  }
  expect(readdirSync(folder).sort()).toEqual(Object.keys(pages).sort());
});

test.each(definitions.map((definition) => [definition.id, helpPage(definition)] as const))("%s explains itself", (_, page) => {
  expect(page.summary).toMatch(/^[A-Z].*\.$/);
  expect(page.formula).not.toBe("");
  expect(page.source).not.toBe("");
  for (const argument of page.arguments) expect(argument.description).toMatch(/\.$/);
  for (const example of page.examples) expect(JSON.stringify(example.result)).not.toMatch(/#(VALUE|N\/A)/);
});
