import { KW_PER_MW } from "../units/constants";

/** What the site's power contract makes of an hour in which it stands still. */
export type PowerContract =
  /** Pays the hourly price, and only for what it draws. */
  | "index"
  /** Pays for the energy whether it draws it or not, and cannot sell it. */
  | "fixed"
  /** Pays for the energy whether it draws it or not, and sells at the hourly price what it does not draw. */
  | "fixed-resale";

/** A site over a row of hours. */
export interface CurtailmentCase {
  /** hourly wholesale price, $/kWh */
  readonly pricesUsdKwh: readonly number[];
  /** net revenue per kWh drawn at the meter, $/kWh: hashprice · (1 − fee) ÷ (24 · efficiency · PUE) */
  readonly earnedUsdKwh: number;
  /** cost of each kWh drawn on top of the energy, $/kWh */
  readonly addersUsdKwh: number;
  /** paid for each kWh not drawn while standing still, $/kWh */
  readonly demandResponseUsdKwh: number;
  /** MW at the meter */
  readonly siteMw: number;
  readonly contract: PowerContract;
  /** price of a fixed contract, $/kWh; undefined values its energy at the hourly price */
  readonly contractPriceUsdKwh?: number | undefined;
  /** once stopped the site stands still for at least so many hours */
  readonly minHoursOff: number;
  /** cost of each start of the site, $ */
  readonly startCostUsd: number;
}

/** What curtailment does to the site over the hours. */
export interface CurtailmentOutcome {
  /** share of the hours in which the site runs */
  readonly uptime: number;
  /** mean hourly price while it runs, $/kWh; undefined where it never runs */
  readonly onPriceUsdKwh: number | undefined;
  readonly marginAlwaysOnUsd: number;
  readonly marginCurtailedUsd: number;
  /** starts after a stop within the hours */
  readonly starts: number;
}

/**
 * Runs a site that stops in every hour in which the energy it would draw is worth more than what it mines, and goes on
 * after `minHoursOff` as soon as that no longer holds. It does not look ahead.
 * Stop if energy + adders + demand response > earned, where energy is the hourly price, or nothing where it is paid for
 * anyway and cannot be sold.
 * @returns margins over all hours, $. Source: formulas E7.
 */
export function curtail(site: CurtailmentCase): CurtailmentOutcome {
  const kwhPerHour = site.siteMw * KW_PER_MW;
  const hours = site.pricesUsdKwh.length;
  const runningUsdKwh = site.earnedUsdKwh - site.addersUsdKwh;
  let hoursOn = 0;
  let onPriceSum = 0;
  let alwaysOn = 0;
  let curtailed = 0;
  let starts = 0;
  let hoursOff = 0;
  for (const price of site.pricesUsdKwh) {
    const freedUsdKwh = site.contract === "fixed" ? 0 : price;
    const paidUsdKwh = site.contract === "index" ? price : (site.contractPriceUsdKwh ?? price);
    const onUsdKwh = runningUsdKwh - paidUsdKwh;
    alwaysOn += onUsdKwh;
    const resting = hoursOff > 0 && hoursOff < site.minHoursOff;
    if (resting || freedUsdKwh + site.demandResponseUsdKwh > runningUsdKwh) {
      hoursOff++;
      curtailed += freedUsdKwh - paidUsdKwh + site.demandResponseUsdKwh;
      continue;
    }
    if (hoursOff > 0) starts++;
    hoursOff = 0;
    hoursOn++;
    onPriceSum += price;
    curtailed += onUsdKwh;
  }
  return {
    uptime: hoursOn / hours,
    onPriceUsdKwh: hoursOn === 0 ? undefined : onPriceSum / hoursOn,
    marginAlwaysOnUsd: alwaysOn * kwhPerHour,
    marginCurtailedUsd: curtailed * kwhPerHour - starts * site.startCostUsd,
    starts,
  };
}
