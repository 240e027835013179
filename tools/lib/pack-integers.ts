import { DIGITS, Interval, LOWER_BITS, type BitCoder } from "../../src/market/packed-integers";

/** Writes bits into a packed text, which bitReader reads again. */
export function bitWriter(): { readonly code: BitCoder; readonly packed: () => string } {
  const interval = new Interval();
  let text = "";
  const put = (digit: number): void => void (text += DIGITS.charAt(digit));
  return {
    code: (odds, bit) => {
      interval.take(bit, interval.split(odds), put);
      odds.learn(bit);
      return bit;
    },
    // The ends of the interval differ in their first digit, so the upper one's names a number between them.
    packed: () => text + DIGITS.charAt(interval.high >> LOWER_BITS),
  };
}
