import { backTest, type BackTest } from "./back-test";
import { EPISODES } from "./episodes";

const tests = EPISODES.map(backTest);
const named = (name: string): BackTest => tests.find(({ episode }) => episode.name.startsWith(name))!;

test("episodes begin on the adjustment on or next after their first day, with its difficulty", () => {
  expect(tests.map((each) => each.start)).toEqual(["2021-05-13", "2021-05-13", "2022-01-08", "2024-04-10", "2025-10-01", "2026-02-19"]);
  expect(named("Bear").realAdjustments[0]).toEqual({ date: "2022-01-21", change: expect.closeTo(0.0932, 3) as number });
});

// Limits a little above what is measured: a change of the model that makes it worse must be seen.
test.each([
  ["Ban in China, outage", 0.055, 0.1],
  ["Bear market 2022", 0.09, 0.15],
  ["Halving 2024", 0.035, 0.06],
  ["Price fall", 0.075, 0.085],
  ["2026", 0.14, 0.21],
])("%s: mean error below %d, error at the end below %d", (name, mean, end) => {
  const { model } = named(name);
  expect(model.mean).toBeLessThan(mean);
  expect(Math.abs(model.end)).toBeLessThan(end);
});

test("told of the outage the model cuts as the network did; not told it does not cut at all", () => {
  expect(named("Ban in China, outage").largestCut.model).toBeLessThan(-0.2);
  expect(named("Ban in China, no outage").largestCut.model).toBe(0);
});

test("through a price fall of 60 % the network of 2022 grows on, since machines ordered before still come", () => {
  const { priceChange, modelChange, realChange } = named("Bear");
  expect(priceChange).toBeLessThan(-0.5);
  expect(realChange).toBeGreaterThan(0.4);
  expect(modelChange).toBeGreaterThan(0.15);
});

test("difficulty falls after the halving of 2024 and in the price fall of 2025-26", () => {
  for (const name of ["Halving", "Price fall"]) expect(named(name).retargets.some(({ change }) => change < -0.015)).toBe(true);
});
