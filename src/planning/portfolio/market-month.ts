/** One calendar month of the plan and its market. */
export interface MarketMonth {
  /** from 1 */
  readonly month: number;
  /** Excel serials; the month ends where the next one begins */
  readonly start: number;
  readonly end: number;
  readonly days: number;
  /** blocks found in the month */
  readonly blocks: number;
  /** height of the month's first block */
  readonly firstHeight: number;
  readonly btcPriceUsd: number;
  readonly feesBtcPerBlock: number;
  /** mean subsidy of the month's blocks, BTC per block */
  readonly subsidyBtc: number;
  /** subsidy and fees, BTC per block */
  readonly blockRewardBtc: number;
  /** the one difficulty that gives the month's hashprice from its price and block reward: where difficulty changes inside the month, its mean */
  readonly difficulty: number;
  /** at the end of the month */
  readonly difficultyEnd: number;
  /** mean of the month, EH/s */
  readonly hashrateEhs: number;
  /** mean of the month, before any pool fee, $/PH/day */
  readonly hashpriceUsdPhDay: number;
}

/** What a month has of its own, whatever the network does. */
export type MonthFrame = Pick<MarketMonth, "month" | "start" | "end" | "days" | "btcPriceUsd" | "feesBtcPerBlock">;
