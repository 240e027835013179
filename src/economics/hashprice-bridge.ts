import { hashpriceUsdPhDay } from "./network";

/** What hashprice is made of at one time. */
export interface HashpriceFactors {
  readonly btcPriceUsd: number;
  readonly difficulty: number;
  /** subsidy plus fees, BTC per block */
  readonly blockRewardBtc: number;
}

/** What each factor contributes to a change of hashprice, $/PH/day; the three add up to the change. */
export type HashpriceBridge = Readonly<Record<keyof HashpriceFactors, number>>;

/**
 * Splits a change of hashprice by factor with the logarithmic mean Divisia index: each factor gets Λ · ln(after ÷ before),
 * difficulty with the opposite sign, where Λ = (h₁ − h₀) ÷ ln(h₁ ÷ h₀). A factor that does not change contributes 0.
 * @param before factors above 0
 * @param after factors above 0
 * Source: Ang 2004, LMDI; formulas E10.
 */
export function hashpriceBridge(before: HashpriceFactors, after: HashpriceFactors): HashpriceBridge {
  const price = logRatio(after.btcPriceUsd, before.btcPriceUsd);
  const reward = logRatio(after.blockRewardBtc, before.blockRewardBtc);
  const difficulty = -logRatio(after.difficulty, before.difficulty);
  const mean = logMean(hashprice(after), hashprice(before));
  return { btcPriceUsd: mean * price, difficulty: mean * difficulty, blockRewardBtc: mean * reward };
}

/** The same with the block reward in its two parts, BTC per block. */
export interface HashpriceSources {
  readonly btcPriceUsd: number;
  readonly difficulty: number;
  readonly subsidyBtc: number;
  readonly feesBtc: number;
}

/**
 * Splits a change of hashprice by source: as hashpriceBridge, and the reward's contribution between subsidy and fees, each in proportion to
 * its own change: with r the reward, Λ ÷ L(r₁, r₀) · (part₁ − part₀), L the logarithmic mean.
 * @param before price, difficulty and reward above 0
 * @param after price, difficulty and reward above 0
 * @returns $/PH/day by source; the four add up to the change
 * Source: Ang 2004, LMDI of a sum within a product; formulas E10.
 */
export function hashpriceBridgeBySource(before: HashpriceSources, after: HashpriceSources): Readonly<Record<keyof HashpriceSources, number>> {
  const factors = ({ btcPriceUsd, difficulty, subsidyBtc, feesBtc }: HashpriceSources): HashpriceFactors => ({ btcPriceUsd, difficulty, blockRewardBtc: subsidyBtc + feesBtc });
  const [from, to] = [factors(before), factors(after)];
  const bridge = hashpriceBridge(from, to);
  const perBtc = logMean(hashprice(to), hashprice(from)) / logMean(to.blockRewardBtc, from.blockRewardBtc);
  return { btcPriceUsd: bridge.btcPriceUsd, difficulty: bridge.difficulty, subsidyBtc: perBtc * (after.subsidyBtc - before.subsidyBtc), feesBtc: perBtc * (after.feesBtc - before.feesBtc) };
}

function hashprice(at: HashpriceFactors): number {
  return hashpriceUsdPhDay(at.btcPriceUsd, at.difficulty, at.blockRewardBtc);
}

/** ln(a ÷ b), exact also where a and b are close. */
function logRatio(a: number, b: number): number {
  return Math.abs(a - b) < b / 2 ? Math.log1p((a - b) / b) : Math.log(a / b);
}

/** Logarithmic mean of two positive numbers: between them, and their common value where they are equal. */
function logMean(a: number, b: number): number {
  return a === b ? a : (a - b) / logRatio(a, b);
}
