import type { MarketScenario, MarketStart, NetworkResponse } from "../../../src/planning/portfolio/document";
import { marketPath, marketPaths } from "../../../src/planning/portfolio/market-path";
import { ILLUSTRATIVE_NETWORK, namedScenarios } from "../../../src/planning/portfolio/named-scenarios";
import { hashpriceUsdPhDay } from "../../../src/economics/network";
import { defaultSnapshot } from "../../../src/market/market";

const start: MarketStart = defaultSnapshot();
const still = { kind: "growth", growthMonthly: 0 } as const;
const scenario = (parts: Partial<MarketScenario>): MarketScenario => ({ id: "own", note: "", btcPrice: still, fees: still, difficulty: still, ...parts });

test("growth holds the start in month 1 and compounds from there; blocks come as the protocol aims", () => {
  const path = marketPath({ start }, scenario({ btcPrice: { kind: "growth", growthMonthly: 0.01 }, difficulty: { kind: "growth", growthMonthly: 0.02 } }), 13);
  expect(path.retargets).toEqual([]);
  const [first, last] = [path.months[0]!, path.months[12]!];
  expect([first.btcPriceUsd, first.difficulty, first.firstHeight, first.days]).toEqual([start.btcPriceUsd, start.difficulty, start.height + 1, 31]);
  expect(last.btcPriceUsd / (start.btcPriceUsd * 1.01 ** 12)).toBeCloseTo(1, 12);
  expect(last.difficulty / (start.difficulty * 1.02 ** 12)).toBeCloseTo(1, 12);
  expect([last.start - first.start, last.firstHeight - first.firstHeight]).toEqual([365, 365 * 144]);
  expect(last.hashpriceUsdPhDay / ((last.btcPriceUsd * (3.125 + start.feesBtcPerBlock) * 86400e15) / (last.difficulty * 2 ** 32))).toBeCloseTo(1, 12);
});

test("tables are read month by month, and fees are part of the reward", () => {
  const path = marketPath({ start }, scenario({ btcPrice: { kind: "table", values: [50_000, 60_000, 1] }, fees: { kind: "table", values: [0.1, 0.2, 9] }, difficulty: { kind: "table", values: [1e14, 2e14, 9] } }), 2);
  expect(path.months.map((month) => [month.btcPriceUsd, month.feesBtcPerBlock, month.difficulty, month.difficultyEnd])).toEqual([[50_000, 0.1, 1e14, 1e14], [60_000, 0.2, 2e14, 2e14]]);
  expect(path.months[1]!.hashpriceUsdPhDay).toBeCloseTo(hashpriceUsdPhDay(60_000, 2e14, 3.125 + 0.2), 10);
});

test("the halving is weighted inside its month by blocks", () => {
  const months = marketPath({ start }, scenario({}), 24).months;
  const month = months.find((each) => each.firstHeight <= 1_050_000 && each.firstHeight + each.blocks > 1_050_000)!;
  const before = (1_050_000 - month.firstHeight) / month.blocks;
  expect(before).toBeGreaterThan(0);
  expect(month.subsidyBtc).toBeCloseTo(3.125 * before + 1.5625 * (1 - before), 12);
  expect(months[month.month - 2]!.subsidyBtc).toBe(3.125);
  expect(months[month.month]!.subsidyBtc).toBe(1.5625);
});

const rigid: NetworkResponse = { ...ILLUSTRATIVE_NETWORK, inflexibleShare: 1, scrapShareMonth: 0, orders: { ...ILLUSTRATIVE_NETWORK.orders, maxShareMonth: 0 } };

test("a network that cannot respond is the path without growth of difficulty", () => {
  const btcPrice = { kind: "growth", growthMonthly: -0.03 } as const;
  const [responding, growing] = [marketPath({ start }, scenario({ btcPrice, difficulty: rigid }), 36), marketPath({ start }, scenario({ btcPrice }), 36)];
  responding.months.forEach((month, i) => {
    const other = growing.months[i]!;
    for (const key of ["days", "blocks", "firstHeight", "btcPriceUsd", "subsidyBtc", "difficultyEnd", "hashrateEhs"] as const) expect(month[key] / other[key]).toBeCloseTo(1, 8);
    // In the month of the halving the one counts reward by time, the other by blocks; the same while 144 come a day.
    for (const key of ["difficulty", "hashpriceUsdPhDay"] as const) expect(month[key] / other[key]).toBeCloseTo(1, 8);
  });
});

test("every month's hashprice is that of its price, difficulty and reward", () => {
  for (const { months } of marketPaths({ start, scenarios: namedScenarios(start, 60) }, 60)) {
    for (const month of months) expect(hashpriceUsdPhDay(month.btcPriceUsd, month.difficulty, month.blockRewardBtc) / month.hashpriceUsdPhDay).toBeCloseTo(1, 12);
  }
});

test("months join without a gap in blocks and days, adjustments every 2,016 blocks", () => {
  const { months, retargets } = marketPath({ start }, namedScenarios(start, 60)[1]!, 60);
  expect(months[0]!.firstHeight).toBe(start.height + 1);
  months.slice(1).forEach((month, i) => {
    expect(month.start).toBe(months[i]!.end);
    expect(month.firstHeight).toBeCloseTo(months[i]!.firstHeight + months[i]!.blocks, 5);
  });
  retargets.forEach((each, i) => {
    expect(each.height % 2016).toBe(0);
    if (i > 0) expect(each.height - retargets[i - 1]!.height).toBe(2016);
    expect(each.change).toBeGreaterThanOrEqual(-0.75);
    expect(each.change).toBeLessThanOrEqual(3);
  });
});

test("base, bear and bull lie in their order, and the bear market takes hashrate off the network", () => {
  const [base, bear, bull] = marketPaths({ start, scenarios: namedScenarios(start, 36) }, 36);
  expect([base!.scenarioId, bear!.scenarioId, bull!.scenarioId]).toEqual(["base", "bear", "bull"]);
  for (const i of [12, 20, 35]) {
    expect(bear!.months[i]!.hashpriceUsdPhDay).toBeLessThan(base!.months[i]!.hashpriceUsdPhDay);
    expect(base!.months[i]!.hashpriceUsdPhDay).toBeLessThan(bull!.months[i]!.hashpriceUsdPhDay);
    expect(bear!.months[i]!.hashrateEhs).toBeLessThan(base!.months[i]!.hashrateEhs);
  }
  expect(bear!.months[18]!.hashrateEhs).toBeLessThan(bear!.months[2]!.hashrateEhs * 0.97);
  // Self-regulation: hashprice falls less than the price.
  const fall = (key: "btcPriceUsd" | "hashpriceUsdPhDay"): number => bear!.months[15]![key] / bear!.months[0]![key];
  expect(fall("hashpriceUsdPhDay")).toBeGreaterThan(fall("btcPriceUsd") * 1.05);
});

test("shares of the illustrative network add up to 1", () => {
  expect(ILLUSTRATIVE_NETWORK.stack.reduce((sum, each) => sum + each.hashrateShare, 0)).toBeCloseTo(1, 12);
});
