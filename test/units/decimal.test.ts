import { shifted } from "../../src/units/decimal";

test.each([[0.055, 3, 55], [55, -3, 0.055], [0.0571, 3, 57.1], [57.1, -3, 0.0571], [-0.01, 3, -10], [1e-7, 3, 1e-4], [1.5e21, -3, 1.5e18], [0, 3, 0], [104, -3, 0.104], [0.07, 2, 7]])("%d by %d places", (value, places, expected) => {
  expect(shifted(value, places)).toBe(expected);
});

test("there and back is the same number, which multiplying would not give", () => {
  const values = Array.from({ length: 10_000 }, (_, i) => (i * 7919) / 1e6);
  expect(values.filter((value) => shifted(shifted(value, 3), -3) !== value)).toEqual([]);
  expect(values.some((value) => (value * 1000) * 0.001 !== value)).toBe(true);
});

test("what is no finite number stays", () => {
  expect([shifted(NaN, 3), shifted(Infinity, -3)]).toEqual([NaN, Infinity]);
});
