import definitions from "../../src/functions/all.registry";
import { CellError } from "../../src/functions/cell-error";
import { explainFormula, referencesToRead, type ExplainedCall } from "../../src/functions/explain";
import { mine } from "./support";

const CELLS: Readonly<Record<string, unknown>> = {
  B2: 45, B3: "S21 XP", B4: 0.05, B5: null, B6: { code: "#REF!" }, B7: 50, "Market!B7": 127e12, "C1:C3": [[20], [25], [30]], Fee: 0.01, D1: 0,
};
const cells = (reference: string): unknown => CELLS[reference];
const explain = (formula: string): ExplainedCall[] => {
  const explained = explainFormula(formula, definitions, cells);
  if (typeof explained === "string") throw new Error(explained);
  return explained;
};
const argument = (call: ExplainedCall | undefined, name: string): ExplainedCall["arguments"][number] => call!.arguments.find((each) => each.name === name)!;

test("each argument with its text, value, unit and what the function takes it for", () => {
  const [call] = explain("=MINE.HASHCOST(B3,B7/1000,,B5)");
  expect(argument(call, "efficiency")).toMatchObject({ text: "B3", given: { known: true, value: "S21 XP" }, used: 13.5, unit: "J/TH" });
  expect(argument(call, "power_price")).toMatchObject({ text: "B7/1000", given: { known: true, value: 0.05 }, used: 0.05 });
  expect(argument(call, "pue")).toMatchObject({ text: "", given: { known: true, value: null }, used: 1 });
  expect(argument(call, "other_opex_per_ph_day")).toMatchObject({ text: "B5", used: 0 });
  expect(call!.withNumbers).toBe("=24*13.5*0.05*1+0");
  expect(call!.result).toEqual({ known: true, value: mine("HASHCOST")("S21 XP", 0.05) });
  expect(call!.isWhole).toBe(true);
});

test("nested calls and cells of other sheets", () => {
  const formula = "=IF(1,MINE.COSTPERBTC(MINE.HASHCOST(B3,B4),MINE.HASHVALUE(Market!B7,3.125,Fee)),0)";
  expect(referencesToRead(formula)).toEqual(["B3", "B4", "Market!B7", "Fee"]);
  const [outer, ...inner] = explain(formula);
  expect(inner.map(({ definition, depth }) => [definition.id, depth])).toEqual([["HASHCOST", 1], ["HASHVALUE", 1]]);
  const hashcost = mine("HASHCOST")("S21 XP", 0.05);
  expect(argument(outer, "hashcost").used).toBe(hashcost);
  expect(outer!.result).toEqual({ known: true, value: mine("COSTPERBTC")(hashcost, mine("HASHVALUE")(127e12, 3.125, 0.01)) });
  expect(outer!.isWhole).toBe(false);
});

test("an argument that a choice makes unneeded is not used", () => {
  const [call] = explain('=MINE.BREAKEVEN("efficiency",B2,B6,B4)');
  expect(argument(call, "efficiency")).toMatchObject({ ignored: true, used: undefined });
  expect(call!.result).toMatchObject({ known: true, value: mine("BREAKEVEN")("efficiency", 45, null, 0.05) });
});

test("errors come with their sentence, also those passed in", () => {
  expect(explain("=MINE.HASHCOST(20,48)")[0]!.result).toMatchObject({ value: { code: "#VALUE!", message: expect.stringContaining("power_price is 48") as string } });
  const [passed] = explain("=MINE.HASHCOST(B6,B4)");
  expect(argument(passed, "efficiency").given).toMatchObject({ value: new CellError("#REF!", "", true) });
  expect(passed!.result).toMatchObject({ value: { code: "#REF!" } });
  expect(argument(explain("=MINE.HASHCOST(20,B2/D1)")[0], "power_price").given).toMatchObject({ value: { code: "#DIV/0!" } });
});

test("a range gives a result of its shape; the formula keeps its address", () => {
  const [call] = explain("=MINE.HASHCOST(C1:C3,B4)");
  expect(call!.result).toEqual({ known: true, value: [[24], [30], [36]] });
  expect(call!.withNumbers).toBe("=24*C1:C3*0.05*1+0");
});

test("what only Excel can work out is said, not guessed", () => {
  const [call] = explain("=MINE.HASHCOST(AVERAGE(C1:C3),B4)");
  expect(argument(call, "efficiency").given).toEqual({ known: false, why: "worked out by Excel" });
  expect(call!.result).toEqual({ known: false, why: "worked out by Excel" });
  expect(explain("=MINE.HASHCOST(Nowhere,B4)")[0]!.result).toEqual({ known: false, why: "set by a name" });
  expect(explain("=MINE.HASHCOST([Other.xlsx]S!A1,B4)")[0]!.result).toEqual({ known: false, why: "not read from here" });
  expect(explain("=LET(e,20,MINE.HASHCOST(e,B4))")[0]!.result).toMatchObject({ known: false });
});

test.each([
  ["B2%", 0.45], ["-B2+1", -44], ["B2^2", 2025], ["B5+1", 1], ["(B2-40)*2", 10],
])("plain arithmetic: %s is %d", (text, value) => {
  expect(argument(explain(`=MINE.MARGIN(${text},20,0.05)`)[0], "hashprice").given).toEqual({ known: true, value });
});

test("a function without a plain formula is shown as its call with the values", () => {
  expect(explain('=MINE.ASIC(B3,"efficiency")')[0]).toMatchObject({ withNumbers: '=MINE.ASIC("S21 XP", "efficiency")', result: { value: 13.5 } });
});

test("formulas without our functions, unknown ones and unreadable ones", () => {
  expect(explainFormula("=SUM(A1:A3)", definitions, cells)).toBe("no call");
  expect(explainFormula("=MINE.NOSUCH(1)", definitions, cells)).toBe("no call");
  expect(explainFormula("=MINE.HASHCOST(20,", definitions, cells)).toBe("unreadable");
});
