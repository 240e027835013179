import fc from "fast-check";
import { effectiveAnnualIrr, minedBeyondBoughtBtc } from "../../src/economics/cash-flows";
import { continuousDecline, continuousRate, marginValueUsdPh, miningNpvUsdPh, paybackDays } from "../../src/economics/mining-value";
import { indifferencePriceUsdTh, replacementNpvUsd, type Replacement } from "../../src/economics/replacement";
import { NotAvailableError } from "../../src/units/errors";

const margin = (hashprice: number, hashcost: number, annualDecline: number) => ({ hashpriceUsdPhDay: hashprice, hashcostUsdPhDay: hashcost, declineRate: continuousDecline(annualDecline) });

describe("payback (formulas E6: hashprice 45, hashcost 21, capex 15,000)", () => {
  test("no decline: 625 days", () => expect(paybackDays(margin(45, 21, 0), 15_000)).toBe(625));
  test("10 % a year: 776.7118 days", () => expect(paybackDays(margin(45, 21, 0.1), 15_000)).toBeCloseTo(776.7118, 4));
  test.each([0.2, 0.3, 0.9])("%d a year: never, with the most the margins add up to", (decline) => {
    expect(() => paybackDays(margin(45, 21, decline), 15_000)).toThrow(/never pays back: the margins add up to [\d,.]+ \$\/PH at most, after [\d,.]+ days/);
  });
  test("free power: the limit of all revenue decides", () => {
    const most = 45 / (continuousDecline(0.5) / 365);
    expect(paybackDays(margin(45, 0, 0.5), most * 0.99)).toBeGreaterThan(2000);
    expect(() => paybackDays(margin(45, 0, 0.5), most * 1.01)).toThrow(NotAvailableError);
  });
  test("a rising hashprice pays back even from below the cost", () => {
    const days = paybackDays(margin(20, 21, -0.5), 15_000);
    const rise = Math.log(1.5) / 365;
    expect((20 * (Math.exp(rise * days) - 1)) / rise - 21 * days).toBeCloseTo(15_000, 5);
  });
  test("property: the margins up to the payback add up to the price", () => {
    fc.assert(fc.property(fc.double({ min: 1, max: 300, noNaN: true }), fc.double({ min: -5, max: 100, noNaN: true }), fc.double({ min: -0.5, max: 0.9, noNaN: true }), fc.double({ min: 1, max: 1e5, noNaN: true }), (h, c, decline, capex) => {
      // A difficulty that falls by nothing that can be told pays back after more days than there are numbers.
      fc.pre(decline === 0 || Math.abs(decline) > 1e-6);
      let days: number;
      try {
        days = paybackDays(margin(h, c, decline), capex);
      } catch (error) {
        expect(error).toBeInstanceOf(NotAvailableError);
        return;
      }
      const turnoverUsd = marginValueUsdPh(margin(h, 0, decline), days / 365, 0, false) + Math.abs(c) * days;
      expect(Math.abs(marginValueUsdPh(margin(h, c, decline), days / 365, 0, false) - capex)).toBeLessThan(1e-9 * (turnoverUsd + capex));
    }));
  });
});

describe("value with a stop (formulas E6, E8)", () => {
  test("agrees with a sum over days", () => {
    const [h, c, decline, r] = [45, 36, 0.2, Math.log(1.12)];
    let [sum, always] = [0, 0];
    const g = continuousDecline(decline) / 365;
    for (let day = 0.005; day < 4 * 365; day += 0.01) {
      const flow = (h * Math.exp(-g * day) - c) * Math.exp((-r * day) / 365) * 0.01;
      always += flow;
      sum += Math.max(0, flow);
    }
    expect(marginValueUsdPh(margin(h, c, decline), 4, r, true) / sum).toBeCloseTo(1, 6);
    expect(marginValueUsdPh(margin(h, c, decline), 4, r, false) / always).toBeCloseTo(1, 6);
  });

  test("property: to be able to stop is never worse, and the value never rises with the cost", () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 300, noNaN: true }), fc.double({ min: -5, max: 100, noNaN: true }), fc.double({ min: -0.9, max: 0.9, noNaN: true }), fc.double({ min: 0.1, max: 10, noNaN: true }), fc.double({ min: -0.2, max: 0.5, noNaN: true }), (h, c, decline, years, rate) => {
      const value = (cost: number, canStop: boolean): number => marginValueUsdPh(margin(h, cost, decline), years, continuousRate(rate), canStop);
      const slack = 1e-9 * (Math.abs(value(c, false)) + 1);
      expect(value(c, true)).toBeGreaterThanOrEqual(Math.max(0, value(c, false)) - slack);
      expect(value(c + 1, true)).toBeLessThanOrEqual(value(c, true) + slack);
    }));
  });

  test("salvage and capex", () => expect(miningNpvUsdPh(margin(45, 50, 0), 100, 2, 0.1, 50, true)).toBeCloseTo(50 * Math.exp(-0.2) - 100, 12));
});

