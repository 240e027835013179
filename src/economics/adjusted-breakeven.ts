import { TARGET_BLOCKS_PER_DAY } from "../units/constants";
import type { HashrateClass } from "./network-response";

/**
 * BTC price at which hashprice settles at a given level once every class that costs more has stopped and difficulty has
 * followed. At hashprice x the classes below x run, so the network's revenue is x · ΣK; revenue = price · reward · 144.
 * This solves hashprice(price) = x for the step stack, without a search since x is given.
 * @param hashpriceUsdPhDay the level, $/PH/day: for a breakeven its hashcost ÷ (1 − pool fee)
 * @param inflexibleShare share of each class that runs at any hashprice, 0 to 1
 * @returns $/BTC; 0 where no class runs below the level, so that no price pushes hashprice below it. Source: formulas E3.
 */
export function btcPriceAfterResponseUsd(hashpriceUsdPhDay: number, blockRewardBtc: number, classes: readonly HashrateClass[], inflexibleShare: number): number {
  const runningPhs = classes.reduce((sum, each) => sum + each.capacityPhs * (each.hashcostUsdPhDay < hashpriceUsdPhDay ? 1 : inflexibleShare), 0);
  return (hashpriceUsdPhDay * runningPhs) / (blockRewardBtc * TARGET_BLOCKS_PER_DAY);
}
