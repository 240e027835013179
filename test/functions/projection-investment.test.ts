import fc from "fast-check";
import { CellError } from "../../src/functions/cell-error";
import { mine } from "./support";

const error = (code: string, message: RegExp): unknown => expect.objectContaining({ code, message: expect.stringMatching(message) as unknown });
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

test("MAXASICPRICE is the price at which UPGRADENPV is 0", () => {
  fc.assert(fc.property(number(8, 40), number(15, 60), number(10, 150), number(-0.02, 0.12), number(0.5, 8), number(-0.1, 0.4), number(0, 0.6), number(0, 5), number(1, 1.5), (efficiencyNew, efficiencyOld, hashprice, power, years, rate, decline, resale, pue) => {
    const price = mine("MAXASICPRICE")(efficiencyNew, efficiencyOld, hashprice, power, years, rate, decline, resale, 20_000, pue) as number;
    fc.pre(price >= 0);
    const npv = mine("UPGRADENPV")(10, efficiencyNew, efficiencyOld, hashprice, power, years, rate, price, decline, resale, 20_000, 0, 0, pue) as number;
    expect(Math.abs(npv)).toBeLessThan(1e-3);
  }));
});

test("at the payback the value without discount is 0, and a dearer machine never pays back sooner", () => {
  fc.assert(fc.property(number(100, 40_000), number(5, 120), number(1, 60), number(0, 0.5), (capex, hashprice, hashcost, decline) => {
    const days = mine("PAYBACK")(capex, hashprice, hashcost, decline);
    if (days instanceof CellError) {
      expect(days).toEqual(error("#N/A", /^It never pays back: /));
      return;
    }
    fc.pre((days as number) / 365 <= 50); // the longest life that MININGNPV takes
    const npv = mine("MININGNPV")(hashprice, hashcost, capex, (days as number) / 365, 0, decline, 0, false) as number;
    expect(Math.abs(npv)).toBeLessThan(1e-6 * (capex + hashprice * (days as number)));
    const dearer = mine("PAYBACK")(capex * 1.1, hashprice, hashcost, decline);
    if (typeof dearer === "number") expect(dearer).toBeGreaterThanOrEqual(days as number);
  }));
});

test("the value of a machine without volatility is near its present value with a stop, and volatility adds to it", () => {
  fc.assert(fc.property(number(20, 120), number(5, 60), fc.integer({ min: 1, max: 6 }), number(0, 0.3), number(0, 0.5), (hashprice, hashcost, years, continuous, decline) => {
    const value = (sigma: number): number => mine("ASICVALUE")(hashprice, hashcost, years, continuous, decline, sigma) as number;
    const npv = mine("MININGNPV")(hashprice, hashcost, 0, years, Math.expm1(continuous), decline) as number;
    expect(Math.abs(value(0) - npv)).toBeLessThan(17 * hashprice); // half a step of 30 days
    expect(value(0.6)).toBeGreaterThanOrEqual(value(0));
  }));
});

test("NPV at the IRR is 0", () => {
  fc.assert(fc.property(number(1000, 1e6), fc.array(number(1, 50_000), { minLength: 2, maxLength: 60 }), (price, inflows) => {
    const annual = mine("MININGIRR")([[-price, ...inflows]], 12) as number;
    fc.pre(annual > -0.999);
    const npv = inflows.reduce((sum, flow, i) => sum + flow * (1 + annual) ** (-(i + 1) / 12), -price);
    expect(Math.abs(npv)).toBeLessThan(1e-7 * (price + inflows.reduce((a, b) => a + b)));
  }));
});

test("the response sets in where BREAKEVENADJUSTED says: at its price NETRESPONSE gives the machine's breakeven", () => {
  const caps = [[250_000], [300_000], [250_000], [150_000], [100_000]];
  const costs = [[20], [30], [38], [46], [60]];
  for (const power of [0.065, 0.0774, 0.09, 0.11]) {
    const price = mine("BREAKEVENADJUSTED")(3.155, 20, power, caps, costs) as number;
    const [[, hashprice]] = mine("NETRESPONSE")(price * 3.155 * 144, caps, costs) as [[number, number, number]];
    expect(hashprice / (24 * 20 * power)).toBeCloseTo(1, 9);
  }
});

