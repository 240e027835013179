import { HASHES_PER_EH, SATOSHI_PER_BTC } from "../units/constants";
import { wrongShape } from "./live-failure";
import { FEE_BLOCKS } from "./live-host";

/** What the three answers say, in the project's units, not yet held against anything. */
export interface LiveFigures {
  /** of the price, milliseconds since 1970 */
  readonly timeMs: number;
  readonly btcPriceUsd: number;
  readonly difficulty: number;
  /** mean of seven days as a rule, EH/s */
  readonly hashrateEhs: number;
  readonly firstHeight: number;
  readonly height: number;
  readonly feesBtcPerBlock: number;
  /** what the blocks paid beside the fees, BTC per block: tells whether the units are right */
  readonly subsidyBtcPerBlock: number;
}

/** Seconds reach this in the year 5138, milliseconds did in March 1973. */
const SMALLEST_MILLISECONDS = 1e11;

/**
 * Reads the answers of /prices, /mining/hashrate and /mining/reward-stats. Other fields than those needed are left alone.
 * Numbers may be texts; 0 is how a host says that it does not know.
 * @throws LiveMarketError
 */
export function readAnswers(host: string, answers: { readonly prices: unknown; readonly hashrate: unknown; readonly rewards: unknown }): LiveFigures {
  const figure = (from: unknown, field: string, name: string): number => {
    const value = numberOf(isRecord(from) ? from[field] : undefined);
    if (value === undefined) throw wrongShape(host, `${name} is missing or not a number (${field})`);
    if (value === 0) throw wrongShape(host, `${name} is 0, which is how a host says that it does not know it now (${field})`);
    return value;
  };
  const { prices, hashrate, rewards } = answers;
  const time = figure(prices, "time", "the time of the price");
  const firstHeight = figure(rewards, "startBlock", "the first block of the fees");
  const height = figure(rewards, "endBlock", "the height of the newest block");
  const blocks = height - firstHeight + 1;
  if (!Number.isInteger(height) || !Number.isInteger(firstHeight)) throw wrongShape(host, "block heights are not whole numbers");
  if (blocks < FEE_BLOCKS / 2 || blocks > FEE_BLOCKS * 2) throw wrongShape(host, `fees are those of ${blocks} blocks, not of about ${FEE_BLOCKS}`);
  const feesSatoshi = figure(rewards, "totalFee", "the sum of the fees");
  const rewardSatoshi = figure(rewards, "totalReward", "what the blocks paid");
  return {
    timeMs: time < SMALLEST_MILLISECONDS ? time * 1000 : time,
    btcPriceUsd: figure(prices, "USD", "the BTC price in US dollars"),
    difficulty: figure(hashrate, "currentDifficulty", "difficulty"),
    hashrateEhs: figure(hashrate, "currentHashrate", "the network's hashrate") / HASHES_PER_EH,
    firstHeight, height,
    feesBtcPerBlock: feesSatoshi / blocks / SATOSHI_PER_BTC,
    subsidyBtcPerBlock: (rewardSatoshi - feesSatoshi) / blocks / SATOSHI_PER_BTC,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A number of 0 or more, or a text that is nothing but one. */
function numberOf(value: unknown): number | undefined {
  const number = typeof value === "string" && /^\d+(\.\d+)?$/.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) && number >= 0 ? number : undefined;
}
