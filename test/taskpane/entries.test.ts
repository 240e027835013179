import definitions from "../../src/functions/all.registry";
import { checkedFunction } from "../../src/functions/call";
import type { Argument } from "../../src/functions/definition";
import { explainFormula } from "../../src/functions/explain";
import { callTexts, exampleTexts, readCall, readEntry } from "../../src/taskpane/functions/entries";
import { byCategory, findFunctions } from "../../src/taskpane/functions/search";
import { exampleGroups } from "../../src/taskpane/functions/worked-examples";
import { definitionOf } from "../functions/support";

const argumentOf = (id: string, name: string): Argument => definitionOf(id).arguments.find((argument) => argument.name === name)!;
const hashcost = (text: string): ReturnType<typeof readEntry> => readEntry(argumentOf("HASHCOST", "efficiency"), text);
const power = (text: string): ReturnType<typeof readEntry> => readEntry(argumentOf("HASHCOST", "power_price"), text);

test.each([
  ["0.05", "0.05", 0.05], ["5 %", "0.05", 0.05], ["1,250.5", "1250.5", 1250.5], ["=2*3", "2*3", 6], ["-1e-3", "-0.001", -0.001], ["cheap", '"cheap"', "cheap"], ['"5"', '"5"', "5"],
])("a number field takes %s as %s", (text, formula, value) => {
  expect(power(text)).toEqual({ kind: "literal", formula, value });
});

test.each(["B2", "Sheet1!B2:B9", "'My plan'!$B$2"])("%s is cells", (text) => {
  expect(power(text)).toEqual({ kind: "open", formula: text });
});

test("expressions go into the formula without their sign; broken ones are refused", () => {
  expect(power("=B2/1000")).toEqual({ kind: "open", formula: "B2/1000" });
  expect(power("=MAX(B2,1)")).toEqual({ kind: "open", formula: "MAX(B2,1)" });
  expect(power("=B2/")).toMatchObject({ kind: "wrong" });
  expect(power("=")).toMatchObject({ kind: "wrong" });
});

test("where a machine may stand, a name wins over an address of the same letters, and says so", () => {
  expect(hashcost("S21 XP")).toEqual({ kind: "literal", formula: '"S21 XP"', value: "S21 XP" });
  expect(hashcost("S21")).toMatchObject({ kind: "literal", value: "S21", note: "Read as the machine; write =S21 for the cell." });
  expect(hashcost("=S21")).toEqual({ kind: "open", formula: "S21" });
  expect(hashcost("B2")).toEqual({ kind: "open", formula: "B2" });
  expect(power("S21")).toEqual({ kind: "open", formula: "S21" });
});

test("choices, flags, dates, lists", () => {
  expect(readEntry(argumentOf("HASHPRICE", "unit"), "eh")).toMatchObject({ formula: '"eh"' });
  expect(readEntry(argumentOf("ASICS", "headers"), "false")).toMatchObject({ formula: "FALSE", value: false });
  expect(readEntry(argumentOf("TOUPRICE", "prices"), "0.03, 0.08")).toEqual({ kind: "literal", formula: "{0.03;0.08}", value: [[0.03], [0.08]] });
  expect(readEntry(argumentOf("TOUPRICE", "prices"), "B2:B25")).toEqual({ kind: "open", formula: "B2:B25" });
  expect(readEntry(argumentOf("HASHPRICE", "difficulty"), "130T")).toMatchObject({ formula: '"130T"', value: "130T" });
});

test("a call: arguments left out at the end go, in the middle stay empty; what is needed is named", () => {
  const definition = definitionOf("HASHCOST");
  expect(readCall(definition, { efficiency: "20", other_opex_per_ph_day: "1" })).toMatchObject({ formula: "=MINE.HASHCOST(20, , , 1)", missing: ["power_price"] });
  expect(readCall(definition, { efficiency: "20", power_price: "B2" })).toMatchObject({ formula: "=MINE.HASHCOST(20, B2)", missing: [], values: undefined });
  expect(readCall(definitionOf("BREAKEVEN"), { solve_for: "power", hashprice: "45", efficiency: "15" }).missing).toEqual([]);
  expect(readCall(definitionOf("BREAKEVEN"), { solve_for: "pue", hashprice: "45", efficiency: "15" }).missing).toEqual(["power_price"]);
});

const examples = definitions.flatMap((definition) => definition.examples.map((example, i) => [`${definition.id} ${i + 1}`, definition, example] as const));

test.each(examples)("example %s: filled into the form it gives the same, and its formula explained gives the same again", (_, definition, example) => {
  const expected = checkedFunction(definition)(example.args);
  const { formula, values, missing } = readCall(definition, exampleTexts(definition, example));
  expect(missing).toEqual([]);
  expect(checkedFunction(definition)(values!)).toEqual(expected);
  const explained = explainFormula(formula, definitions, () => undefined);
  const call = typeof explained === "string" ? undefined : explained[0];
  expect(call?.result).toEqual({ known: true, value: expected });
  const again = readCall(definition, callTexts(definition, call!.arguments.map(({ text }) => text)));
  expect(again.formula).toBe(formula);
});

test("search looks at names, summaries and argument names; names come first", () => {
  expect(findFunctions(definitions, "hashp").slice(0, 1).map(({ id }) => id)).toEqual(["HASHPRICE"]);
  expect(findFunctions(definitions, "=MINE.hashcost")[0]!.id).toBe("HASHCOST");
  expect(findFunctions(definitions, "power price").map(({ id }) => id)).toContain("HASHCOST");
  expect(findFunctions(definitions, "zzz")).toEqual([]);
  expect(findFunctions(definitions, "  ")).toHaveLength(definitions.length);
});

test("categories hold every function once", () => {
  const listed = byCategory(definitions).flatMap((group) => group.definitions.map(({ id }) => id));
  expect([...listed].sort()).toEqual(definitions.map(({ id }) => id).sort());
});

test("every function has one worked example, with its own default where an argument is left out", () => {
  const worked = exampleGroups(definitions).flatMap((group) => group.examples);
  expect(worked.map(({ name }) => name).sort()).toEqual(definitions.map(({ id }) => `MINE.${id}`).sort());
  const pue = worked.find(({ name }) => name === "MINE.HASHCOST")!.arguments.find(({ name }) => name === "pue")!;
  expect(pue.values).toHaveLength(1);
  for (const { expected } of worked) expect(JSON.stringify(expected)).not.toMatch(/"#(VALUE|N\/A)/);
});
