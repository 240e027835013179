import { HOURS_PER_DAY, W_PER_KW } from "../units/constants";

/**
 * Bill of a hosted fleet, $ = units · W · 24 · days ÷ 1,000 · rate + share · max(0, profit).
 * @param billedW watts that the host bills for one machine: metered, or nameplate, or nameplate with a surcharge
 * @param rateUsdKwh hosting rate, $/kWh
 * @param profitShare host's share of the profit, 0 to 1
 * @param profitUsd profit of the time that is shared, $; a loss is not shared
 * Source: the function table B 54.
 */
export function hostingBillUsd(units: number, billedW: number, days: number, rateUsdKwh: number, profitShare: number, profitUsd: number): number {
  return ((units * billedW * HOURS_PER_DAY * days) / W_PER_KW) * rateUsdKwh + profitShare * Math.max(0, profitUsd);
}

/**
 * Price of a machine in place = price · (1 + duty) + freight + installation, all in $ of the same quantity (a machine, or a TH/s).
 * @param duty customs duty as a fraction of the price
 * Source: the function table B 55.
 */
export function landedCostUsd(priceUsd: number, duty: number, freightUsd: number, installUsd: number): number {
  return priceUsd * (1 + duty) + freightUsd + installUsd;
}
