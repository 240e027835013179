import { BLOCKS_PER_EPOCH, DAYS_PER_MONTH, TARGET_BLOCKS_PER_DAY } from "../units/constants";
import { nextHalvingHeight, retargetedDifficulty } from "./difficulty-adjustment";
import { hashpriceUsdPhDay, subsidyBtc } from "./network";
import { normalQuantile } from "./normal";
import { portableExp, portableLn } from "./portable-math";
import type { MarketStart } from "./projection";
import { quantiles } from "./quantiles";
import { seededRandom, type RandomBits } from "./random";

// The market played forward from retarget to retarget (formulas E5, steps 1 to 3 and 5). Nothing but portable
// arithmetic: a seed gives the same bits on every machine.

// Bound once: looking up a global costs more than the operation where scripts run in a sandbox.
const { sqrt } = Math;

/** Twelve months are one year of price drift and volatility. */
const DAYS_PER_PRICE_YEAR = 12 * DAYS_PER_MONTH;
const TWO_TO_MINUS_32 = 2 ** -32;
/** Hashrate covers 63 % of the way to its target in this many days: the lag seen is one to six weeks. */
const RESPONSE_DAYS = 30;
/** Stands for the logarithm of no revenue at all. */
const LN_NOTHING = -700;

export interface SimulationInputs {
  /** whole number */
  readonly months: number;
  readonly start: MarketStart;
  /** expected growth of the BTC price a year, continuous */
  readonly priceDrift: number;
  /** volatility of the BTC price a year */
  readonly priceVolatility: number;
  /** d ln hashrate ÷ d ln network revenue, 0 to 1: the share of a revenue move that hashrate absorbs */
  readonly elasticity: number;
}

/** State at the end of each month, month 1 first. */
export interface SimulatedPath {
  readonly btcPriceUsd: Float64Array;
  readonly difficulty: Float64Array;
  readonly hashpriceUsdPhDay: Float64Array;
}

/** The path of a seed. */
export function simulatePath(inputs: SimulationInputs, seed: number): SimulatedPath {
  const path = emptyPath(inputs.months);
  play(inputs, firstBlock(inputs), seededRandom(seed), path);
  return path;
}

/**
 * Quantiles of hashprice at the end of each month over many paths; the first path is that of {@link simulatePath}.
 * @param paths whole number, 1 or more
 * @param shares each from 0 to 1
 * @returns a row of quantiles per month, $/PH/day
 */
export function hashpriceQuantiles(inputs: SimulationInputs, paths: number, seed: number, shares: readonly number[]): number[][] {
  const random = seededRandom(seed);
  const path = emptyPath(inputs.months);
  const byMonth = Array.from({ length: inputs.months }, () => new Float64Array(paths));
  const first = firstBlock(inputs);
  for (let i = 0; i < paths; i++) {
    play(inputs, first, random, path);
    for (let month = 0; month < inputs.months; month++) byMonth[month]![i] = path.hashpriceUsdPhDay[month]!;
  }
  return byMonth.map((values) => quantiles(values, shares));
}

function emptyPath(months: number): SimulatedPath {
  return { btcPriceUsd: new Float64Array(months), difficulty: new Float64Array(months), hashpriceUsdPhDay: new Float64Array(months) };
}

/** What follows from the height at which all paths start. */
interface FirstBlock {
  /** BTC per block */
  readonly reward: number;
  /** height of the next halving */
  readonly halving: number;
  /** height of the next retarget */
  readonly epochEnd: number;
}

function firstBlock({ start }: SimulationInputs): FirstBlock {
  return {
    reward: subsidyBtc(start.height) + start.feesBtc,
    halving: nextHalvingHeight(start.height),
    epochEnd: (Math.floor(start.height / BLOCKS_PER_EPOCH) + 1) * BLOCKS_PER_EPOCH,
  };
}

/**
 * Plays one path. An epoch's hashrate holds until its retarget and sets the pace of its blocks; at the retarget it moves
 * toward what the network's revenue supports. The price takes its lognormal steps at retargets and month ends, so that it is exact at both.
 */
function play({ months, start, priceDrift, priceVolatility, elasticity }: SimulationInputs, first: FirstBlock, random: RandomBits, path: SimulatedPath): void {
  const varianceDay = (priceVolatility * priceVolatility) / DAYS_PER_PRICE_YEAR;
  const driftDay = priceDrift / DAYS_PER_PRICE_YEAR - varianceDay / 2;
  let { reward, halving, epochEnd } = first;
  let height = start.height;
  let lnPrice = 0; // ln of the price over its start
  let lnReward = 0; // ln of the reward over its start
  let hashrate = 1; // over the hashrate that the first difficulty is made for
  let difficulty = 1; // over the first
  let blocksDay = TARGET_BLOCKS_PER_DAY;
  let epochDays = (height - epochEnd + BLOCKS_PER_EPOCH) / blocksDay;
  let daysToRetarget = (epochEnd - height) / blocksDay;

  for (let month = 0; month < months; month++) {
    for (let daysLeft = DAYS_PER_MONTH; daysLeft > 0; ) {
      const retargets = daysToRetarget <= daysLeft;
      const days = retargets ? daysToRetarget : daysLeft;
      daysLeft -= days;
      daysToRetarget -= days;
      epochDays += days;
      height = retargets ? epochEnd : height + days * blocksDay;
      if (height >= halving) {
        halving = nextHalvingHeight(height);
        reward = subsidyBtc(height) + start.feesBtc;
        lnReward = reward > 0 ? portableLn(reward / first.reward) : LN_NOTHING;
      }
      lnPrice += driftDay * days;
      if (varianceDay > 0) lnPrice += sqrt(varianceDay * days) * normalQuantile((random() + 0.5) * TWO_TO_MINUS_32);
      if (!retargets) continue;
      difficulty = retargetedDifficulty(difficulty, epochDays);
      if (elasticity > 0) hashrate += (portableExp(elasticity * (lnPrice + lnReward)) - hashrate) * (1 - portableExp(-epochDays / RESPONSE_DAYS));
      blocksDay = (TARGET_BLOCKS_PER_DAY * hashrate) / difficulty;
      daysToRetarget = BLOCKS_PER_EPOCH / blocksDay;
      epochEnd += BLOCKS_PER_EPOCH;
      epochDays = 0;
    }
    const btcPriceUsd = start.btcPriceUsd * portableExp(lnPrice);
    path.btcPriceUsd[month] = btcPriceUsd;
    path.difficulty[month] = start.difficulty * difficulty;
    path.hashpriceUsdPhDay[month] = hashpriceUsdPhDay(btcPriceUsd, start.difficulty * difficulty, reward);
  }
}
