import { DAYS_PER_MONTH, HASHES_PER_DIFFICULTY, HASHES_PER_PH, SECONDS_PER_DAY, TARGET_BLOCKS_PER_DAY } from "../units/constants";
import { nextHalvingHeight } from "./difficulty-adjustment";
import { hashpriceUsdPhDay, subsidyBtc } from "./network";

/** Blocks of a month when they arrive as the protocol aims: 4,383. */
const TARGET_BLOCKS_PER_MONTH = DAYS_PER_MONTH * TARGET_BLOCKS_PER_DAY;

/**
 * Share of consecutive blocks that pay the subsidy of the first one; below 1 where a halving falls between them.
 * @param firstHeight height of the first block
 * @param blocks number of blocks, 0 to 210,000
 */
export function shareBeforeHalving(firstHeight: number, blocks: number): number {
  return blocks === 0 ? 1 : Math.min(blocks, nextHalvingHeight(firstHeight) - firstHeight) / blocks;
}

/**
 * Mean subsidy of consecutive blocks, weighted by blocks where a halving falls between them.
 * @param firstHeight height of the first block
 * @param blocks number of blocks, 0 to 210,000
 * @returns BTC per block
 */
export function meanSubsidyBtc(firstHeight: number, blocks: number): number {
  const before = shareBeforeHalving(firstHeight, blocks);
  return subsidyBtc(firstHeight) * before + subsidyBtc(nextHalvingHeight(firstHeight)) * (1 - before);
}

/** One month of a market path. */
export interface MarketMonth {
  /** from 1 */
  readonly month: number;
  readonly btcPriceUsd: number;
  readonly difficulty: number;
  /** mean subsidy of the month's blocks plus fees, BTC per block */
  readonly blockRewardBtc: number;
  readonly hashpriceUsdPhDay: number;
}

/** Where a market path starts. */
export interface MarketStart {
  readonly btcPriceUsd: number;
  readonly difficulty: number;
  /** height at which month 1 begins */
  readonly height: number;
  /** BTC per block, the same in every month */
  readonly feesBtc: number;
}

/**
 * Hashprice by month. Price and difficulty hold their first value in month 1 and then grow by their monthly rate; a month
 * has 4,383 blocks, and its subsidy is the mean of its blocks (formulas E1).
 * @param months whole number
 * @param priceGrowth growth of the BTC price from month to month, a fraction
 * @param difficultyGrowth growth of the difficulty from month to month, a fraction
 */
export function hashpricePath(months: number, start: MarketStart, priceGrowth: number, difficultyGrowth: number): MarketMonth[] {
  return Array.from({ length: months }, (_, grown): MarketMonth => {
    const btcPriceUsd = start.btcPriceUsd * (1 + priceGrowth) ** grown;
    const difficulty = start.difficulty * (1 + difficultyGrowth) ** grown;
    const blockRewardBtc = meanSubsidyBtc(start.height + grown * TARGET_BLOCKS_PER_MONTH, TARGET_BLOCKS_PER_MONTH) + start.feesBtc;
    return { month: grown + 1, btcPriceUsd, difficulty, blockRewardBtc, hashpriceUsdPhDay: hashpriceUsdPhDay(btcPriceUsd, difficulty, blockRewardBtc) };
  });
}

/**
 * Expected hashprice where its logarithm returns to a mean (Ornstein-Uhlenbeck): exp(θ + (ln h₀ − θ)·e^(−κT) + v ÷ 2) with
 * θ = ln mean and v = σ²(1 − e^(−2κT)) ÷ (2κ) (formulas E5).
 * @param todayUsdPhDay hashprice today, $/PH/day
 * @param meanUsdPhDay level it returns to, $/PH/day
 * @param kappa speed of return a year, above 0
 * @param sigma volatility a year
 * @returns $/PH/day
 */
export function forwardHashpriceUsdPhDay(todayUsdPhDay: number, meanUsdPhDay: number, kappa: number, sigma: number, years: number): number {
  const halfVariance = (sigma * sigma * -Math.expm1(-2 * kappa * years)) / (4 * kappa);
  return meanUsdPhDay * Math.exp(Math.log(todayUsdPhDay / meanUsdPhDay) * Math.exp(-kappa * years) + halfVariance);
}

/**
 * Difficulty at which 1 PH/s earns a forward price: reward · 86,400 · 10^15 ÷ (2^32 · forward).
 * @param forwardBtcPhDay forward hashprice, BTC/PH/day
 */
export function impliedDifficulty(forwardBtcPhDay: number, blockRewardBtc: number): number {
  return (blockRewardBtc * SECONDS_PER_DAY * HASHES_PER_PH) / (HASHES_PER_DIFFICULTY * forwardBtcPhDay);
}

/** What the seller of a hashprice forward gets, $ = (contract − settlement) · PH/s · days; the buyer gets its negative. */
export function forwardSellerUsd(contractUsdPhDay: number, settlementUsdPhDay: number, hashratePhs: number, days: number): number {
  return (contractUsdPhDay - settlementUsdPhDay) * hashratePhs * days;
}
