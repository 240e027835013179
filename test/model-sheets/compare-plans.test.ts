import { comparePlans, comparisonLines, type WrittenPlan } from "../../src/model-sheets/compare-plans";

/** A plan with a fleet and a price series of so many hours. */
function plan(units: number, pricesUsdKwh: readonly number[]): WrittenPlan {
  return {
    sheets: [],
    tables: [
      { name: "Fleets", headers: ["Fleet", "Units (machines)"], rows: [["S19", units]] },
      { name: "HourlyPrices", headers: ["Hour", "Hub"], rows: pricesUsdKwh.map((price, hour) => [hour + 1, price]) },
    ],
  };
}

const prices = Array.from({ length: 8760 }, (_, hour) => 0.03 + Math.sin(hour) / 97);

test("numbers that another program wrote with 15 digits are the same", () => {
  const rewritten = prices.map((price) => Number(price.toPrecision(15)));
  expect(rewritten).not.toEqual(prices);
  expect(comparePlans(plan(5800, prices), plan(5800, rewritten)).inputs).toEqual([]);
  expect(comparePlans(plan(5800, prices), plan(5800 * (1 + 2e-9), prices)).inputs).toHaveLength(1);
});

test("of a series that went a few rows are told, and how many others", () => {
  const comparison = comparePlans(plan(5800, prices), plan(5000, []));
  expect(comparison.inputs).toHaveLength(8761);
  const lines = comparisonLines(comparison);
  expect(lines).toContain("Inputs: 8,761 changed");
  expect(lines).toContain("  Fleets · S19 · Units (machines): 5,800 → 5,000 (−13.8 %)");
  expect(lines.filter((line) => /HourlyPrices · \d+: removed/.test(line))).toHaveLength(25);
  expect(lines).toContain("  HourlyPrices · and 8,735 more removed");
});
