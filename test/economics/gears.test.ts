import fc from "fast-check";
import { bestGear, estimatedGear, gearLadder, gearMarginUsdDay, type OperatingPoint } from "../../src/economics/gears";
import { strikePriceUsdKwh } from "../../src/economics/power";

describe("an S19j Pro 104T on LuxOS's grid (formulas E7)", () => {
  const grid = { stock: { hashrateThs: 104, powerW: 3068 }, fixedW: 150, frequencyMhz: 545, voltageV: 13.4, stepMhz: 25, stepV: 0.1 };
  const gears = [-8, -7, -6, -5, -4, -3, -2, -1, 0].map((step) => estimatedGear(grid, step));
  const sleepW = 15;
  const ladder = gearLadder(gears, sleepW);
  const strikeMwh = (jth: number): number => strikePriceUsdKwh(40, jth, 0.01, 1, 0) * 1000;

  test("stock is a gear of its own grid", () => expect(estimatedGear(grid, 0)).toEqual({ hashrateThs: 104, powerW: 3068 }));

  test("the last step costs more than the average", () => {
    const last = ladder.at(-1)!;
    expect(last.point.powerW).toBe(3068);
    expect(Math.round(ladder.at(-2)!.point.powerW)).toBe(2893);
    expect(last.marginalJth).toBeCloseTo(36.74, 2);
    expect(strikeMwh(last.marginalJth)).toBeCloseTo(44.92, 1);
    expect(strikeMwh(29.5)).toBeCloseTo(55.93, 2);
  });

  test("the lowest step starts from sleep", () => {
    expect(ladder[0]!.marginalJth).toBeCloseTo(26.86, 2);
    expect(strikeMwh(ladder[0]!.marginalJth)).toBeCloseTo(61.43, 2);
  });

  test.each([[0.045, 2893], [0.05, 2234], [0.055, 1783], [0.06, 1783], [0.07, undefined]])("at %d $/kWh it runs at %s W", (price, powerW) => {
    const best = bestGear(gears, (gear) => gearMarginUsdDay(gear, 39.6, price, 1), gearMarginUsdDay({ hashrateThs: 0, powerW: sleepW }, 39.6, price, 1));
    expect(best && Math.round(best.powerW)).toBe(powerW);
  });
});

const point = fc.record({ hashrateThs: fc.integer({ min: 1, max: 400 }), powerW: fc.integer({ min: 100, max: 8000 }) });
const points = fc.array(point, { minLength: 1, maxLength: 25 });

test("the hull lies above every point, and its marginal efficiencies rise, so its strikes fall", () => {
  fc.assert(
    fc.property(points, (all) => {
      const ladder = gearLadder(all);
      for (const [i, step] of ladder.entries()) {
        const below = ladder[i - 1];
        if (below) {
          expect(step.marginalJth).toBeGreaterThan(below.marginalJth);
          expect(strikePriceUsdKwh(40, step.marginalJth, 0, 1, 0)).toBeLessThan(strikePriceUsdKwh(40, below.marginalJth, 0, 1, 0));
        }
        const from: OperatingPoint = below?.point ?? { hashrateThs: 0, powerW: 0 };
        for (const each of all) {
          expect(each.hashrateThs).toBeLessThanOrEqual(from.hashrateThs + (each.powerW - from.powerW) / step.marginalJth + 1e-9);
        }
      }
      expect(ladder.at(-1)!.point.hashrateThs).toBe(Math.max(...all.map((each) => each.hashrateThs)));
    }),
  );
});

test("the gear that earns most is the highest whose strike is at least the power price", () => {
  fc.assert(
    fc.property(points, fc.double({ min: 1, max: 100, noNaN: true }), fc.double({ min: 0.001, max: 0.3, noNaN: true }), (all, hashprice, price) => {
      const strikes = gearLadder(all).map((step) => ({ point: step.point, strike: strikePriceUsdKwh(hashprice, step.marginalJth, 0, 1.05, 0) }));
      fc.pre(strikes.every(({ strike }) => Math.abs(strike / price - 1) > 1e-9));
      const byStrike = strikes.filter(({ strike }) => strike >= price).at(-1)?.point;
      const margin = (gear: OperatingPoint): number => gearMarginUsdDay(gear, hashprice, price, 1.05);
      const best = bestGear(all, margin);
      expect(best === undefined).toBe(byStrike === undefined);
      if (best && byStrike) expect(margin(best)).toBeCloseTo(margin(byStrike), 9);
    }),
  );
});

test("of gears that earn the same the one with more hashrate runs, also where it earns nothing", () => {
  const zero = [{ hashrateThs: 100, powerW: 2000 }, { hashrateThs: 200, powerW: 4000 }, { hashrateThs: 50, powerW: 1000 }];
  expect(bestGear(zero, () => 0)).toBe(zero[1]);
  expect(bestGear(zero, () => -1)).toBeUndefined();
});
