import { forwardHashpriceUsdPhDay, hashpricePath, impliedDifficulty, meanSubsidyBtc } from "../../src/economics/projection";

test("a month with a halving inside weights the two subsidies by blocks", () => {
  expect(meanSubsidyBtc(1_049_000, 4383)).toBeCloseTo((1000 * 3.125 + 3383 * 1.5625) / 4383, 12);
  expect(meanSubsidyBtc(1_050_000, 4383)).toBe(1.5625);
  expect(meanSubsidyBtc(1_045_617, 4383)).toBe(3.125);
});

test("month 1 holds the first market; later months grow from it", () => {
  const path = hashpricePath(3, { btcPriceUsd: 100_000, difficulty: 1e14, height: 900_000, feesBtc: 0.03 }, 0.02, 0.01);
  expect(path.map((row) => row.month)).toEqual([1, 2, 3]);
  expect(path[0]!.hashpriceUsdPhDay).toBeCloseTo(63.46777081489563, 10); // formulas E1
  expect(path[2]!.hashpriceUsdPhDay).toBeCloseTo(63.46777081489563 * (1.02 / 1.01) ** 2, 10);
});

test("forward of a mean-reverting hashprice and the difficulty a BTC forward implies (formulas E5)", () => {
  expect(forwardHashpriceUsdPhDay(38, 45, 1, 0.5, 1)).toBeCloseTo(44.63438, 5);
  expect(Math.sqrt((0.25 * (1 - Math.exp(-2))) / 2)).toBeCloseTo(0.32876, 5);
  expect(impliedDifficulty(0.00052, 3.155) / 1e12).toBeCloseTo(122.0534, 4);
});
