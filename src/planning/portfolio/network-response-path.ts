import { hashpriceUsdPhDay, networkHashrateEhs, subsidyBtc } from "../../economics/network";
import { earlierOrders, playNetwork, runningClasses, type NetworkBehavior, type NetworkStart, type Retarget } from "../../economics/network-dynamics";
import { impliedDifficulty, meanSubsidyBtc } from "../../economics/projection";
import { BLOCKS_PER_EPOCH, TARGET_BLOCKS_PER_DAY } from "../../units/constants";
import type { MarketStart, NetworkResponse } from "./document";
import type { MarketMonth, MonthFrame } from "./market-month";

/**
 * Months of a market whose difficulty follows from its price. The network starts with the hashrate that the starting difficulty
 * is made for, spread over the merit order, and with the orders that the starting hashprice, had it ruled for the lead time, would have left.
 */
export function networkResponsePath(start: MarketStart, response: NetworkResponse, frames: readonly MonthFrame[]): { readonly months: MarketMonth[]; readonly retargets: readonly Retarget[] } {
  const today = hashpriceUsdPhDay(start.btcPriceUsd, start.difficulty, subsidyBtc(start.height + 1) + start.feesBtcPerBlock);
  const behavior = networkBehavior(response, today);
  const first = frames[0]!.start;
  const frameOn = (day: number): MonthFrame => frames.find((frame) => first + day < frame.end) ?? frames.at(-1)!;
  const { periods, retargets } = playNetwork(
    behavior,
    networkStart(start, response, behavior, () => today),
    { btcPriceUsd: (day) => frameOn(day).btcPriceUsd, feesBtc: (day) => frameOn(day).feesBtcPerBlock, availableShare: () => 1 },
    frames.map((frame) => frame.end - first),
  );
  const months = periods.map(({ blocks, firstHeight, hashpriceUsdPhDay: hashprice, hashrateEhs, difficulty }, i): MarketMonth => {
    const frame = frames[i]!;
    const subsidy = meanSubsidyBtc(firstHeight, blocks);
    const blockRewardBtc = subsidy + frame.feesBtcPerBlock;
    return {
      ...frame, blocks, firstHeight, subsidyBtc: subsidy, blockRewardBtc, hashrateEhs, hashpriceUsdPhDay: hashprice,
      difficulty: impliedDifficulty(hashprice / frame.btcPriceUsd, blockRewardBtc),
      difficultyEnd: difficulty,
    };
  });
  return { months, retargets };
}

/** The owners of a network response. @param referenceHashprice at which new machines have the price given, $/PH/day */
export function networkBehavior(response: NetworkResponse, referenceHashprice: number): NetworkBehavior {
  const { powerMedianUsdKwh, powerSigma, poolFee, inflexibleShare, stopBand, restartBand, stopDays, restartDays, scrapShareMonth, orders } = response;
  return {
    cost: { powerMedianUsdKwh, powerSigma, poolFee, inflexibleShare },
    stopBand, restartBand, stopDays, restartDays, scrapShareMonth,
    orders: { ...orders, referenceHashpriceUsdPhDay: referenceHashprice },
  };
}

/** The network on the market date. @param hashpriceBefore $/PH/day by day before it, counted negative: what earlier orders were placed on */
export function networkStart(start: Pick<MarketStart, "btcPriceUsd" | "difficulty" | "feesBtcPerBlock" | "height">, response: NetworkResponse, behavior: NetworkBehavior, hashpriceBefore: (day: number) => number): NetworkStart {
  const height = start.height + 1;
  const hashprice = hashpriceUsdPhDay(start.btcPriceUsd, start.difficulty, subsidyBtc(height) + start.feesBtcPerBlock);
  const stack = response.stack.map((each) => ({ efficiencyJth: each.efficiencyJth, hashrateEhs: each.hashrateShare }));
  const classes = runningClasses(stack, behavior.cost, hashprice, networkHashrateEhs(start.difficulty));
  const installedEhs = classes.reduce((sum, each) => sum + each.hashrateEhs, 0);
  return {
    difficulty: start.difficulty,
    height,
    epochDays: response.epochDays ?? (height % BLOCKS_PER_EPOCH) / TARGET_BLOCKS_PER_DAY,
    classes,
    deliveries: earlierOrders(behavior.orders, behavior.cost, installedEhs, hashpriceBefore),
  };
}
