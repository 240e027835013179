import { HOURS_PER_YEAR, KW_PER_MW } from "../units/constants";
import { breakevenPowerPriceUsdKwh } from "./breakeven";

/** A year's average month: 8,760 h ÷ 12. */
const HOURS_PER_MONTH = 730;

/**
 * Wholesale power price above which it pays to stop, $/kWh = h(1 − fee) ÷ (24 · efficiency · PUE) − adders.
 * @param addersUsdKwh what each kWh drawn costs on top of the wholesale price: delivery, losses, taxes
 * Source: formulas E7.
 */
export function strikePriceUsdKwh(hashpriceUsdPhDay: number, efficiencyJth: number, poolFee: number, pue: number, addersUsdKwh: number): number {
  return breakevenPowerPriceUsdKwh({ hashpriceUsdPhDay, efficiencyJth, poolFee, pue, otherUsdPhDay: 0 }) - addersUsdKwh;
}

/** Power price after credits, $/kWh = (bill − credits) ÷ kWh; negative where the credits exceed the bill. */
export function netPowerPriceUsdKwh(billUsd: number, creditsUsd: number, kwh: number): number {
  return (billUsd - creditsUsd) / kwh;
}

/** What an all-in power price is made of. */
export interface PowerTariff {
  /** $/kWh */
  readonly energyUsdKwh: number;
  /** charge on the month's highest draw, $/kW-month */
  readonly demandUsdKwMonth: number;
  /** average draw ÷ highest draw, above 0 up to 1 */
  readonly loadFactor: number;
  /** delivery by volume, $/kWh */
  readonly deliveryUsdKwh: number;
  /** charge on the draw in the grid's coincident peaks, $/kW-year */
  readonly coincidentPeakUsdKwYear: number;
  /** share of the coincident peaks in which the site draws */
  readonly coincidentPeakShare: number;
}

/** Energy, demand, delivery and coincident-peak charge in one price, $/kWh = energy + demand ÷ (730·LF) + delivery + cp·share ÷ (8,760·LF). Source: formulas E7. */
export function allInPowerPriceUsdKwh(tariff: PowerTariff): number {
  return (
    tariff.energyUsdKwh +
    tariff.demandUsdKwMonth / (HOURS_PER_MONTH * tariff.loadFactor) +
    tariff.deliveryUsdKwh +
    (tariff.coincidentPeakUsdKwYear * tariff.coincidentPeakShare) / (HOURS_PER_YEAR * tariff.loadFactor)
  );
}

/**
 * Mean of prices weighted by the energy drawn at each, in the unit of the prices.
 * @param hours hours at each price
 * @param load average draw at each price, any unit; the same everywhere when left out
 * @returns NaN where nothing is drawn at all
 */
export function loadWeightedPrice(prices: readonly number[], hours: readonly number[], load?: readonly number[]): number {
  let cost = 0;
  let energy = 0;
  prices.forEach((price, i) => {
    const drawn = hours[i]! * (load?.[i] ?? 1);
    cost += price * drawn;
    energy += drawn;
  });
  return cost / energy;
}

/** A site that stops in the hours in which the grid may peak. */
export interface PeakAvoidance {
  /** MW at the meter */
  readonly siteMw: number;
  /** $/kW-year when the site draws in every peak */
  readonly rateUsdKwYear: number;
  /** peaks of the year; ERCOT counts four */
  readonly peaks: number;
  /** of them, peaks in which the site stood still */
  readonly peaksHit: number;
  /** all hours in which it stood still, hit or not */
  readonly hoursOff: number;
}

/**
 * What stopping in the grid's coincident peaks saves in a year, $ = rate · kW · hits ÷ peaks − hours off · kW · (breakeven power price − power price).
 * @param earnedUsdKwh net revenue per kWh drawn at the meter: the breakeven power price
 * Source: formulas E7.
 */
export function coincidentPeakSavingUsd(site: PeakAvoidance, earnedUsdKwh: number, powerPriceUsdKwh: number): number {
  const kw = site.siteMw * KW_PER_MW;
  return (site.rateUsdKwYear * kw * site.peaksHit) / site.peaks - site.hoursOff * kw * (earnedUsdKwh - powerPriceUsdKwh);
}
