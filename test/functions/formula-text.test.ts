import { asWrittenOn, isAddress, mineCalls, parsed, readsCell, referencesIn } from "../../src/functions/formula-text";

const calls = (formula: string): unknown => mineCalls(formula)?.map(({ id, argumentTexts, depth, isWhole }) => [id, argumentTexts, depth, isWhole]);

test("finds every call of ours with its arguments as they stand there", () => {
  expect(calls("=MINE.HASHCOST(B2, 0.05)")).toEqual([["HASHCOST", ["B2", "0.05"], 0, true]]);
  expect(calls('=IF(mine.margin(B1,\'My, plan\'!B2,-0.05,,{1,2;3,4})>0,SUM(A:A),"MINE.ASIC(1)")')).toEqual([["MARGIN", ["B1", "'My, plan'!B2", "-0.05", "", "{1,2;3,4}"], 0, false]]);
  expect(calls("=MINE.COSTPERBTC(MINE.HASHCOST((A1+A2)*2,B2),MAX(C1,C2))+1")).toEqual([
    ["COSTPERBTC", ["MINE.HASHCOST((A1+A2)*2,B2)", "MAX(C1,C2)"], 0, false],
    ["HASHCOST", ["(A1+A2)*2", "B2"], 1, false],
  ]);
  expect(calls("=MINE.ASICS()")).toEqual([["ASICS", [], 0, true]]);
  expect(calls('=MINE.ASIC("S21 ""XP""",)')).toEqual([["ASIC", ['"S21 ""XP"""', ""], 0, true]]);
});

test("a formula without our calls has none; one that is no formula cannot be read", () => {
  expect(calls("=SUM(A1:A3)")).toEqual([]);
  expect(mineCalls("=MINE.HASHCOST(20,")).toBeUndefined();
  expect(mineCalls("=1+")).toBeUndefined();
});

test.each(["B2", "$B$2:C9", "'My plan'!B2", "Sheet1!A:A", "2:4"])("%s is an address", (text) => expect(isAddress(text)).toBe(true));
test.each(["S21 XP", "power", "1", "=B2", "B2+1", "", "130T"])("%j is none", (text) => expect(isAddress(text)).toBe(false));

test("references are listed once each", () => {
  expect(referencesIn(parsed("=MINE.HASHCOST(B2,B2*Rate)+Sheet2!C1")!).map(({ value }) => value)).toEqual(["B2", "Rate", "Sheet2!C1"]);
});

test("a sheet's own cells are written without its name", () => {
  expect(asWrittenOn("My plan", "=MINE.X('My plan'!B2,Other!B2,\"'My plan'!B2\")")).toBe("=MINE.X(B2,Other!B2,\"'My plan'!B2\")");
  expect(asWrittenOn("Plan", "=Plan!B2:B4+'Plan'!C:C+Plan2!A1")).toBe("=B2:B4+C:C+Plan2!A1");
});

test("tells whether a formula reads the cell it goes into", () => {
  expect(readsCell("=MINE.X(B2:C9)", "Plan", "C5")).toBe(true);
  expect(readsCell("=MINE.X(plan!B:B)", "Plan", "B7")).toBe(true);
  expect(readsCell("=MINE.X(Other!B2)", "Plan", "B2")).toBe(false);
  expect(readsCell("=MINE.X(B2:C9,20)", "Plan", "D5")).toBe(false);
  expect(readsCell("=MINE.X(3:4)", "Plan", "D4")).toBe(true);
});
