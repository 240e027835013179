import fc from "fast-check";
import { orderedShareMonth, runningShare, smoothStackEquilibrium, stackElasticity, stackHashrateEhs, type OrderRule, type StackClass, type StackCost } from "../../src/economics/supply-stack";
import { absorbedShare } from "../../src/economics/network-response";

/** The oracle's network: data page, "equilibrium"; confirmed there by an independent Python calculation (scipy fsolve). */
const stack: readonly StackClass[] = [
  { efficiencyJth: 10.875, hashrateEhs: 214.10714285714286 }, { efficiencyJth: 13.35, hashrateEhs: 321.1607142857143 }, { efficiencyJth: 16.5, hashrateEhs: 223.83928571428572 },
  { efficiencyJth: 19.875, hashrateEhs: 155.71428571428572 }, { efficiencyJth: 22.5, hashrateEhs: 126.51785714285714 }, { efficiencyJth: 27, hashrateEhs: 48.660714285714285 },
];
const cost: StackCost = { powerMedianUsdKwh: 0.045, powerSigma: 0.3, poolFee: 0.01, inflexibleShare: 0 };
const revenueUsdDay = (priceUsd: number, rewardBtc: number): number => 144 * rewardBtc * priceUsd;

test.each([
  [30_000, 3.145, 19.51231080906073, 696.2988716688056, 1.3930977229037467],
  [60_000, 3.145, 28.027339595573537, 969.5104991089308, 0.5201785412989324],
  [67_000, 3.145, 30.23149042914874, 1003.6872006398786, 0.39836456582342805],
  [120_000, 3.145, 50.01885973133789, 1086.5021772171644, 0.026654798874758967],
  [67_000, 1.5825, 20.520899885812902, 744.0200032628932, 1.2394988835051635],
])("equilibrium at $%d and %d BTC a block (independent calculation)", (price, reward, hashprice, ehs, elasticity) => {
  const found = smoothStackEquilibrium(stack, cost, revenueUsdDay(price, reward));
  expect(found.hashpriceUsdPhDay / hashprice).toBeCloseTo(1, 10);
  expect(found.hashrateEhs / ehs).toBeCloseTo(1, 10);
  expect(stackElasticity(stack, cost, found.hashpriceUsdPhDay) / elasticity).toBeCloseTo(1, 5); // the oracle's is a finite difference
});

test("one class is the smooth stack of formulas E3", () => {
  // Median cost 36 $/PH/day: 24 · 30 J/TH · 0.05 $/kWh.
  const found = smoothStackEquilibrium([{ efficiencyJth: 30, hashrateEhs: 1100 }], { powerMedianUsdKwh: 0.05, powerSigma: 0.35, poolFee: 0, inflexibleShare: 0 }, 40_888_800);
  expect(found.hashrateEhs * 1000).toBeCloseTo(862_556.96, 1);
  expect(found.hashpriceUsdPhDay).toBeCloseTo(47.40417, 4);
});

test("half of a class runs where hashprice pays the median power price, the inflexible share at none", () => {
  expect(runningShare((24 * 20 * 0.045) / 0.99, 20, cost)).toBeCloseTo(0.5, 14);
  expect(runningShare(0, 20, cost)).toBe(0);
  expect(runningShare(0, 20, { ...cost, inflexibleShare: 0.3 })).toBe(0.3);
  expect(smoothStackEquilibrium(stack, { ...cost, inflexibleShare: 1 }, 1e6).hashrateEhs).toBeCloseTo(1090, 0);
});

test("property: the network shares out what it earns, and a shock is absorbed as the elasticity says", () => {
  fc.assert(fc.property(fc.double({ min: 2e6, max: 2e8, noNaN: true }), fc.double({ min: 0.05, max: 1.5, noNaN: true }), fc.double({ min: 0, max: 0.9, noNaN: true }), (revenue, powerSigma, inflexibleShare) => {
    const costs = { ...cost, powerSigma, inflexibleShare };
    const [before, after] = [smoothStackEquilibrium(stack, costs, revenue), smoothStackEquilibrium(stack, costs, revenue * 1.0001)];
    expect(before.hashpriceUsdPhDay * stackHashrateEhs(stack, costs, before.hashpriceUsdPhDay) * 1000).toBeCloseTo(revenue, -2);
    const absorbed = Math.log(after.hashrateEhs / before.hashrateEhs) / Math.log(1.0001);
    expect(absorbed).toBeCloseTo(absorbedShare(stackElasticity(stack, costs, before.hashpriceUsdPhDay)), 2);
  }));
});

const orders: OrderRule = {
  maxShareMonth: 0.04, leadDays: 150, efficiencyJth: 15, priceUsdTh: 14, referenceHashpriceUsdPhDay: 50, priceExponent: 0, fullOrderPaybackDays: 400, noOrderPaybackDays: 1000,
};

test("orders fall in a straight line with the payback of new machines", () => {
  // Margin at hashprice h: 0.99 h − 24 · 15 · 0.045 = 0.99 h − 16.2; payback 14,000 ÷ margin.
  const at = (paybackDays: number): number => (14_000 / paybackDays + 16.2) / 0.99;
  expect(orderedShareMonth(orders, cost, at(300))).toBe(0.04);
  expect(orderedShareMonth(orders, cost, at(400))).toBeCloseTo(0.04, 12);
  expect(orderedShareMonth(orders, cost, at(700))).toBeCloseTo(0.02, 12);
  expect(orderedShareMonth(orders, cost, at(1000))).toBeCloseTo(0, 12);
  expect(orderedShareMonth(orders, cost, at(5000))).toBe(0);
  expect(orderedShareMonth(orders, cost, 16.2 / 0.99)).toBe(0);
});

test("a machine price that follows hashprice keeps orders up when hashprice falls", () => {
  const fallen = 36;
  expect(orderedShareMonth({ ...orders, priceExponent: 1 }, cost, fallen)).toBeGreaterThan(orderedShareMonth(orders, cost, fallen));
  expect(orderedShareMonth({ ...orders, priceExponent: 1 }, cost, 50)).toBe(orderedShareMonth(orders, cost, 50));
});
