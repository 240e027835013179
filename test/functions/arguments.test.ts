import definitions from "../../src/functions/all.registry";
import { CellError } from "../../src/functions/cell-error";
import { mine } from "./support";

const error = (code: string, message: RegExp): unknown => expect.objectContaining({ code, message: expect.stringMatching(message) as unknown });

describe("what an argument may be", () => {
  const hashcost = mine("HASHCOST");

  test("blank, empty text, null and left out are alike, and so is 0 where the default is not 0", () => {
    const plain = hashcost(20, 0.05);
    for (const blank of [undefined, null, "", 0]) expect(hashcost(20, 0.05, blank, blank)).toBe(plain);
    expect(mine("NETHASHRATE")(1e14, 0)).toBe(mine("NETHASHRATE")(1e14));
    expect(mine("MININGREVENUE")(45, 10, 0, 0, 0)).toBe(450);
    expect(mine("HASHPRICE")(67000, 1.444e14, 3.145, null, 0, 0)).toBe(mine("HASHPRICE")(67000, 1.444e14, 3.145));
  });

  test("the host's invocation object in the place of an argument left out is none", () => {
    const invocation = { functionName: "HASHCOST", address: "Sheet1!A1", parameterAddresses: [], setResult: () => undefined };
    expect(hashcost(20, 0.05, invocation)).toBe(hashcost(20, 0.05));
    expect(hashcost(20, invocation)).toEqual(error("#VALUE!", /^power_price is missing/));
  });

  test("a missing required argument names itself and its unit", () => {
    for (const blank of [undefined, null, ""]) expect(hashcost(20, blank)).toEqual(error("#VALUE!", /^power_price is missing; give a number in \$\/kWh, from -10 to 10 \$\/kWh\.$/));
  });

  test("a number out of range names argument, value, unit and range", () => {
    expect(hashcost(-5, 0.05)).toEqual(error("#VALUE!", /^efficiency is -5 J\/TH; allowed is above 0 J\/TH\.$/));
    expect(hashcost(20, 48)).toEqual(error("#VALUE!", /^power_price is 48 \$\/kWh; allowed is from -10 to 10 \$\/kWh\.$/));
    expect(mine("MARGIN")(45, 20, 0.05, 1)).toEqual(error("#VALUE!", /^pool_fee is 1; allowed is from 0 to below 1\.$/));
    expect(hashcost(20, 0.05, 0.9)).toEqual(error("#VALUE!", /^pue is 0\.9/));
    for (const bad of [NaN, Infinity, -Infinity]) expect(hashcost(bad, 0.05)).toEqual(error("#VALUE!", /^efficiency is/));
  });

  test("a number as text is refused with a sentence, but difficulty understands 130T", () => {
    expect(hashcost(20, "0.05")).toEqual(error("#VALUE!", /power_price is the text "0\.05"; enter it as a number/));
    expect(hashcost("20", 0.05)).toEqual(error("#VALUE!", /efficiency is the text "20"; enter it as a number/));
    expect(mine("NETHASHRATE")("130T")).toBe(mine("NETHASHRATE")(130e12));
    expect(mine("NETHASHRATE")("130")).toEqual(error("#VALUE!", /difficulty is the text "130"/));
  });

  test("the longest texts a cell can hold, and columns of one wrong name, are refused at once", () => {
    const start = performance.now();
    for (const text of [`${"1".repeat(32766)}x`, `1${" ".repeat(32765)}x`, "1 ".repeat(16000)]) {
      expect(hashcost(20, text)).toEqual(error("#VALUE!", /power_price is the text/));
      expect(hashcost(text, 0.05)).toEqual(error("#N/A", /characters/));
      expect(mine("NETHASHRATE")(text)).toEqual(error("#VALUE!", /difficulty is the text/));
    }
    expect(hashcost(Array.from({ length: 5000 }, () => ["S22 XQ"]), 0.05)).toHaveLength(5000);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test("a model name stands for its figure wherever hardware is asked", () => {
    expect(hashcost("s21 xp", 0.05)).toBe(hashcost(13.5, 0.05));
    expect(mine("BREAKEVEN")("power", 45, "S19j Pro")).toBe(mine("BREAKEVEN")("power", 45, 29.5));
    expect(mine("EFFICIENCY")("S21", "M60S")).toBe(3500 / 186);
    expect(hashcost("S99 Ultra", 0.05)).toEqual(error("#N/A", /no machine "S99 Ultra".* Nearest: "/));
    expect(mine("EFFICIENCY")("S19j Pro", 100)).toEqual(error("#N/A", /comes in 4 versions: .*104 TH\/s.*Add the hashrate/));
  });

  test("choices take any case and name what is allowed", () => {
    expect(mine("MARGIN")(45, 20, 0.05, 0, 1, "$/mwh")).toBe(mine("MARGIN")(45, 20, 0.05, 0, 1, "$/MWh"));
    expect(mine("BREAKEVEN")("price", 45)).toEqual(error("#VALUE!", /^solve_for is "price"; give one of "power", "efficiency", "hashprice", "pool_fee", "pue"\.$/));
  });

  test("BREAKEVEN ignores the argument it solves for, whatever it holds", () => {
    const breakeven = mine("BREAKEVEN");
    expect(breakeven("power", 45, 20, "nonsense", 0.01)).toBe(breakeven("power", 45, 20, null, 0.01));
    expect(breakeven("hashprice", null, 20, 0.05)).toBeCloseTo(24, 12);
    expect(breakeven("efficiency", 45, null, 0)).toEqual(error("#N/A", /power_price is 0/));
    expect(breakeven("power", 45)).toEqual(error("#VALUE!", /^efficiency is missing/));
  });
});

describe("ranges", () => {
  const hashcost = mine("HASHCOST");

  test("the result has the shape of the range", () => {
    expect(hashcost([[20], [30]], 0.05)).toEqual([[24], [36]]);
    expect(hashcost([[20, 30]], 0.05)).toEqual([[24, 36]]);
    expect(hashcost([[20]], [[0.05]])).toEqual([[24]]);
  });

  test("a column against a row gives the table of both", () => {
    expect(hashcost([[10], [20]], [[0.05, 0.1]])).toEqual([[12, 24], [24, 48]]);
  });

  test("shapes that do not fit are refused", () => {
    expect(hashcost([[20], [30]], [[0.05], [0.06], [0.07]])).toEqual(error("#VALUE!", /power_price has 3 rows and another argument has 2/));
    expect(hashcost([[1, 2], [3]], 0.05)).toEqual(error("#VALUE!", /uneven/));
    expect(hashcost([], 0.05)).toEqual(error("#VALUE!", /empty/));
  });

  test("a bad cell is an error in its own place only", () => {
    expect(hashcost([[20], [-1], ["S99"], ["M60S"]], 0.05)).toEqual([[24], [error("#VALUE!", /-1 J\/TH/)], [error("#N/A", /S99/)], [expect.closeTo(22.2, 12)]]);
  });

  test("a table function wants single cells", () => {
    expect(mine("ASICS")([["eff<10"]])).toEqual(mine("ASICS")("eff<10"));
    expect(mine("ASICS")([["eff<10"], ["eff<20"]])).toEqual(error("#VALUE!", /filter is a range of 2 × 1 cells; give a single cell/));
  });
});

describe("errors that come in", () => {
  test.each([
    { code: "#DIV/0!", type: "CustomFunctionError" },
    { type: "Error", basicValue: "#REF!" },
    new CellError("#NAME?", ""),
  ])("%j comes out as the same error", (value) => {
    const code = "code" in value ? value.code : value.basicValue;
    expect(mine("HASHCOST")(value, 0.05)).toEqual(expect.objectContaining({ code, passedOn: true }));
    expect(mine("HASHCOST")([[20], [value]], 0.05)).toEqual([[24], [expect.objectContaining({ code, passedOn: true })]]);
  });
});

test("values that no cell can hold are refused with a sentence, by every function", () => {
  const hostile: unknown[] = [{}, [], [[]], Symbol("x"), () => 1, 10n, new Date(0), [[[1]]], "x".repeat(1e5), Object.create(null), new Proxy({}, { get: () => { throw new Error("no"); } })];
  for (const definition of definitions) {
    for (const value of hostile) {
      const result = mine(definition.id)(...definition.arguments.map(() => value));
      const flat = Array.isArray(result) ? result.flat() : [result];
      for (const cell of flat) if (cell instanceof CellError) expect(cell.message).not.toBe("");
      if (definition.arguments.some((argument) => argument.kind === "number")) expect(flat.every((cell) => cell instanceof CellError)).toBe(true);
    }
  }
});
