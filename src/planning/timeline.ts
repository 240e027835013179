import { hashpriceUsdPhDay } from "../economics/network";
import { meanSubsidyBtc, shareBeforeHalving } from "../economics/projection";
import { TARGET_BLOCKS_PER_DAY } from "../units/constants";
import { addMonths, excelSerial } from "../units/dates";
import type { HorizonInputs, MarketInputs } from "./scenario-inputs";

/** One calendar month of the plan and its market. Month 0 is the start itself: no days, today's market. */
export interface TimelineMonth {
  readonly month: number;
  /** Excel serials; the month ends where the next one begins */
  readonly start: number;
  readonly end: number;
  readonly days: number;
  readonly blocks: number;
  /** height of the month's first block */
  readonly firstHeight: number;
  /** share of the month's blocks that pay the subsidy of its first block; below 1 in a month with a halving */
  readonly shareBeforeHalving: number;
  /** mean subsidy of the month's blocks, BTC per block */
  readonly subsidyBtc: number;
  readonly btcPriceUsd: number;
  readonly difficulty: number;
  /** before the pool fee, $/PH/day */
  readonly hashpriceUsdPhDay: number;
}

/**
 * The months of a plan, 0 to `horizon.months`. Month m starts m − 1 calendar months after the market date; price and
 * difficulty hold their snapshot value in month 1 and then grow by their monthly rate. Blocks come as the protocol aims
 * (144 a day), so a halving falls where the height reaches a multiple of 210,000, and the two subsidies of that
 * month are weighted by blocks (formulas E1).
 */
export function timeline(market: MarketInputs, horizon: HorizonInputs): TimelineMonth[] {
  const snapshot = excelSerial(market.date);
  return Array.from({ length: horizon.months + 1 }, (_, month): TimelineMonth => {
    const periodsGrown = Math.max(0, month - 1);
    const start = addMonths(snapshot, periodsGrown);
    const end = addMonths(snapshot, month);
    const blocks = (end - start) * TARGET_BLOCKS_PER_DAY;
    const firstHeight = market.height + 1 + (start - snapshot) * TARGET_BLOCKS_PER_DAY;
    const subsidy = meanSubsidyBtc(firstHeight, blocks);
    const btcPriceUsd = market.btcPriceUsd * (1 + horizon.priceGrowthMonthly) ** periodsGrown;
    const difficulty = market.difficulty * (1 + horizon.difficultyGrowthMonthly) ** periodsGrown;
    return {
      month, start, end, days: end - start, blocks, firstHeight, shareBeforeHalving: shareBeforeHalving(firstHeight, blocks), subsidyBtc: subsidy, btcPriceUsd, difficulty,
      hashpriceUsdPhDay: hashpriceUsdPhDay(btcPriceUsd, difficulty, subsidy + market.feesBtcPerBlock),
    };
  });
}
