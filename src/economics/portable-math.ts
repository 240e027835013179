// exp and ln from +, −, ×, ÷ and comparisons alone, which IEEE 754 fixes to the last bit. Math.exp and Math.log may
// differ there between browsers, and one bit can send a simulated path another way: with these the same seed gives the
// same path on every machine. Accuracy: 1e-15 relative.

const { floor, SQRT1_2, SQRT2 } = Math; // bound once for speed, see simulation.ts

const LN2_HIGH = 0.6931471803691238; // the upper 33 bits of ln 2, so that a product with a whole number is exact
const LN2_LOW = 1.9082149292705877e-10;
const LOG2_E = 1.4426950408889634;
/** Beyond it e^x is taken as the end of the range: a number of 304 digits. */
const LARGEST_EXPONENT = 700;

/** 2^k, for k from −1,022 to 1,023, at index k + 1,022. */
const POWERS_OF_TWO = powersOfTwo();

function powersOfTwo(): Float64Array {
  const powers = new Float64Array(2046);
  powers[1022] = 1;
  for (let k = 1; k <= 1023; k++) powers[1022 + k] = powers[1021 + k]! * 2;
  for (let k = 1; k <= 1022; k++) powers[1022 - k] = powers[1023 - k]! / 2;
  return powers;
}

/** e^x, the same to the last bit on every machine. x beyond ±700 counts as ±700. */
export function portableExp(x: number): number {
  const bounded = x > LARGEST_EXPONENT ? LARGEST_EXPONENT : x < -LARGEST_EXPONENT ? -LARGEST_EXPONENT : x;
  const k = floor(bounded * LOG2_E + 0.5);
  const r = bounded - k * LN2_HIGH - k * LN2_LOW;
  // Padé approximant of order 6/6, e^r = (even + odd) ÷ (even − odd), within 2e-19 on |r| ≤ ln 2 ÷ 2.
  const square = r * r;
  const even = 665280 + square * (75600 + square * (840 + square));
  const odd = r * (332640 + square * (10080 + square * 42));
  return (1 + (2 * odd) / (even - odd)) * POWERS_OF_TWO[k + 1022]!;
}

/** Natural logarithm of x > 0, the same to the last bit on every machine. */
export function portableLn(x: number): number {
  let k = 0;
  let m = x;
  for (; m < SQRT1_2; k--) m *= 2;
  for (; m > SQRT2; k++) m /= 2;
  // ln m = 2·(s + s³/3 + s⁵/5 + …) with |s| ≤ 0.172: the first term left out is below 1e-17.
  const s = (m - 1) / (m + 1);
  const t = s * s;
  const series = 1 + t * (1 / 3 + t * (1 / 5 + t * (1 / 7 + t * (1 / 9 + t * (1 / 11 + t * (1 / 13 + t * (1 / 15 + t * (1 / 17 + t * (1 / 19 + t / 21)))))))));
  return k * LN2_HIGH + (2 * s * series + k * LN2_LOW);
}
