import { smoothStackEquilibrium } from "../../../src/economics/supply-stack";
import { btcPriceAfterUsd, compareMachines, hashpriceOf, networkStack, type ComparisonTerms } from "../../../src/planning/portfolio/compare";
import { ILLUSTRATIVE_NETWORK } from "../../../src/planning/portfolio/named-scenarios";
import { mine } from "../../functions/support";

// Held against the worksheet functions, which have vectors of their own, and against formulas E2.

const TERMS: ComparisonTerms = {
  powerPriceUsdKwh: 0.055, pue: 1.05, uptime: 0.96, poolFee: 0.01, btcPriceUsd: 78456.69, difficulty: 127479855693691.4, blockRewardBtc: 3.16046574,
  network: ILLUSTRATIVE_NETWORK, years: 4, discountRateAnnual: 0.12, hashpriceDeclineAnnual: 0.2,
};
const S19J = { hashrateThs: 104, powerW: 3068, priceUsdTh: 3.08 };
const S21XP = { hashrateThs: 270, powerW: 3645, priceUsdTh: 12 };
const REPLACED = { efficiencyJth: 29.5, resaleUsdTh: 2 };

describe("every figure is the worksheet function's", () => {
  const h = hashpriceOf(TERMS);
  const { powerPriceUsdKwh: e, pue, poolFee, uptime } = TERMS;
  const [found] = compareMachines([S21XP], TERMS, REPLACED);
  test.each([
    ["hashcost", found!.hashcostUsdPhDay, mine("HASHCOST")(13.5, e, pue)],
    ["margin per PH", found!.marginUsdPhDay, mine("MARGIN")(h, 13.5, e, poolFee, pue)],
    ["margin per MWh", found!.marginUsdMwh, mine("MARGIN")(h, 13.5, e, poolFee, pue, "$/MWh")],
    ["breakeven power price", found!.breakevenPowerUsdKwh, mine("BREAKEVEN")("power", h, 13.5, null, poolFee, pue)],
    ["breakeven BTC price", found!.breakevenBtcUsd, mine("BREAKEVENPRICE")(TERMS.difficulty, TERMS.blockRewardBtc, 13.5, e, poolFee, pue)],
    ["payback", found!.paybackDays, mine("PAYBACK")(12_000, h * (1 - poolFee) * uptime, Number(mine("HASHCOST")(13.5, e, pue)) * uptime)],
    ["worth", found!.worthUsdTh, mine("MAXASICPRICE")(13.5, 29.5, h * (1 - poolFee) * uptime, e * uptime, 4, 0.12, 0.2, 2, 0, pue)],
  ])("%s", (_, value, expected) => expect(value).toBeCloseTo(Number(expected), 9));

  test("the hashprice too", () => expect(h).toBeCloseTo(Number(mine("HASHPRICE")(TERMS.btcPriceUsd, TERMS.difficulty, TERMS.blockRewardBtc)), 9));
});

test("formulas E2: breakeven power prices at a hashprice of 45 and a fee of 1 %", () => {
  // A price that makes hashprice 45.
  const btcPriceUsd = (TERMS.btcPriceUsd * 45) / hashpriceOf(TERMS);
  const machines = [15, 20, 30].map((efficiency) => ({ hashrateThs: 100, powerW: 100 * efficiency }));
  const found = compareMachines(machines, { ...TERMS, btcPriceUsd, pue: 1 });
  [0.12375, 0.0928125, 0.061875].forEach((expected, i) => expect(found[i]!.breakevenPowerUsdKwh).toBeCloseTo(expected, 10));
});

describe("after adjustment", () => {
  test("at that price the network settles where the machine neither earns nor loses", () => {
    const { breakevenBtcAfterUsd, hashcostUsdPhDay } = compareMachines([S21XP], TERMS)[0]!;
    const { classes, cost } = networkStack(TERMS);
    const settled = smoothStackEquilibrium(classes, cost, breakevenBtcAfterUsd * TERMS.blockRewardBtc * 144);
    expect(settled.hashpriceUsdPhDay * (1 - TERMS.poolFee)).toBeCloseTo(hashcostUsdPhDay, 8);
  });

  test("formulas E5 vectors: 30,000 $ settle at 19.5123 $/PH/day, 120,000 $ at 50.0189", () => {
    const classes = [[10.875, 214.107], [13.35, 321.161], [16.5, 223.839], [19.875, 155.714], [22.5, 126.518], [27, 48.661]].map(([efficiencyJth, hashrateEhs]) => ({ efficiencyJth: efficiencyJth!, hashrateEhs: hashrateEhs! }));
    const stack = { classes, cost: { powerMedianUsdKwh: 0.045, powerSigma: 0.3, poolFee: 0.01, inflexibleShare: 0 } };
    expect(btcPriceAfterUsd(19.51231080906, 3.145, stack)).toBeCloseTo(30_000, 1);
    expect(btcPriceAfterUsd(50.01885973133, 3.145, stack)).toBeCloseTo(120_000, 1);
  });

  test("efficient machines stand a deeper fall than at once, and dear ones need a higher price", () => {
    const [old, current] = compareMachines([S19J, S21XP], TERMS);
    expect(current!.breakevenBtcAfterUsd).toBeLessThan(current!.breakevenBtcUsd);
    expect(old!.breakevenBtcAfterUsd).toBeGreaterThan(old!.breakevenBtcUsd);
  });
});

test("a machine that loses never pays back, one without a price says nothing, and nothing is worth anything without a machine to replace", () => {
  const [loses, priceless] = compareMachines([S19J, { ...S21XP, priceUsdTh: undefined }], { ...TERMS, powerPriceUsdKwh: 0.09 });
  expect(loses!.paybackDays).toBe(Infinity);
  expect(priceless).toMatchObject({ paybackDays: undefined, worthUsdTh: undefined });
});

test("a machine is worth its own resale price against itself", () => {
  expect(compareMachines([{ hashrateThs: 100, powerW: 2950 }], TERMS, REPLACED)[0]!.worthUsdTh).toBeCloseTo(2, 9);
});
