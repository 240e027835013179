import fc from "fast-check";
import { absorbedShare, stepStackEquilibrium, supplyElasticity, type HashrateClass } from "../../src/economics/network-response";

/** formulas E3: five classes, PH/s and $/PH/day. */
const stack: readonly HashrateClass[] = [
  { capacityPhs: 250e3, hashcostUsdPhDay: 20 }, { capacityPhs: 300e3, hashcostUsdPhDay: 30 }, { capacityPhs: 250e3, hashcostUsdPhDay: 38 },
  { capacityPhs: 150e3, hashcostUsdPhDay: 46 }, { capacityPhs: 100e3, hashcostUsdPhDay: 60 },
];
const revenue = 40_888_800;

test.each([
  { times: 1, hashratePhs: 888_886.96, hashprice: 46, marginalClass: 3 },
  { times: 0.5, hashratePhs: 550_000, hashprice: 37.17, marginalClass: 1 },
  { times: 0.7, hashratePhs: 753_214.74, hashprice: 38, marginalClass: 2 },
  { times: 2, hashratePhs: 1_050_000, hashprice: 77.88, marginalClass: 4 },
])("step stack at $times × revenue (independent calculation, formulas E3)", ({ times, hashratePhs, hashprice, marginalClass }) => {
  const found = stepStackEquilibrium(revenue * times, stack, 0);
  expect(found.hashratePhs).toBeCloseTo(hashratePhs, 2);
  expect(found.hashpriceUsdPhDay).toBeCloseTo(hashprice, 2);
  expect(found.marginalClass).toBe(marginalClass);
});

test("inflexible machines run whatever they earn", () => {
  expect(stepStackEquilibrium(1_000, stack, 0.2)).toEqual({ hashratePhs: 210_000, hashpriceUsdPhDay: 1_000 / 210_000, marginalClass: undefined });
  expect(stepStackEquilibrium(revenue, stack, 1)).toEqual({ hashratePhs: 1_050_000, hashpriceUsdPhDay: revenue / 1_050_000, marginalClass: undefined });
});

const classes = fc.array(fc.record({ capacityPhs: fc.double({ min: 1, max: 1e6, noNaN: true }), hashcostUsdPhDay: fc.double({ min: -5, max: 100, noNaN: true }) }), { minLength: 1, maxLength: 12 });

test("property: no machine that runs loses, none that stands would gain, and revenue is shared out", () => {
  fc.assert(fc.property(classes, fc.double({ min: 1, max: 1e9, noNaN: true }), (stack, revenueUsd) => {
    const { hashratePhs, hashpriceUsdPhDay, marginalClass } = stepStackEquilibrium(revenueUsd, stack, 0);
    const running = stack.filter((each) => each.hashcostUsdPhDay <= stack[marginalClass!]!.hashcostUsdPhDay);
    expect(hashratePhs * hashpriceUsdPhDay).toBeCloseTo(revenueUsd, 3);
    expect(stack[marginalClass!]!.hashcostUsdPhDay).toBeLessThanOrEqual(hashpriceUsdPhDay * (1 + 1e-12));
    expect(hashratePhs).toBeLessThanOrEqual(running.reduce((sum, each) => sum + each.capacityPhs, 0) * (1 + 1e-12));
    for (const idle of stack) if (!running.includes(idle)) expect(idle.hashcostUsdPhDay).toBeGreaterThanOrEqual(hashpriceUsdPhDay * (1 - 1e-12));
  }));
});

test("property: more revenue never means less hashrate or a lower hashprice", () => {
  fc.assert(fc.property(classes, fc.double({ min: 1, max: 1e8, noNaN: true }), fc.double({ min: 1, max: 10, noNaN: true }), (stack, revenueUsd, times) => {
    const [less, more] = [stepStackEquilibrium(revenueUsd, stack, 0.1), stepStackEquilibrium(revenueUsd * times, stack, 0.1)];
    expect(more.hashratePhs).toBeGreaterThanOrEqual(less.hashratePhs * (1 - 1e-12));
    expect(more.hashpriceUsdPhDay).toBeGreaterThanOrEqual(less.hashpriceUsdPhDay * (1 - 1e-12));
  }));
});

test("smooth stack: elasticity and the share that hashrate absorbs (independent calculation, formulas E3)", () => {
  const eta = supplyElasticity(0.35, 862_556.96 / 1.1e6);
  expect(eta).toBeCloseTo(1.0671, 4);
  expect(absorbedShare(eta)).toBeCloseTo(0.51623, 5);
});