describe("replacement on fixed power (formulas E8)", () => {
  /** Continuous rates: r = 0.12 and g = 0.2 a year. */
  const vector: Replacement = { newEfficiencyJth: 15, oldEfficiencyJth: 30, hashpriceUsdPhDay: 45, powerPriceUsdKwh: 0.05, pue: 1, years: 4, discountRate: 0.12, declineRate: 0.2, resaleUsdTh: 2, installUsdMw: 0, canStop: true };
  test("value of 1 MW of old and of new machines", () => {
    const valueMw = (efficiency: number): number => (1000 / efficiency) * marginValueUsdPh({ hashpriceUsdPhDay: 45, hashcostUsdPhDay: 24 * efficiency * 0.05, declineRate: 0.2 }, 4, 0.12, true);
    expect(Math.round(valueMw(30))).toBe(56_323);
    expect(Math.round(valueMw(15))).toBe(1_079_025);
  });
  test("indifference price 16.3405 $/TH", () => expect(indifferencePriceUsdTh(vector)).toBeCloseTo(16.3405, 4));
  test("property: at the indifference price replacing gains nothing", () => {
    fc.assert(fc.property(fc.double({ min: 8, max: 40, noNaN: true }), fc.double({ min: 10, max: 120, noNaN: true }), fc.double({ min: 1, max: 1.5, noNaN: true }), fc.boolean(), (newEfficiencyJth, hashpriceUsdPhDay, pue, canStop) => {
      const x = { ...vector, newEfficiencyJth, hashpriceUsdPhDay, pue, canStop, installUsdMw: 20_000 };
      expect(Math.abs(replacementNpvUsd(x, 20, indifferencePriceUsdTh(x), 0))).toBeLessThan(1e-3);
    }));
  });
});

test("downtime costs the margin of the old machines, and nothing where they would stand still", () => {
  const x: Replacement = { newEfficiencyJth: 15, oldEfficiencyJth: 30, hashpriceUsdPhDay: 45, powerPriceUsdKwh: 0.05, pue: 1, years: 4, discountRate: 0.12, declineRate: 0.2, resaleUsdTh: 2, installUsdMw: 0, canStop: true };
  const cost = (inputs: Replacement): number => replacementNpvUsd(inputs, 20, 15, 0) - replacementNpvUsd(inputs, 20, 15, 10);
  expect(cost(x)).toBeCloseTo(20 * (1000 / 30) * (45 - 36) * 10, 4);
  expect(cost({ ...x, hashpriceUsdPhDay: 30 })).toBe(0);
  expect(cost({ ...x, hashpriceUsdPhDay: 30, canStop: false })).toBeCloseTo(20 * (1000 / 30) * -6 * 10, 4);
});

describe("internal rate of return (oracles.json, finance)", () => {
  const annual = (monthly: number): number => (1 + monthly) ** 12 - 1;
  const repeated = (flow: number, times: number): number[] => Array.from({ length: times }, () => flow);
  test.each([
    ["-3,000, 36 × 110", [-3000, ...repeated(110, 36)], 0.01585087987089],
    ["a single late inflow", [-1000, ...repeated(0, 48), 1500], 0.008309128894722129],
    ["a loss", [-3000, ...repeated(20, 36)], -0.06316648408095649],
  ])("%s", (_, flows, monthly) => expect(effectiveAnnualIrr(flows, 12)).toBeCloseTo(annual(monthly), 11));
  test("formulas E6: monthly 0.0112823, annual 0.144113", () => {
    const flows = [-15_000, ...Array.from({ length: 36 }, (_, k) => (45 * 0.99 * 0.97 * 0.985 ** k - 24 * 15 * 0.05 * 0.97) * 30.4375)];
    expect(effectiveAnnualIrr(flows, 12)).toBeCloseTo(0.144113, 6);
    expect(effectiveAnnualIrr(flows, 1)).toBeCloseTo(0.0112823, 7);
    expect(flows.slice(1).reduce((a, b) => a + b) / 15_000).toBeCloseTo(1.177636, 6);
  });
  test("two rates or none are refused", () => {
    expect(() => effectiveAnnualIrr([-100, 230, -132], 1)).toThrow(/several rates of return.*2 times/);
    expect(() => effectiveAnnualIrr([100, 50, 20], 12)).toThrow(/no rate of return: .*one sign/);
    expect(() => effectiveAnnualIrr([-1e300, 1e-300], 12)).toThrow(NotAvailableError);
  });
  test("property: the present value at the rate is 0", () => {
    fc.assert(fc.property(fc.double({ min: 1, max: 1e6, noNaN: true }), fc.array(fc.double({ min: 0.01, max: 1e5, noNaN: true }), { minLength: 1, maxLength: 120 }), (price, inflows) => {
      const rate = effectiveAnnualIrr([-price, ...inflows], 1);
      fc.pre(rate > -0.9);
      const terms = inflows.map((flow, i) => flow / (1 + rate) ** (i + 1));
      expect(terms.reduce((a, b) => a + b, 0) / price).toBeCloseTo(1, 9);
    }));
  });
});

test("mining against buying", () => {
  expect(minedBeyondBoughtBtc(1000, 100, [{ minedBtc: 6, opexUsd: 100, btcPriceUsd: 200 }, { minedBtc: 5, opexUsd: 100, btcPriceUsd: 50 }])).toBe(6 - 0.5 + 5 - 2 - 10);
});
