import { HASHES_PER_DIFFICULTY, HASHES_PER_EH, TARGET_BLOCK_SECONDS } from "../units/constants";
import { excelSerial, isoDay } from "../units/dates";
import history from "./daily-history.json";
import { bitReader, integerCoder, type BitCoder } from "./packed-integers";

// The market day by day, packed by tools/market-data.mjs into a few KB, since functions.js carries it to every workbook.
// docs/decisions/market-history.md has the sizes and what was left out.

/** One UTC day. */
export interface MarketDay {
  /** ISO date */
  readonly date: string;
  /** last price of the day, within 0.1 % of the source */
  readonly btcPriceUsd: number;
  /** at the end of the day, to 6 digits */
  readonly difficulty: number;
  /** mean of seven days, within 0.5 % of the source: a single day's blocks say little, being 8 % off by chance */
  readonly hashrateEhs: number;
  /** mean of the day's blocks, within 5.5 % of the source */
  readonly feesBtcPerBlock: number;
}

/** Ratio between neighboring values of each column: half of it is the largest error. */
const STEP = { price: 1.002, difficulty: 1.000001, fees: 1.1, pace: 1.005 } as const;
/** Days between two adjustments, from which the packed ones are counted. */
const EPOCH_DAYS = 14;
const DAYS_PER_WEEK = 7;

/** What the packed file holds, column by column; index 0 is the first day of all. */
export interface DailyColumns {
  /** change by change: the day of it and the difficulty from then on */
  readonly difficulties: readonly (readonly [day: number, difficulty: number])[];
  /** day by day */
  readonly prices: readonly number[];
  /** day by day */
  readonly fees: readonly number[];
  /** week by week, the last one ending on the last day: hashrate ÷ what difficulty implies at 600 s a block */
  readonly paces: readonly number[];
}

/** The numbers of values in the packed text, which does not tell itself. */
export interface DailyCounts {
  readonly days: number;
  readonly adjustments: number;
}

/** Writes the columns, or reads them when none are given: one description of the format for both. */
export function codeDailyColumns(code: BitCoder, counts: DailyCounts, columns?: DailyColumns): DailyColumns {
  const ratios = (step: number): ((value?: number) => number) => {
    const change = integerCoder(code);
    let level = 0;
    return (value = 1) => {
      level += change(Math.round(Math.log(value) / Math.log(step)) - level);
      return Math.exp(level * Math.log(step));
    };
  };
  const list = <T>(length: number, each: (i: number) => T): T[] => Array.from({ length }, (_, i) => each(i));

  const gap = integerCoder(code);
  const difficulty = ratios(STEP.difficulty);
  let day = 0;
  const difficulties = list(counts.adjustments, (i) => {
    const [at, value] = columns?.difficulties[i] ?? [];
    day += gap(at === undefined ? undefined : at - day - EPOCH_DAYS) + EPOCH_DAYS;
    return [day, difficulty(value)] as const;
  });
  const price = ratios(STEP.price);
  const prices = list(counts.days, (i) => price(columns?.prices[i]));
  const fee = ratios(STEP.fees);
  const fees = list(counts.days, (i) => fee(columns?.fees[i]));
  const pace = ratios(STEP.pace);
  const paces = list(weekOf(counts.days, 0) + 1, (i) => pace(columns?.paces[i]));
  return { difficulties, prices, fees, paces };
}

/** The week that a day falls in, counted back from the last one. */
export function weekOf(days: number, day: number): number {
  return Math.floor((days - 1 - day) / DAYS_PER_WEEK);
}

let cache: readonly MarketDay[] | undefined;

/** Every day of the history, oldest first. Unpacked on first use, in about 40 ms. */
export function marketDays(): readonly MarketDay[] {
  return (cache ??= unpack());
}

function unpack(): readonly MarketDay[] {
  const { days, packed } = history;
  const first = excelSerial(history.firstDay);
  const { difficulties, prices, fees, paces } = codeDailyColumns(bitReader(packed), history);
  const difficultyOn: number[] = [];
  difficulties.forEach(([from, value], i) => {
    for (let day = from; day < (difficulties[i + 1]?.[0] ?? days); day++) difficultyOn.push(digits(value, 6));
  });
  const hashrates = paces.map((pace, week) => {
    const end = days - week * DAYS_PER_WEEK;
    return digits(pace * impliedHashrateEhs(difficultyOn.slice(Math.max(0, end - DAYS_PER_WEEK), end)), 4);
  });
  return difficultyOn.map((difficulty, day) => ({
    date: isoDay(first + day),
    btcPriceUsd: digits(prices[day]!, 5),
    difficulty,
    hashrateEhs: hashrates[weekOf(days, day)]!,
    feesBtcPerBlock: digits(fees[day]!, 3),
  }));
}

/** Mean hashrate at which blocks arrive every 600 s, EH/s. */
export function impliedHashrateEhs(difficulties: readonly number[]): number {
  const mean = difficulties.reduce((sum, each) => sum + each, 0) / difficulties.length;
  return (mean * HASHES_PER_DIFFICULTY) / TARGET_BLOCK_SECONDS / HASHES_PER_EH;
}

/** As many digits as the data carry. It also makes the value the same on every engine, where exp is not. */
function digits(value: number, count: number): number {
  return Number(value.toPrecision(count));
}
