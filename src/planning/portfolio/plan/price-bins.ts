import { FIRST_EXCEL_DATE, isoDay } from "../../../units/dates";
import { HOURS_PER_DAY } from "../../../units/constants";
import type { TariffPeriod } from "../document";

// A month's hourly prices as a table of bins: what share of its hours costs how much.

/** Bins of an hourly series in a month. */
const BIN_COUNT = 40;
const HOURS_OF_COMMON_YEAR = 8760;
/** Days before each month in a common year. */
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const FEBRUARY = 2;
/** Days; what a month's first day is multiplied by, so that the days fit in beside it. */
const LONGER_THAN_MONTHS = 64;
const DAYS_PER_WEEK = 7;

export interface PriceBins {
  /** of the month's hours; they add up to 1 */
  readonly shares: Float64Array;
  readonly pricesUsdKwh: Float64Array;
}

/**
 * The hourly prices of the days from `start` up to `end`, each read at the same day of the series' year; 29 February reads
 * 28 February where the series has none.
 * @param valuesUsdKwh 8,760 or 8,784 prices from 1 January, $/kWh
 * @param start @param end Excel serials
 */
export function hourlyPrices(valuesUsdKwh: readonly number[], start: number, end: number): Float64Array {
  const hours = new Float64Array((end - start) * HOURS_PER_DAY);
  for (let serial = start, at = 0; serial < end; serial++) {
    const first = dayOfSeries(serial, valuesUsdKwh.length > HOURS_OF_COMMON_YEAR) * HOURS_PER_DAY;
    for (let hour = 0; hour < HOURS_PER_DAY; hour++) hours[at++] = valuesUsdKwh[first + hour]!;
  }
  return hours;
}

const cache = new WeakMap<readonly number[], Map<number, PriceBins>>();

/** The hours of a series in a month, sorted and cut into bins of equal numbers of hours, each with its mean price. */
export function seriesBins(valuesUsdKwh: readonly number[], start: number, end: number): PriceBins {
  let months = cache.get(valuesUsdKwh);
  if (!months) cache.set(valuesUsdKwh, (months = new Map<number, PriceBins>()));
  const key = start * LONGER_THAN_MONTHS + end - start;
  const known = months.get(key);
  if (known) return known;
  const bins = binsOf(hourlyPrices(valuesUsdKwh, start, end).sort());
  months.set(key, bins);
  return bins;
}

/** Every hour of the month as a bin of its own, in the order of time. */
export function hourlyBins(valuesUsdKwh: readonly number[], start: number, end: number): PriceBins {
  const pricesUsdKwh = hourlyPrices(valuesUsdKwh, start, end);
  return { pricesUsdKwh, shares: new Float64Array(pricesUsdKwh.length).fill(1 / pricesUsdKwh.length) };
}

function binsOf(sorted: Float64Array): PriceBins {
  const shares = new Float64Array(BIN_COUNT);
  const prices = new Float64Array(BIN_COUNT);
  for (let bin = 0; bin < BIN_COUNT; bin++) {
    const from = Math.floor((bin * sorted.length) / BIN_COUNT);
    const to = Math.floor(((bin + 1) * sorted.length) / BIN_COUNT);
    let sum = 0;
    for (let i = from; i < to; i++) sum += sorted[i]!;
    shares[bin] = (to - from) / sorted.length;
    prices[bin] = sum / (to - from);
  }
  return { shares, pricesUsdKwh: prices };
}

/** Share of a month's hours in each period of a tariff, and last the share of the other hours. */
export function periodShares(periods: readonly TariffPeriod[], start: number, end: number): Float64Array {
  const shares = new Float64Array(periods.length + 1);
  for (let serial = start; serial < end; serial++) {
    const month = Number(isoDay(serial).slice(5, 7));
    const weekday = (serial - FIRST_EXCEL_DATE + 4) % DAYS_PER_WEEK; // 1 March 1900 was a Thursday; 0 is Sunday
    const days = weekday === 0 || weekday === DAYS_PER_WEEK - 1 ? "weekends" : "weekdays";
    periods.forEach((period, i) => {
      if (period.months.includes(month) && (period.days === "all" || period.days === days)) shares[i]! += period.toHour - period.fromHour;
    });
  }
  const hours = (end - start) * HOURS_PER_DAY;
  let others = 1;
  for (let i = 0; i < periods.length; i++) others -= shares[i]! /= hours;
  // What rounding leaves is no hour.
  shares[periods.length] = Math.round(others * hours) / hours;
  return shares;
}

/** Day of the series' year that stands for a day, counted from 0. */
function dayOfSeries(serial: number, leap: boolean): number {
  const [, month, day] = isoDay(serial).split("-").map(Number) as [number, number, number];
  if (month === FEBRUARY && day === 29 && !leap) return DAYS_BEFORE_MONTH[FEBRUARY - 1]! + 27;
  return DAYS_BEFORE_MONTH[month - 1]! + (leap && month > FEBRUARY ? 1 : 0) + day - 1;
}
