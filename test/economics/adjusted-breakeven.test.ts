import fc from "fast-check";
import { btcPriceAfterResponseUsd } from "../../src/economics/adjusted-breakeven";
import { stepStackEquilibrium, supplyElasticity, type HashrateClass } from "../../src/economics/network-response";

const reward = 3.155;
const classes = [[250_000, 20], [300_000, 30], [250_000, 38], [150_000, 46], [100_000, 60]].map(([capacityPhs, hashcostUsdPhDay]) => ({ capacityPhs: capacityPhs!, hashcostUsdPhDay: hashcostUsdPhDay! }));
const settled = (btcPrice: number, stack: readonly HashrateClass[], inflexible: number): number => stepStackEquilibrium(btcPrice * reward * 144, stack, inflexible).hashpriceUsdPhDay;

test("the stack of formulas E3, where 45,000 $/BTC is half of its revenue", () => {
  expect(btcPriceAfterResponseUsd(37.17163636363636, reward, classes, 0)).toBeCloseTo(45_000, 6);
  expect(btcPriceAfterResponseUsd(77.88342857142857, reward, classes, 0)).toBeCloseTo(180_000, 6);
});

const stacks = fc.array(fc.record({ capacityPhs: fc.double({ min: 1, max: 1e6, noNaN: true }), hashcostUsdPhDay: fc.double({ min: 1, max: 100, noNaN: true }) }), { minLength: 1, maxLength: 12 });

test("at that price the network settles at the level asked, and below it under the level", () => {
  fc.assert(
    fc.property(stacks, fc.double({ min: 1, max: 120, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (stack, level, inflexible) => {
      const price = btcPriceAfterResponseUsd(level, reward, stack, inflexible);
      fc.pre(price > 1e-6);
      expect(settled(price, stack, inflexible) / level).toBeCloseTo(1, 9);
      expect(settled(price * 0.999, stack, inflexible)).toBeLessThan(level);
    }),
  );
});

test("it is never above the price before anybody reacts", () => {
  fc.assert(
    fc.property(stacks, fc.double({ min: 1e4, max: 2e5, noNaN: true }), fc.double({ min: 0.05, max: 0.99, noNaN: true }), (stack, btcPrice, share) => {
      const today = settled(btcPrice, stack, 0);
      expect(btcPriceAfterResponseUsd(today * share, reward, stack, 0)).toBeLessThanOrEqual(btcPrice * share * (1 + 1e-12));
    }),
  );
});

test("in a fine lognormal stack the price may fall as its local elasticity says, 37 % for a fifth of hashprice (formulas E3)", () => {
  // formulas E3: 1.1E6 PH/s at a median of 36 $/PH/day, sigma 0.35, of which 862,556.96 PH/s run at 47.40417 $/PH/day.
  const elasticity = supplyElasticity(0.35, 862_556.96 / 1.1e6);
  expect(elasticity).toBeCloseTo(1.0671, 3);
  expect(1 - 0.8 ** (1 + elasticity)).toBeCloseTo(0.37, 2);
  const quantiles = 200_000;
  const fine: HashrateClass[] = [];
  for (let z = -5, step = 10 / quantiles; z < 5; z += step) fine.push({ capacityPhs: (1.1e6 * Math.exp(-(z * z) / 2) * step) / Math.sqrt(2 * Math.PI), hashcostUsdPhDay: 36 * Math.exp(0.35 * z) });
  const price = (hashprice: number): number => btcPriceAfterResponseUsd(hashprice, reward, fine, 0);
  expect(price(47.40417) * reward * 144).toBeCloseTo(40_888_800, -4);
  const slope = Math.log(price(47.40417 * 1.01) / price(47.40417 * 0.99)) / Math.log(1.01 / 0.99);
  expect(slope).toBeCloseTo(1 + elasticity, 2);
});
