import { readFileSync } from "node:fs";
import { join } from "node:path";
import definitions from "../../../src/functions/all.registry";
import { entryOf, findEntries, GLOSSARY } from "../../../src/taskpane/glossary/glossary";
import { glossaryPage } from "../../../tools/lib/glossary-page";

const entries = GLOSSARY.flatMap((group) => group.entries);

test("docs/glossary.md is what the pane shows (else: npm run docs)", () => {
  expect(readFileSync(join(__dirname, "../../../docs/glossary.md"), "utf8")).toBe(glossaryPage());
});

test("the field's terms are there, each once, in alphabetical order within its area", () => {
  for (const id of ["hashprice", "hashcost", "breakeven", "efficiency", "curtailment", "strike-price", "uptime", "pue", "npv", "irr", "moic", "dscr", "ltv", "take-or-pay", "demand-charge", "coincident-peak", "demand-response", "network-response", "retarget", "merit-order", "runway"]) expect(entryOf(id)?.id).toBe(id);
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  expect(new Set(entries.map(({ term }) => term)).size).toBe(entries.length);
  for (const { entries: group } of GLOSSARY) expect(group.map(({ id }) => id)).toEqual(group.map(({ id }) => id).sort());
});

test("what entries refer to exists", () => {
  for (const { see = [], functions = [], id } of entries) {
    for (const other of see) expect([id, other, entryOf(other)?.id]).toEqual([id, other, other]);
    for (const name of functions) expect([id, definitions.some((each) => each.id === name)]).toEqual([id, true]);
  }
});

test("texts are short and end as sentences", () => {
  for (const { text, id } of entries) {
    expect([id, text.endsWith(".")]).toEqual([id, true]);
    expect(text.length).toBeLessThan(300);
  }
});

test.each([["hashp", "hashprice"], ["4CP", "coincident-peak"], ["debt service", "dscr"], ["joules terahash", "efficiency"], ["MAXASICPRICE", "worth"]])("%s finds %s first", (query, id) => {
  expect(findEntries(query)[0]?.id).toBe(id);
});

test("nothing is found for what is no word of the field; everything for nothing", () => {
  expect(findEntries("zzz")).toEqual([]);
  expect(findEntries(" ")).toHaveLength(entries.length);
});
