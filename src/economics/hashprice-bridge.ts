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
