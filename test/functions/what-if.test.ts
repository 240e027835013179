import fc from "fast-check";
import definitions from "../../src/functions/all.registry";
import { MOST_CALLS } from "../../src/functions/what-if";
import { mine } from "./support";

const sensitivity = mine("SENSITIVITY");
const tornado = mine("TORNADO");
const error = (code: string, message: RegExp): unknown => expect.objectContaining({ code, message: expect.stringMatching(message) as unknown });

describe("SENSITIVITY", () => {
  test("gives what the function itself gives, cell by cell", () => {
    const positive = fc.double({ min: 0.01, max: 9, noNaN: true });
    fc.assert(fc.property(fc.array(positive, { minLength: 1, maxLength: 4 }), fc.array(positive, { minLength: 1, maxLength: 4 }), positive, (hashprices, prices, fee) => {
      const grid = sensitivity("MARGIN", [[1, 20, 1, fee / 10]], "power_price", [prices], 1, [hashprices]);
      expect(grid).toEqual([["power_price \\ hashprice", ...hashprices], ...prices.map((price) => [price, ...hashprices.map((hashprice) => mine("MARGIN")(hashprice, 20, price, fee / 10))])]);
    }));
  });

  test("names are read in any case, with or without the namespace; model names may be varied", () => {
    expect(sensitivity("=mine.hashcost", [["", 0.05]], " EFFICIENCY ", [["S21", "M60S"]])).toEqual([["S21", 21], ["M60S", expect.closeTo(22.2, 10)]]);
  });

  test("a call that fails keeps its error and sentence in its own cell", () => {
    expect(sensitivity("HASHCOST", [[20, 0.05]], 2, [[0.04], [48]])).toEqual([[0.04, 19.2], [48, error("#VALUE!", /^power_price is 48 \$\/kWh/)]]);
  });

  test.each([
    ["an unknown function", ["NOPE", [[1]], 1, [[1]]], /^There is no function "NOPE"/],
    ["itself", ["SENSITIVITY", [["HASHCOST"]], 1, [[1]]], /^SENSITIVITY gives a table; give a function with a single result/],
    ["TORNADO", ["TORNADO", [["HASHCOST"]], 1, [[1]]], /^TORNADO gives a table/],
    ["an unknown argument", ["HASHCOST", [[20, 0.05]], "price", [[1]]], /^var1 is "price"; give one argument of HASHCOST by name or by its number from 1: efficiency, power_price, pue/],
    ["a number that no argument has", ["HASHCOST", [[20, 0.05]], 0, [[1]]], /^var1 is 0/],
    ["half an argument", ["HASHCOST", [[20, 0.05]], 1.5, [[1]]], /^var1 is 1\.5/],
    ["two arguments in one", ["HASHCOST", [[20, 0.05]], [[1, 2]], [[1]]], /^var1 has 2 cells/],
    ["a blank value", ["HASHCOST", [[20, 0.05]], 1, [[20, null]]], /^values1, cell 2, is blank; give a value for efficiency/],
    ["the same argument twice", ["HASHCOST", [[20, 0.05]], 1, [[20]], "efficiency", [[10]]], /^var1 and var2 are the same argument, efficiency/],
    ["values without their argument", ["HASHCOST", [[20, 0.05]], 1, [[20]], null, [[10]]], /^Of var2 and values2 only one is given/],
    ["too many arguments", ["EFFICIENCY", [[3500, 200, 1]], 1, [[20]]], /^base_args has 3 cells and EFFICIENCY has 2 arguments: watts, hashrate_th/],
    ["too many results", ["HASHCOST", [[20, 0.05]], 1, [Array.from({ length: MOST_CALLS + 1 }, () => 20)]], /^501 results are wanted; 500 are possible/],
  ])("refuses %s with a sentence", (_, args, message) => expect(sensitivity(...args)).toEqual(error("#VALUE!", message)));

  test("an error among the values comes out as the same error", () => {
    expect(sensitivity("HASHCOST", [[20, 0.05]], 1, [[20, { type: "Error", basicValue: "#REF!" }]])).toEqual(expect.objectContaining({ code: "#REF!", passedOn: true }));
  });
});

describe("TORNADO", () => {
  test("is sorted by width, and each swing is the difference of two plain calls", () => {
    const rows = tornado("BREAKEVENPRICE", [[1e14, 3.155, 20, 0.05]], [[0.9e14, 3.125, 15, 0.03]], [[1.1e14, 3.2, 25, 0.07]], false) as number[][];
    expect(rows.map((row) => row[0])).toEqual(["power_price", "efficiency", "difficulty", "block_reward"]);
    const breakeven = mine("BREAKEVENPRICE");
    expect(rows[0]!.slice(3)).toEqual([breakeven(1e14, 3.155, 20, 0.03), breakeven(1e14, 3.155, 20, 0.07), (breakeven(1e14, 3.155, 20, 0.07) as number) - (breakeven(1e14, 3.155, 20, 0.03) as number)]);
    const widths = rows.map((row) => Math.abs(row[5]!));
    expect(widths).toEqual([...widths].sort((a, b) => b - a));
  });

  test("a blank beside a value stands for the base case", () => {
    expect(tornado("HASHCOST", [[20, 0.05]], [[null, null]], [[25]], false)).toEqual([["efficiency", "", 25, 24, 30, 6]]);
  });

  test("a side that fails keeps its error and goes last", () => {
    expect(tornado("HASHCOST", [[20, 0.05]], [[-1, 0.04]], [[25, 0.05]], false)).toEqual([
      ["power_price", 0.04, 0.05, 19.2, 24, expect.closeTo(4.8, 12)],
      ["efficiency", -1, 25, error("#VALUE!", /-1 J\/TH/), 30, error("#VALUE!", /-1 J\/TH/)],
    ]);
  });

  test.each([
    ["texts as results", ["ASIC", [["S21", "maker"]], [["S21"]], [["M60S"]], false], null],
    ["nothing to vary", ["HASHCOST", [[20, 0.05]], [[null]], [[null]]], /^lows and highs vary no argument/],
    ["more lows than arguments", ["EFFICIENCY", [[3500, 200]], [[1, 2, 3]], [[4]]], /^lows has 3 cells and EFFICIENCY has 2 arguments/],
  ])("refuses %s with a sentence", (_, args, message) => {
    const result = tornado(...(args as unknown[]));
    if (message) expect(result).toEqual(error("#VALUE!", message));
    else expect(result).toEqual([["model", "S21", "M60S", "Bitmain", "MicroBT", error("#VALUE!", /no numbers/)]]);
  });
});

test("every function with a single result can be varied", () => {
  for (const { id, result, examples } of definitions) {
    const args = examples[0]?.args;
    if (result.kind === "table" || !args || args.some((arg) => typeof arg === "object" && arg !== null)) continue;
    const rows = sensitivity(id, [args], 1, [[args[0]]]);
    expect([id, rows]).toEqual([id, args[0] === null ? error("#VALUE!", /is blank/) : [[args[0], mine(id)(...args)]]]);
  }
});
