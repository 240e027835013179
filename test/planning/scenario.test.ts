import { paybackMonths, planScenario } from "../../src/planning/scenario";
import { defaultScenario, type ScenarioInputs } from "../../src/planning/scenario-inputs";
import vectors from "../fixtures/scenario-vectors.json";

const RELATIVE = 1e-11;
function expectClose(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(RELATIVE * Math.max(1e-6, Math.abs(expected)));
}

describe.each(vectors)("$name", ({ inputs, expected }) => {
  const plan = planScenario(inputs);

  test("timeline, subsidies and hashprices", () => {
    expectClose(plan.months[0]!.hashpriceUsdPhDay, expected.hashpriceTodayUsdPhDay);
    expect(plan.months).toHaveLength(inputs.horizon.months + 1);
    expected.subsidyBtc.forEach((subsidy, i) => expectClose(plan.months[i + 1]!.subsidyBtc, subsidy));
    expected.hashpriceUsdPhDay.forEach((hashprice, i) => expectClose(plan.months[i + 1]!.hashpriceUsdPhDay, hashprice));
  });

  test("machines and breakeven power prices", () => {
    for (const name of ["keep", "upgrade"] as const) {
      expect(plan.fleets[name].units).toBe(expected.units[name]);
      expectClose(plan.fleets[name].breakevenPowerPriceUsdKwh, expected.breakevenPowerPriceUsdKwh[name]);
      expect(plan.fleets[name].powerMw).toBeLessThanOrEqual(inputs.site.powerCapacityMw);
    }
  });

  test("cash flows and values", () => {
    for (const name of ["keep", "upgrade", "shutdown"] as const) {
      // A month's flow is a difference of revenue and cost, so its error is measured against revenue.
      expected.cashFlowUsd[name].forEach((flow, i) => {
        const { cashFlowUsd, revenueUsd } = plan.months[i]!.cash[name];
        expect(Math.abs(cashFlowUsd - flow)).toBeLessThanOrEqual(RELATIVE * Math.max(1, Math.abs(flow), revenueUsd));
      });
      expect(Math.abs(plan.npvUsd[name] - expected.npvUsd[name])).toBeLessThanOrEqual(1e-9 * Math.abs(expected.npvUsd[name]));
    }
    expect(plan.recommendation.best).toBe(expected.best);
    const ranked = Object.values(expected.npvUsd).sort((a, b) => b - a);
    expectClose(plan.recommendation.gapUsd, ranked[0]! - ranked[1]!);
  });

  test("payback", () => {
    expect(plan.payback.against).toBe(expected.payback.against);
    if (typeof expected.payback.months === "number") expectClose(plan.payback.months as number, expected.payback.months);
    else expect(plan.payback.months).toBe("never");
  });
});

describe("the halving", () => {
  const withHeight = (height: number): ScenarioInputs => {
    const base = defaultScenario();
    return { ...base, horizon: { ...base.horizon, months: 1 }, market: { ...base.market, date: "2028-04-01", height } };
  };

  test("at height 1,050,000 falls inside the month by blocks: 30 days are 4,320 blocks, 1,080 of them before it", () => {
    const month = planScenario(withHeight(1_050_000 - 1 - 1_080)).months[1]!;
    expect(month.blocks).toBe(4_320);
    expect(month.shareBeforeHalving).toBe(0.25);
    expect(month.subsidyBtc).toBe(0.25 * 3.125 + 0.75 * 1.5625);
  });

  test.each([
    [1_050_000 - 2, 1 / 4_320],
    [1_050_000 - 1 - 4_320, 1],
    [1_050_000 - 1, 1],
  ])("newest block %d", (height, share) => {
    expect(planScenario(withHeight(height)).months[1]!.shareBeforeHalving).toBe(share);
  });
});

describe("identities", () => {
  const base = defaultScenario();
  const full: ScenarioInputs = {
    ...base,
    fleet: { machine: base.candidate.machine, units: 5_225, resaleUsdTh: 0 },
    candidate: { ...base.candidate, landedPriceUsdTh: 0 },
  };

  test("upgrading to the same machine for nothing is keeping; the tie goes to keeping, and payback is at once", () => {
    const plan = planScenario(full);
    expect(plan.npvUsd.upgrade).toBe(plan.npvUsd.keep);
    expect(plan.recommendation).toEqual({ best: "keep", runnerUp: "upgrade", gapUsd: 0 });
    expect(plan.payback).toEqual({ months: 0, against: "keep" });
  });

  test("closing without resale is worth nothing", () => {
    expect(planScenario(full).npvUsd.shutdown).toBe(0);
  });

  test("at its breakeven power price a fleet without fixed costs earns nothing in month 1", () => {
    const site = { ...base.site, fixedOpexUsdMonth: 0 };
    const powerPriceUsdKwh = planScenario({ ...base, site }).fleets.keep.breakevenPowerPriceUsdKwh;
    const { cashFlowUsd, revenueUsd } = planScenario({ ...base, site: { ...site, powerPriceUsdKwh } }).months[1]!.cash.keep;
    expect(Math.abs(cashFlowUsd)).toBeLessThan(1e-12 * revenueUsd);
  });

  test("a higher discount rate leaves the undiscounted flows alone", () => {
    const high = planScenario({ ...base, horizon: { ...base.horizon, discountRateAnnual: 0.5 } });
    const low = planScenario(base);
    expect(high.months.map((month) => month.cash.upgrade.cashFlowUsd)).toEqual(low.months.map((month) => month.cash.upgrade.cashFlowUsd));
    expect(high.months[12]!.discountFactor).toBeCloseTo(1 / 1.5, 14);
  });
});

test.each([
  [[-100, 40, 40, 40], 2.5],
  [[-100, 50, 50], 2],
  [[-100, 60, -30, 80], 2.875],
  [[-100, 50, 49], "never"],
  [[0, 1], 0],
  [[10, -5], 0],
])("payback of %j", (flows, expected) => {
  expect(paybackMonths(flows)).toBe(expected);
});
