import { TARGET_BLOCKS_PER_DAY } from "../../src/units/constants";
import { defaultSnapshot, marketMonths, networkEpochs } from "../../src/market/market";

test("the snapshot is a dated day with its source, at the difficulty of the newest epoch", () => {
  const snapshot = defaultSnapshot();
  const newest = networkEpochs().at(-1)!;
  expect(snapshot.date).toMatch(/^20\d\d-\d\d-\d\d$/);
  expect(snapshot.source).not.toBe("");
  expect(snapshot.difficulty).toBeCloseTo(newest.difficulty, 0);
  const daysSince = (Date.parse(snapshot.date) - Date.parse(newest.date)) / 86_400_000;
  expect(snapshot.height - newest.height).toBeGreaterThan(daysSince * TARGET_BLOCKS_PER_DAY * 0.9);
  expect(snapshot.height - newest.height).toBeLessThan((daysSince + 1) * TARGET_BLOCKS_PER_DAY * 1.1);
});

test("epochs are 2,016 blocks apart, months follow each other", () => {
  networkEpochs().forEach((epoch, i) => expect(epoch.height).toBe(i * 2016));
  const months = marketMonths().map((month) => month.month);
  expect(months).toHaveLength(200);
  expect(months[0]).toBe("2010-01");
  expect(months).toEqual([...months].sort());
});

test("only the last month may be incomplete, and unknown figures are undefined, never 0", () => {
  expect(marketMonths().slice(0, -1).every((month) => month.complete)).toBe(true);
  expect(marketMonths()[0]!.btcPriceCloseUsd).toBeUndefined();
  for (const month of marketMonths()) expect(month.btcPriceCloseUsd).not.toBe(0);
});
