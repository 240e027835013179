import fc from "fast-check";
import { curtail, type CurtailmentCase } from "../../src/economics/curtailment";
import { strikePriceUsdKwh } from "../../src/economics/power";

const site = {
  earnedUsdKwh: 0.06, addersUsdKwh: 0, demandResponseUsdKwh: 0, siteMw: 1, contract: "index", minHoursOff: 0, startCostUsd: 0,
} as const satisfies Omit<CurtailmentCase, "pricesUsdKwh">;

const cases = fc.record({
  pricesUsdKwh: fc.array(fc.double({ min: -0.1, max: 5, noNaN: true }), { minLength: 1, maxLength: 60 }),
  earnedUsdKwh: fc.double({ min: 0, max: 0.3, noNaN: true }),
  addersUsdKwh: fc.double({ min: 0, max: 0.03, noNaN: true }),
  demandResponseUsdKwh: fc.double({ min: 0, max: 0.1, noNaN: true }),
  siteMw: fc.double({ min: 0.1, max: 500, noNaN: true }),
  contract: fc.constantFrom("index", "fixed", "fixed-resale"),
  contractPriceUsdKwh: fc.option(fc.double({ min: 0.01, max: 0.1, noNaN: true }), { nil: undefined }),
});

const close = (a: number, b: number, scale: number): void => expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(scale)));
const valueOf = (x: CurtailmentCase): number => {
  const outcome = curtail(x);
  return outcome.marginCurtailedUsd - outcome.marginAlwaysOnUsd;
};

test("50 MW of 25 J/TH at 64.08 $/MWh earned and 55.81 $/MWh paid make 3.62 M$ a year (formulas E7)", () => {
  const earnedUsdKwh = strikePriceUsdKwh(40, 25, 0.01, 1.03, 0);
  const outcome = curtail({ ...site, earnedUsdKwh, siteMw: 50, pricesUsdKwh: Array<number>(8760).fill(0.05581) });
  expect(outcome.marginAlwaysOnUsd / 1e6).toBeCloseTo(3.62, 2);
  expect(outcome.uptime).toBe(1);
});

test("free stopping earns in each hour the better of running and standing", () => {
  fc.assert(
    fc.property(cases, (x) => {
      const outcome = curtail({ ...site, ...x });
      const paid = (price: number): number => (x.contract === "index" ? 0 : (x.contractPriceUsdKwh ?? price));
      const energy = (price: number): number => (x.contract === "index" ? price : 0);
      const resale = (price: number): number => (x.contract === "fixed-resale" ? price : 0);
      const best = x.pricesUsdKwh.reduce((sum, price) => sum - paid(price) + Math.max(x.earnedUsdKwh - x.addersUsdKwh - energy(price), resale(price) + x.demandResponseUsdKwh), 0) * x.siteMw * 1000;
      close(outcome.marginCurtailedUsd, best, best + outcome.marginAlwaysOnUsd);
      expect(outcome.marginCurtailedUsd).toBeGreaterThanOrEqual(outcome.marginAlwaysOnUsd - 1e-6);
      expect(outcome.uptime).toBeGreaterThanOrEqual(0);
      expect(outcome.uptime).toBeLessThanOrEqual(1);
    }),
  );
});

test("a fixed contract with resale curtails like an index contract, and its price does not change what curtailment is worth", () => {
  fc.assert(
    fc.property(cases, (x) => {
      const index = valueOf({ ...site, ...x, contract: "index" });
      close(valueOf({ ...site, ...x, contract: "fixed-resale" }), index, index);
      close(valueOf({ ...site, ...x, contract: "fixed-resale", contractPriceUsdKwh: 0.07 }), index, index + 1e3 * x.siteMw * x.pricesUsdKwh.length);
    }),
  );
});

test("without resale the site runs through any price, unless it is paid more for stopping than it earns", () => {
  const prices = [0.03, 9, 0.03];
  expect(curtail({ ...site, contract: "fixed", pricesUsdKwh: prices })).toMatchObject({ uptime: 1, starts: 0 });
  expect(curtail({ ...site, contract: "fixed", demandResponseUsdKwh: 0.07, pricesUsdKwh: prices }).uptime).toBe(0);
});

test("the site stands still for the hours it must, and counts each start", () => {
  const prices = [0.03, 0.08, 0.03, 0.03, 0.03, 0.08, 0.03];
  const outcome = (minHoursOff: number): unknown => {
    const { uptime, starts } = curtail({ ...site, minHoursOff, pricesUsdKwh: prices });
    return [Math.round(uptime * prices.length), starts];
  };
  expect(outcome(0)).toEqual([5, 2]);
  expect(outcome(1)).toEqual([5, 2]);
  expect(outcome(2)).toEqual([3, 1]);
  expect(outcome(3)).toEqual([2, 1]);
  expect(outcome(24)).toEqual([1, 0]);
  const free = valueOf({ ...site, pricesUsdKwh: prices });
  expect(valueOf({ ...site, pricesUsdKwh: prices, startCostUsd: 5 })).toBeCloseTo(free - 10, 9);
});

test("a price equal to the strike keeps the site running; never running leaves no price to average", () => {
  expect(curtail({ ...site, pricesUsdKwh: [0.06, 0.06] })).toEqual({ uptime: 1, onPriceUsdKwh: 0.06, marginAlwaysOnUsd: 0, marginCurtailedUsd: 0, starts: 0 });
  expect(curtail({ ...site, pricesUsdKwh: [1, 1] })).toMatchObject({ uptime: 0, onPriceUsdKwh: undefined, marginCurtailedUsd: 0 });
});
