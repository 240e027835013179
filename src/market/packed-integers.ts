// Integers in a text of 64 different characters, close to their entropy: an adaptive binary arithmetic coder, after
// Witten, Neal and Cleary 1987. Only additions, products and divisions, which every engine rounds alike.
// tools/lib/pack-integers.ts is the other half and shares what must be the same on both sides.

/** Six bits a character. */
export const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const BITS_PER_DIGIT = 6;
const WIDTH = 30;
const TOP = 2 ** WIDTH - 1;
export const LOWER_BITS = WIDTH - BITS_PER_DIGIT;
/** Beyond so many bits seen the odds follow what is new. */
const MEMORY = 120;
/** Bits of a magnitude, after its first, whose odds are learned; the rest are as good as random. */
const LEARNED_BITS = 2;

/** How likely a bit is 1, learned from those seen. */
export class Odds {
  one = 0.5;
  private seen = 0;

  learn(bit: number): void {
    if (this.seen < MEMORY) this.seen++;
    this.one = Math.min(Math.max(this.one + (bit - this.one) / (this.seen + 1.5), 1 / 4096), 4095 / 4096);
  }
}

/** Writes the bit given and returns it; or, when reading, returns the next one. */
export type BitCoder = (odds: Odds, bit: number) => number;

/** One coder per column of similar numbers. Writes the value given; or, when reading, returns the next one. */
export function integerCoder(code: BitCoder): (value?: number) => number {
  const learned: Odds[] = [];
  const odds = (index: number): Odds => (learned[index] ??= new Odds());
  return (value = 0) => {
    const wanted = Math.abs(value);
    const wantedLength = WIDTH + 2 - Math.clz32(wanted);
    let length = 0;
    while (code(odds(length), length < wantedLength ? 1 : 0)) length++;
    if (length === 0) return 0;
    let magnitude = 1;
    for (let i = length - 2; i >= 0; i--) {
      const known = length - 2 - i < LEARNED_BITS ? odds(2 * WIDTH + length * 2 ** (LEARNED_BITS + 1) + magnitude) : new Odds();
      magnitude = magnitude * 2 + code(known, (wanted >> i) & 1);
    }
    return code(odds(WIDTH + 10), value < 0 ? 1 : 0) ? -magnitude : magnitude;
  };
}

/** The interval of numbers that the bits coded so far leave. */
export class Interval {
  low = 0;
  high = TOP;

  /** Where a bit cuts the interval: 1 takes what lies at or below. */
  split(odds: Odds): number {
    return this.low + Math.floor((this.high - this.low) * odds.one);
  }

  /** Takes the side of the bit and drops the digits on which both ends then agree, handing over each. */
  take(bit: number, split: number, each: (digit: number) => void): void {
    if (bit) this.high = split;
    else this.low = split + 1;
    while (this.low >> LOWER_BITS === this.high >> LOWER_BITS) {
      each(this.low >> LOWER_BITS);
      this.low = (this.low << BITS_PER_DIGIT) & TOP;
      this.high = ((this.high << BITS_PER_DIGIT) & TOP) | (2 ** BITS_PER_DIGIT - 1);
    }
  }
}

/** Reads the bits of a packed text. */
export function bitReader(packed: string): BitCoder {
  const interval = new Interval();
  let position = 0;
  let at = 0;
  const shift = (): void => void (at = ((at << BITS_PER_DIGIT) & TOP) | Math.max(0, DIGITS.indexOf(packed.charAt(position++))));
  for (let i = 0; i < WIDTH / BITS_PER_DIGIT; i++) shift();
  return (odds) => {
    const split = interval.split(odds);
    const bit = at <= split ? 1 : 0;
    interval.take(bit, split, shift);
    odds.learn(bit);
    return bit;
  };
}