describe("SIMPATH and SIMSTATS", () => {
  const market = [60, 67_000, 1.444e14, 935_424] as const;

  test("10,000 paths of 60 months are computed; more are refused with the number that is allowed", () => {
    expect(mine("SIMSTATS")(...market, 10_000, 1, 0.1, 0.55, 0.3, 0.02)).toHaveLength(61);
    expect(mine("SIMSTATS")(...market, 10_001, 1)).toEqual(error("#VALUE!", /^10001 paths of 60 months are too many for one call; 60 months allow up to 10000 paths\.$/));
    expect(mine("SIMSTATS")(...market, 20_001, 1)).toEqual(error("#VALUE!", /^paths is 20001 paths; allowed is from 1 to 20000/));
    expect(mine("SIMSTATS")(...market, 100, 1, 0, 0.5, 0, 0, Array.from({ length: 100 }, () => [0.5]))).toEqual(error("#VALUE!", /quantiles has 100 cells/));
  });

  test("blank and 0 quantiles mean the usual ones; quantiles rise with their share", () => {
    const usual = mine("SIMSTATS")(...market, 200, 5, 0, 0.6);
    expect(mine("SIMSTATS")(...market, 200, 5, 0, 0.6, 0, 0, 0)).toEqual(usual);
    for (const row of (usual as unknown[][]).slice(1)) expect(row.slice(1)).toEqual([...row.slice(1)].sort((a, b) => (a as number) - (b as number)));
  });

  test("fractions of months, seeds and paths are refused, and a chain that pays nothing", () => {
    expect(mine("SIMPATH")(1.5, 67_000, "144T", 935_424, 1)).toEqual(error("#VALUE!", /^months is 1\.5; give a whole number\.$/));
    expect(mine("SIMPATH")(12, 67_000, "144T", 935_424, 0.5)).toEqual(error("#VALUE!", /^seed is 0\.5/));
    expect(mine("SIMSTATS")(12, 67_000, "144T", 935_424, 10.5, 1)).toEqual(error("#VALUE!", /^paths is 10\.5/));
    expect(mine("SIMPATH")(12, 67_000, "144T", 7_000_000, 1)).toEqual(error("#VALUE!", /pay no subsidy; give fees/));
    expect(mine("HASHPRICEPATH")(2.5, 67_000, 0, "144T", 0, 935_424)).toEqual(error("#VALUE!", /^months is 2\.5/));
  });
});

test("what has no answer is #N/A with a sentence", () => {
  expect(mine("PAYBACK")(15_000, 45, 21, 0.2)).toEqual(error("#N/A", /^It never pays back: the margins add up to 13,07[78](\.\d)? \$\/PH at most, after 1,246\.\d+ days; capex_per_ph is 15,000 \$\/PH\.$/));
  expect(mine("PAYBACK")(15_000, 20, 21)).toEqual(error("#N/A", /hashprice is not above hashcost/));
  expect(mine("MININGIRR")([[-100, 230, -132]], 1)).toEqual(error("#N/A", /change their sign 2 times/));
  expect(mine("MININGIRR")([[100, 50, 20]])).toEqual(error("#N/A", /one sign only/));
  expect(mine("SWITCHTHRESHOLDS")(36, -0.1, 0.5, 0.3, 300, 1e6)).toEqual(error("#N/A", /^It never pays to stop/));
  expect(mine("SWITCHTHRESHOLDS")(36, 0.4, 0.5, 0.3, 300, 100)).toEqual(error("#VALUE!", /rate must be above drift/));
  expect(mine("NETRESPONSE")(1e6, [[0], [0]], [[20], [30]])).toEqual(error("#VALUE!", /^caps_ph holds no hashrate/));
  expect(mine("NETRESPONSE")(1e6, [[1], [2]], [[20]])).toEqual(error("#VALUE!", /same length/));
});

test("arguments anywhere in their ranges give a number, a table or a sentence, in time", () => {
  const wide = number(-1e6, 1e6);
  const anything = fc.oneof(wide, number(-1, 1), number(0, 100), fc.constantFrom(0, 1e-300, 1e300, 5e-324, -1e-9, 1, 12, 600));
  for (const id of ["FORWARDHASHPRICE", "FORWARDPNL", "IMPLIEDDIFFICULTY", "RESPONSEELASTICITY", "PAYBACK", "MININGNPV", "MAXASICPRICE", "UPGRADENPV", "ASICVALUE", "SWITCHTHRESHOLDS", "HASHPRICEPATH", "SIMPATH"]) {
    const call = mine(id);
    fc.assert(fc.property(fc.array(anything, { minLength: 5, maxLength: 14 }), (args) => {
      const start = performance.now();
      const result = call(...args);
      expect(performance.now() - start).toBeLessThan(200);
      for (const cell of Array.isArray(result) ? result.flat() : [result]) {
        if (cell instanceof CellError) expect(cell.message).toMatch(/\.$/);
        else if (typeof cell === "number") expect(Number.isFinite(cell)).toBe(true);
      }
    }), { numRuns: 300 });
  }
});
