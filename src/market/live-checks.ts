import { BLOCKS_PER_HALVING, INITIAL_SUBSIDY_SATOSHI, SATOSHI_PER_BTC, SECONDS_PER_DAY, TARGET_BLOCKS_PER_DAY } from "../units/constants";
import { impliedHashrateEhs } from "./daily-history";
import type { LiveFigures } from "./live-answers";
import { implausible } from "./live-failure";
import type { MarketSnapshot } from "./market";

/** The newest state of the market that is known for sure. */
export type KnownMarket = Pick<MarketSnapshot, "date" | "height">;

const DAY_MS = SECONDS_PER_DAY * 1000;

/** Below $100 BTC was last in 2013, difficulty below 1E12 in 2018; the other ends are a hundred and some thousand times 2026's. */
const RANGES = [
  { key: "btcPriceUsd", name: "BTC price", unit: "$", least: 1e2, most: 1e8 },
  { key: "difficulty", name: "difficulty", unit: "", least: 1e12, most: 1e18 },
  { key: "feesBtcPerBlock", name: "fees per block", unit: "BTC", least: 0, most: 50 },
] as const;

/** The network's hashrate is estimated from a few days of blocks, or has moved since the adjustment: more than this it never was off. */
const HASHRATE_FACTOR = 3;
/** Blocks come at half to one and a half of the aimed pace over months; two days more for luck. 2021's ban in China took 35 %. */
const PACE = { least: 0.5, most: 1.5, slackDays: 2 } as const;
/** Clocks and time zones may be off by a day. */
const FUTURE_DAYS = 1;
/** A price that has stood still for longer is no live figure. */
const STALE_DAYS = 2;
/** Miners have left a few satoshi unclaimed; a wrong unit is off by 1E8. */
const SUBSIDY_TOLERANCE = 0.01;

/**
 * Holds live figures against what can be, against each other, and against the shipped snapshot.
 * @param nowMs this computer's clock
 * @throws LiveMarketError with the first figure that cannot be right
 */
export function checkFigures(host: string, figures: LiveFigures, known: KnownMarket, nowMs: number): void {
  for (const problem of problems(figures, known, nowMs)) throw implausible(host, problem);
}

function* problems(figures: LiveFigures, known: KnownMarket, nowMs: number): Generator<string> {
  for (const { key, name, unit, least, most } of RANGES) {
    const value = figures[key];
    if (value < least || value > most) yield `${name} ${shown(value)}${unit && ` ${unit}`} is outside ${shown(least)} to ${shown(most)}`;
  }
  const implied = impliedHashrateEhs([figures.difficulty]);
  const ratio = figures.hashrateEhs / implied;
  if (ratio > HASHRATE_FACTOR || ratio < 1 / HASHRATE_FACTOR) {
    yield `hashrate ${shown(figures.hashrateEhs)} EH/s is more than ${HASHRATE_FACTOR} times off the ${shown(implied)} EH/s that difficulty stands for`;
  }
  yield* timeProblems(figures.timeMs, known, nowMs);
  yield* heightProblems(figures, known);
  const subsidy = meanSubsidyBtc(figures.firstHeight, figures.height);
  if (Math.abs(figures.subsidyBtcPerBlock - subsidy) > SUBSIDY_TOLERANCE * subsidy) {
    yield `its blocks pay ${shown(figures.subsidyBtcPerBlock)} BTC beside the fees where the protocol pays ${shown(subsidy)}, so fees may be in another unit than satoshi`;
  }
}

function* timeProblems(timeMs: number, known: KnownMarket, nowMs: number): Generator<string> {
  const day = (ms: number): string => new Date(Math.min(Math.max(ms, 0), 8e15)).toISOString().slice(0, 10);
  if (timeMs < Date.parse(known.date)) yield `the price of ${day(timeMs)} is older than the shipped figures of ${known.date}`;
  if (timeMs > nowMs + FUTURE_DAYS * DAY_MS) yield `the price is of ${day(timeMs)}, but this computer's clock says ${day(nowMs)}`;
  if (timeMs < nowMs - STALE_DAYS * DAY_MS) yield `the price is of ${day(timeMs)} and has stood still since, or this computer's clock is wrong (${day(nowMs)})`;
}

function* heightProblems({ timeMs, height }: LiveFigures, known: KnownMarket): Generator<string> {
  // The snapshot's height is that of the day's last block.
  const days = Math.max(0, timeMs / DAY_MS - Date.parse(known.date) / DAY_MS - 1);
  const least = Math.max(known.height, known.height + (days * PACE.least - PACE.slackDays) * TARGET_BLOCKS_PER_DAY);
  const most = known.height + (days * PACE.most + PACE.slackDays) * TARGET_BLOCKS_PER_DAY;
  if (height < least || height > most) yield `block height ${shown(height)} does not follow the ${shown(known.height)} of ${known.date} at the pace of blocks`;
}

/** What the protocol pays on average from one height to another, BTC per block. Source: Bitcoin Core, GetBlockSubsidy. */
function meanSubsidyBtc(first: number, last: number): number {
  let sum = 0;
  for (let height = first; height <= last; height++) sum += Math.floor(INITIAL_SUBSIDY_SATOSHI / 2 ** Math.floor(height / BLOCKS_PER_HALVING));
  return sum / (last - first + 1) / SATOSHI_PER_BTC;
}

function shown(value: number): string {
  if (value !== 0 && (value >= 1e10 || value < 1e-3)) return value.toExponential(2).replace("e+", "E").replace("e", "E");
  return value.toLocaleString("en-US", { maximumSignificantDigits: 9 });
}
