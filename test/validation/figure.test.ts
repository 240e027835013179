import { combine, exact, overlap, printed, widened } from "./figure";

test.each([
  ["48", 47.5, 48.5],
  ["0.3800", 0.37995, 0.38005],
  ["1.4363e+13", 1.43625e13, 1.43635e13],
  ["2.5E-3", 0.00245, 0.00255],
  ["7,255,634", 7255633.5, 7255634.5],
  ["-0.8", -0.85, -0.75],
])("%s is %d to %d", (text, low, high) => {
  const figure = printed(text);
  expect(figure.value).toBe(Number(text.replaceAll(",", "")));
  expect(figure.low / low).toBeCloseTo(1, 12);
  expect(figure.high / high).toBeCloseTo(1, 12);
});

test.each(["", "about 5", "5 %", "1e", "."])("%p is not a printed number", (text) => expect(() => printed(text)).toThrow(/not a printed number/));

test("a calculation's range comes from the corners, whichever way an input works", () => {
  const inputs = { revenue: { value: 10, low: 9, high: 11 }, cost: { value: 4, low: 3, high: 5 }, share: exact(0.5) };
  expect(combine(inputs, (x) => (x.revenue - x.cost) * x.share)).toEqual({ value: 3, low: 2, high: 4 });
});

test("ranges overlap when they share a point", () => {
  expect(overlap({ value: 1.5, low: 1, high: 2 }, { value: 2.5, low: 2, high: 3 })).toBe(true);
  expect(overlap({ value: 2.5, low: 2.1, high: 3 }, { value: 1.5, low: 1, high: 2 })).toBe(false);
  expect(widened({ value: -10, low: -11, high: -9 }, 0.1)).toEqual({ value: -10, low: -12, high: -8 });
});
