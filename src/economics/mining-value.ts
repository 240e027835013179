import { DAYS_PER_YEAR } from "../units/constants";
import { NotAvailableError } from "../units/errors";
import { bisect } from "./roots";

// What 1 PH/s is worth while hashprice falls at a steady rate and running cost stays (formulas E6, E8).
// Inside, rates are continuous: an effective annual rate R is ln(1 + R), an annual decline d is g = −ln(1 − d).

/** Margin of 1 PH/s over time: hashprice · e^(−g·t) − hashcost. */
export interface DecliningMargin {
  /** today, after any pool fee, $/PH/day */
  readonly hashpriceUsdPhDay: number;
  readonly hashcostUsdPhDay: number;
  /** continuous rate g at which hashprice falls a year; negative when it rises */
  readonly declineRate: number;
}

/** Continuous rate of an effective annual rate above −1: ln(1 + rate). */
export function continuousRate(effectiveAnnualRate: number): number {
  return Math.log1p(effectiveAnnualRate);
}

/** Continuous rate of decline, g = −ln(1 − share), of a hashprice that loses a share below 1 of itself in a year. */
export function continuousDecline(annualDecline: number): number {
  return -Math.log1p(-annualDecline);
}

/** ∫ e^(−rate·t) dt between two times: what 1 a year is worth at continuous discount. */
function annuity(rate: number, from: number, to: number): number {
  const x = rate * (to - from);
  return Math.exp(-rate * from) * (to - from) * (Math.abs(x) < 1e-15 ? 1 : -Math.expm1(-x) / x);
}

/** The years between now and `years` in which the margin is positive, or undefined where there are none. */
function yearsInTheBlack({ hashpriceUsdPhDay, hashcostUsdPhDay, declineRate }: DecliningMargin, years: number): readonly [from: number, to: number] | undefined {
  if (hashcostUsdPhDay <= 0) return [0, years];
  if (hashpriceUsdPhDay === 0) return undefined;
  const lnCover = Math.log(hashpriceUsdPhDay / hashcostUsdPhDay);
  const turn = declineRate === 0 ? Infinity : lnCover / declineRate;
  const [from, to] = declineRate < 0 ? [Math.max(0, turn), years] : [0, lnCover > 0 ? Math.min(years, turn) : 0];
  return from < to ? [from, to] : undefined;
}

/**
 * Present value of the margin of 1 PH/s, $/PH.
 * @param years life of the machine
 * @param discountRate continuous annual rate
 * @param canStop true: the machine runs only while the margin is positive; false: for all its life
 * Source: formulas E6, closed form.
 */
export function marginValueUsdPh(margin: DecliningMargin, years: number, discountRate: number, canStop: boolean): number {
  const running = canStop ? yearsInTheBlack(margin, years) : ([0, years] as const);
  if (!running) return 0;
  return DAYS_PER_YEAR * (margin.hashpriceUsdPhDay * annuity(discountRate + margin.declineRate, ...running) - margin.hashcostUsdPhDay * annuity(discountRate, ...running));
}

/**
 * Net present value of 1 PH/s, $/PH = value of the margin − capex + salvage · e^(−rT).
 * @param capexUsdPh price paid now, $/PH
 * @param salvageUsdPh what the machine sells for at the end of its life, $/PH
 */
export function miningNpvUsdPh(margin: DecliningMargin, capexUsdPh: number, years: number, discountRate: number, salvageUsdPh: number, canStop: boolean): number {
  return marginValueUsdPh(margin, years, discountRate, canStop) - capexUsdPh + salvageUsdPh * Math.exp(-discountRate * years);
}

/**
 * Days until the margins of 1 PH/s, undiscounted, add up to its price. They add up to M(t) = h(1 − e^(−gt)) ÷ g − c·t.
 * @param capexUsdPh $/PH, 0 or more
 * @throws NotAvailableError where they never do, with the most they add up to
 * Source: formulas E6.
 */
export function paybackDays(margin: DecliningMargin, capexUsdPh: number): number {
  const { hashpriceUsdPhDay, hashcostUsdPhDay, declineRate } = margin;
  const decline = declineRate / DAYS_PER_YEAR;
  const earnedUsd = (days: number): number => hashpriceUsdPhDay * annuity(decline, 0, days) - hashcostUsdPhDay * days;
  if (capexUsdPh === 0) return 0;
  if (decline === 0) {
    if (hashpriceUsdPhDay <= hashcostUsdPhDay) throw new NotAvailableError("It never pays back: hashprice is not above hashcost, and it does not rise.");
    return capexUsdPh / (hashpriceUsdPhDay - hashcostUsdPhDay);
  }
  const best = decline > 0 ? daysOfMostEarned(hashpriceUsdPhDay, hashcostUsdPhDay, decline) : Infinity;
  const mostUsd = best === Infinity ? limitUsd(hashpriceUsdPhDay, hashcostUsdPhDay, decline) : earnedUsd(best);
  if (mostUsd < capexUsdPh || (best === Infinity && mostUsd === capexUsdPh)) {
    throw new NotAvailableError(
      best === 0 ? "It never pays back: hashprice is not above hashcost."
      : `It never pays back: the margins add up to ${shown(mostUsd)} $/PH at most${best === Infinity ? "" : `, after ${shown(best)} days`}; capex_per_ph is ${shown(capexUsdPh)} $/PH.`,
    );
  }
  let enough = Math.min(best, 1);
  while (enough < best && earnedUsd(enough) < capexUsdPh) enough = Math.min(best, enough * 2);
  if (enough === Infinity) throw new NotAvailableError("It never pays back within any time that can be counted.");
  return bisect((days) => earnedUsd(days) - capexUsdPh, 0, enough);
}

/** Days after which a falling hashprice no longer covers the cost: 0 when it does not today, infinity when there is no cost. */
function daysOfMostEarned(hashpriceUsdPhDay: number, hashcostUsdPhDay: number, declineDay: number): number {
  if (hashcostUsdPhDay <= 0) return Infinity;
  return hashpriceUsdPhDay <= hashcostUsdPhDay ? 0 : Math.log(hashpriceUsdPhDay / hashcostUsdPhDay) / declineDay;
}

/** What the margins add up to in the very long run, where they never turn negative for good. */
function limitUsd(hashpriceUsdPhDay: number, hashcostUsdPhDay: number, declineDay: number): number {
  if (hashcostUsdPhDay < 0 || (declineDay < 0 && hashpriceUsdPhDay > 0)) return Infinity;
  return declineDay > 0 ? hashpriceUsdPhDay / declineDay : 0;
}

function shown(value: number): string {
  return value.toLocaleString("en-US", { maximumSignificantDigits: 6 });
}
