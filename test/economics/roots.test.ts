import fc from "fast-check";
import { bisect, risingRoot } from "../../src/economics/roots";

test("property: both searches find where a rising function crosses zero", () => {
  fc.assert(fc.property(fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: 0.01, max: 20, noNaN: true }), (root, bend) => {
    const f = (x: number): number => Math.expm1(bend * (x - root)) + (x - root);
    expect(risingRoot(f, -4, 4, 1e-10)).toBeCloseTo(root, 7);
    expect(bisect(f, -4, 4)).toBeCloseTo(root, 12);
  }));
});

test("a root at an end is found, and few steps are taken", () => {
  let calls = 0;
  const f = (x: number): number => {
    calls++;
    return x ** 3 - 8;
  };
  expect(risingRoot(f, 2 - 1e-3, 2, 1e-12)).toBeCloseTo(2, 10);
  calls = 0;
  expect(risingRoot(f, 1, 5, 1e-12)).toBeCloseTo(2, 10);
  expect(calls).toBeLessThan(20);
});
