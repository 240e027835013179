const { imul } = Math; // bound once for speed, see simulation.ts

/** 32 random bits at a time, as a whole number from 0 to 2^32 − 1. */
export type RandomBits = () => number;

/**
 * xoshiro128**: a small generator of whole numbers, the same on every machine.
 * @param state four 32-bit numbers, not all 0
 * Source: Blackman and Vigna, "Scrambled linear pseudorandom number generators" (2018).
 */
export function xoshiro128(state: readonly [number, number, number, number]): RandomBits {
  let [a, b, c, d] = state;
  return () => {
    const scrambled = imul(rotatedLeft(imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotatedLeft(d, 11);
    return scrambled;
  };
}

/**
 * A generator of its own for each seed. The seed is spread over the state by a Weyl sequence and the finalizer of
 * MurmurHash3, so that neighboring seeds have nothing in common.
 * @param seed whole number from 0 to 2^32 − 1
 */
export function seededRandom(seed: number): RandomBits {
  let weyl = seed >>> 0;
  const spread = (): number => {
    weyl = (weyl + 0x9e3779b9) >>> 0;
    let x = weyl;
    x = imul(x ^ (x >>> 16), 0x85ebca6b);
    x = imul(x ^ (x >>> 13), 0xc2b2ae35);
    return x ^ (x >>> 16);
  };
  return xoshiro128([spread(), spread(), spread(), spread()]);
}

function rotatedLeft(x: number, bits: number): number {
  return (x << bits) | (x >>> (32 - bits));
}
