import { hashpriceUsdPhDay, subsidyBtc } from "../../src/economics/network";
import { playNetwork } from "../../src/economics/network-dynamics";
import { networkEpochs } from "../../src/market/market";
import { networkBehavior, networkStart } from "../../src/planning/portfolio/network-response-path";
import { ILLUSTRATIVE_NETWORK } from "../../src/planning/portfolio/named-scenarios";
import type { NetworkResponse } from "../../src/planning/portfolio/document";
import { csvRecords } from "../../src/units/csv-records";
import { excelSerial, isoDay } from "../../src/units/dates";
import dailyTable from "../../tools/data/market-daily.csv";

// The network model against history: it is given the price and the fees as they came, and the difficulty of the first day only.

/** A stretch of history and what the model is told about it. */
export interface Episode {
  readonly name: string;
  /** an adjustment lies on or next after it; the model starts there */
  readonly from: string;
  readonly to: string;
  /** mean of the network's installed machines; that of the illustrative network where left out */
  readonly meanEfficiencyJth?: number;
  /** that of the illustrative network where left out */
  readonly newMachine?: { readonly efficiencyJth: number; readonly priceUsdTh: number };
  /** share of the hashrate off the grid by day, joined by straight lines; none where there are no points */
  readonly outage: readonly (readonly [date: string, share: number])[];
  /** where what it is told comes from */
  readonly inputs: string;
}

/** A course of difficulty against the real one. Relative errors; a positive one is too high. */
export interface Errors {
  readonly end: number;
  /** mean of the sizes, day by day */
  readonly mean: number;
  /** the largest, with its sign */
  readonly worst: number;
}

export interface BackTest {
  readonly episode: Episode;
  readonly start: string;
  readonly days: number;
  readonly priceChange: number;
  readonly realChange: number;
  readonly modelChange: number;
  readonly model: Errors;
  /** difficulty stays as it is */
  readonly unchanged: Errors;
  /** difficulty goes on as in the 90 days before */
  readonly trend: Errors;
  readonly largestCut: { readonly real: number; readonly model: number };
  /** adjustments of the model */
  readonly retargets: readonly Adjustment[];
  readonly realAdjustments: readonly Adjustment[];
}

export interface Adjustment {
  readonly date: string;
  /** new difficulty ÷ old − 1 */
  readonly change: number;
}

interface Day {
  readonly btcPriceUsd: number;
  readonly difficulty: number;
  readonly feesBtc: number;
}

const TREND_DAYS = 90;

/** Mean J/TH of the illustrative network. */
export const ILLUSTRATIVE_JTH = ILLUSTRATIVE_NETWORK.stack.reduce((sum, each) => sum + each.efficiencyJth * each.hashrateShare, 0);

let history: ReadonlyMap<number, Day> | undefined;

/** Days of the data file by Excel serial; difficulty is that at the end of the day. */
function days(): ReadonlyMap<number, Day> {
  history ??= new Map(csvRecords(dailyTable).map((field) => [
    excelSerial(field("date_utc")),
    { btcPriceUsd: Number(field("price_usd_close")), difficulty: Number(field("difficulty_end_of_day")), feesBtc: Number(field("fees_btc_per_block")) },
  ]));
  return history;
}

function dayOn(serial: number): Day {
  const day = days().get(serial);
  if (!day) throw new Error(`No market data on ${isoDay(serial)}`);
  return day;
}

/** Plays an episode and measures it. */
export function backTest(episode: Episode): BackTest {
  const epoch = networkEpochs().find((each) => each.date >= episode.from)!;
  const [first, last] = [excelSerial(epoch.date), excelSerial(episode.to)];
  const response = responseOf(episode);
  const hashpriceOn = (serial: number): number => {
    const { btcPriceUsd, difficulty, feesBtc } = dayOn(serial);
    return hashpriceUsdPhDay(btcPriceUsd, difficulty, subsidyBtc(epoch.height + (serial - first) * 144) + feesBtc);
  };
  const behavior = networkBehavior(response, hashpriceOn(first));
  const market = { ...dayOn(first), difficulty: epoch.difficulty, feesBtcPerBlock: dayOn(first).feesBtc, height: epoch.height - 1 };
  const start = networkStart(market, { ...response, epochDays: 0 }, behavior, (day) => hashpriceOn(first + Math.floor(day)));
  const serials = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const { periods, retargets } = playNetwork(behavior, start, {
    btcPriceUsd: (day) => dayOn(Math.min(last, first + Math.floor(day))).btcPriceUsd,
    feesBtc: (day) => dayOn(Math.min(last, first + Math.floor(day))).feesBtc,
    availableShare: (day) => 1 - outageOn(episode, first + day),
  }, serials.map((_, i) => i + 1));

  const real = serials.map((serial) => dayOn(serial).difficulty);
  const growthDay = (epoch.difficulty / dayOn(first - TREND_DAYS).difficulty) ** (1 / TREND_DAYS);
  const [realEnd, modelEnd] = [real.at(-1)!, periods.at(-1)!.difficulty];
  return {
    episode, start: epoch.date, days: serials.length,
    priceChange: dayOn(last).btcPriceUsd / market.btcPriceUsd - 1,
    realChange: realEnd / epoch.difficulty - 1,
    modelChange: modelEnd / epoch.difficulty - 1,
    model: errors(periods.map((period) => period.difficulty), real),
    unchanged: errors(real.map(() => epoch.difficulty), real),
    trend: errors(real.map((_, i) => epoch.difficulty * growthDay ** i), real),
    largestCut: { real: largestCut(real), model: Math.min(0, ...retargets.map((each) => each.change)) },
    retargets: retargets.map(({ day, change }) => ({ date: isoDay(first + day), change })),
    realAdjustments: networkEpochs().flatMap((each, i, all) => (each.date > epoch.date && each.date <= episode.to ? [{ date: each.date, change: each.difficulty / all[i - 1]!.difficulty - 1 }] : [])),
  };
}

/** The illustrative network with the machines of the time. */
function responseOf({ meanEfficiencyJth = ILLUSTRATIVE_JTH, newMachine }: Episode): NetworkResponse {
  const { stack, orders } = ILLUSTRATIVE_NETWORK;
  return {
    ...ILLUSTRATIVE_NETWORK,
    stack: stack.map((each) => ({ ...each, efficiencyJth: (each.efficiencyJth * meanEfficiencyJth) / ILLUSTRATIVE_JTH })),
    orders: { ...orders, ...newMachine },
  };
}

function outageOn({ outage }: Episode, serial: number): number {
  const points = outage.map(([date, share]) => [excelSerial(date), share] as const);
  const next = points.findIndex(([at]) => at > serial);
  if (next === 0 || points.length === 0) return 0;
  if (next < 0) return points.at(-1)![1];
  const [[from, a], [to, b]] = [points[next - 1]!, points[next]!];
  return a + ((b - a) * (serial - from)) / (to - from);
}

function errors(course: readonly number[], real: readonly number[]): Errors {
  const each = course.map((value, i) => value / real[i]! - 1);
  return {
    end: each.at(-1)!,
    mean: each.reduce((sum, error) => sum + Math.abs(error), 0) / each.length,
    worst: each.reduce((worst, error) => (Math.abs(error) > Math.abs(worst) ? error : worst), 0),
  };
}

function largestCut(difficulties: readonly number[]): number {
  return Math.min(0, ...difficulties.slice(1).map((value, i) => value / difficulties[i]! - 1));
}
