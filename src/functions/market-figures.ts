import { subsidyOnDayBtc } from "../economics/halving-history";
import { hashpriceUsdPhDay } from "../economics/network";
import { marketDays, type MarketDay } from "../market/daily-history";
import { excelSerial } from "../units/dates";
import { InputError, NotAvailableError } from "../units/errors";

// Figures of the embedded history for a day or a month, for MARKET and MARKETHISTORY.

/** Each figure with the tooltip that tells what it is. */
export const MARKET_FIELDS = {
  price: "$/BTC, last of the day; within 0.1 % of the source",
  difficulty: "at the end of the day, to 6 digits",
  hashrate: "EH/s, mean of the seven days around the day",
  fees: "BTC per block, mean of the day; within 5.5 %",
  hashprice: "$/PH/day from the day's price, difficulty, subsidy and fees",
} as const;

export type MarketField = keyof typeof MARKET_FIELDS;

const FIGURES: Readonly<Record<MarketField, (day: MarketDay) => number>> = {
  price: (day) => day.btcPriceUsd,
  difficulty: (day) => day.difficulty,
  hashrate: (day) => day.hashrateEhs,
  fees: (day) => day.feesBtcPerBlock,
  hashprice: (day) => hashpriceUsdPhDay(day.btcPriceUsd, day.difficulty, subsidyOnDayBtc(day.date) + day.feesBtcPerBlock),
};

/** The last day of the history: its vintage. */
export function historyEnd(): string {
  return marketDays().at(-1)!.date;
}

/**
 * One figure of a day, or its mean over the days of a month.
 * @param date ISO day, or year and month
 * @throws NotAvailableError outside the history, with its first and last day; InputError where the calendar has no such day
 */
export function marketFigure(field: MarketField, date: string): number {
  const days = daysBetween(date, date);
  if (days.length === 0) throw new NotAvailableError(outside(date));
  return meanFigure(field, days);
}

/** The mean of a figure over days. */
export function meanFigure(field: MarketField, days: readonly MarketDay[]): number {
  return days.reduce((sum, day) => sum + FIGURES[field](day), 0) / days.length;
}

/** The sentence for a date that the history lacks. */
export function outside(date: string): string {
  return `The history goes from ${marketDays()[0]!.date} to ${historyEnd()}; it has nothing for ${date}.`;
}

/**
 * The days of the history from one date to another, both included; a month stands for all its days.
 * @throws InputError where the calendar has no such day
 */
export function daysBetween(from: string, to: string): readonly MarketDay[] {
  const days = marketDays();
  const zero = excelSerial(days[0]!.date);
  const start = excelSerial(from.length === 7 ? `${from}-01` : from) - zero;
  const end = (to.length === 7 ? excelSerial(`${nextMonth(to)}-01`) - 1 : excelSerial(to)) - zero;
  if (Number.isNaN(start + end)) throw new InputError(`${Number.isNaN(start) ? from : to} is no day of the calendar.`);
  return days.slice(Math.max(0, start), Math.max(0, end + 1));
}

function nextMonth(month: string): string {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
}
