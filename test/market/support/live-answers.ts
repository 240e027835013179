import hashrate from "../../fixtures/market-live/hashrate.json";
import prices from "../../fixtures/market-live/prices.json";
import rewards from "../../fixtures/market-live/reward-stats.json";
import { json, type Endpoint, type Replies, type Reply } from "./replay-server";

export interface Answers { readonly prices: unknown; readonly hashrate: unknown; readonly rewards: unknown }

/** Day of the recorded network figures, which the price's answer is put to. */
export const RECORDED_TIME = hashrate.hashrates[2]!.timestamp;

/** The recorded answers; fixtures/market-live/README.md has their source. */
export const RECORDED = { prices: { ...prices, time: RECORDED_TIME }, hashrate, rewards };

/** What was known a week before them. */
export const KNOWN_BEFORE_RECORDED = { date: "2022-05-09", height: 735_600 };

/** Answers as the host would give them on 30 August 2026, nine days after the shipped snapshot. Made up. */
export const AFTER_SNAPSHOT_TIME = Date.parse("2026-08-30T14:05:00Z") / 1000;
export const AFTER_SNAPSHOT = {
  prices: { time: AFTER_SNAPSHOT_TIME, USD: 81_234, EUR: 70_100 },
  hashrate: { hashrates: [], difficulty: [], currentHashrate: 951_000_000_000_000_000_000, currentDifficulty: 129_700_000_000_000.5 },
  rewards: { startBlock: 964_693, endBlock: 964_836, totalReward: String(144 * 312_500_000 + 460_800_000), totalFee: "460800000", totalTx: "512345" },
};

/** Replies with answers; single ones in another way. */
export function replies(answers: Answers, others: Partial<Record<Endpoint, Reply>> = {}): Replies {
  return { prices: json(answers.prices), hashrate: json(answers.hashrate), rewards: json(answers.rewards), ...others };
}

/** fetch under the rule that browsers add: an answer of another origin that does not allow reading is a network error. */
export const browserFetch: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  if (response.headers.get("access-control-allow-origin") === "*") return response;
  await response.body?.cancel();
  throw new TypeError("Failed to fetch");
};
