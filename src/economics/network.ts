import {
  BLOCKS_PER_HALVING, HASHES_PER_DIFFICULTY, HASHES_PER_EH, HASHES_PER_PH, INITIAL_SUBSIDY_SATOSHI, SATOSHI_PER_BTC,
  SECONDS_PER_DAY, TARGET_BLOCK_SECONDS,
} from "../units/constants";

/** After this many halvings the protocol pays no subsidy: the smallest unit, 1 satoshi, is paid until height 6,929,999. */
const HALVINGS_WITH_SUBSIDY = 33;

/**
 * New coins of one block, as the protocol pays them: 50 BTC halved every 210,000 blocks, cut to whole satoshi.
 * @param height block height, 0 or more; a fraction counts as the block begun
 * @returns BTC per block
 * Source: Bitcoin Core, GetBlockSubsidy.
 */
export function subsidyBtc(height: number): number {
  const halvings = Math.floor(height / BLOCKS_PER_HALVING);
  return halvings >= HALVINGS_WITH_SUBSIDY ? 0 : Math.floor(INITIAL_SUBSIDY_SATOSHI / 2 ** halvings) / SATOSHI_PER_BTC;
}

/**
 * Hashrate at which blocks arrive every `blockSeconds` on average.
 * @param difficulty network difficulty
 * @param blockSeconds seconds between blocks
 * @returns EH/s = difficulty · 2^32 ÷ blockSeconds ÷ 10^18. Source: Bitcoin Wiki, "Difficulty".
 */
export function networkHashrateEhs(difficulty: number, blockSeconds = TARGET_BLOCK_SECONDS): number {
  return (difficulty * HASHES_PER_DIFFICULTY) / blockSeconds / HASHES_PER_EH;
}

/**
 * Difficulty at which a network hashrate finds a block every `blockSeconds`: the inverse of {@link networkHashrateEhs}.
 * @param hashrateEhs network hashrate, EH/s
 * @param blockSeconds seconds between blocks
 */
export function difficultyAtHashrate(hashrateEhs: number, blockSeconds = TARGET_BLOCK_SECONDS): number {
  return (hashrateEhs * HASHES_PER_EH * blockSeconds) / HASHES_PER_DIFFICULTY;
}

/**
 * What 1 PH/s is expected to mine in a day, before any pool fee.
 * @param difficulty network difficulty
 * @param blockRewardBtc subsidy plus fees, BTC per block
 * @returns BTC/PH/day = reward · 86,400 · 10^15 ÷ (difficulty · 2^32). Source: Luxor, hashprice glossary.
 */
export function hashvalueBtcPhDay(difficulty: number, blockRewardBtc: number): number {
  return (blockRewardBtc * SECONDS_PER_DAY * HASHES_PER_PH) / (difficulty * HASHES_PER_DIFFICULTY);
}

/**
 * Expected revenue of 1 PH/s in a day, before any pool fee.
 * @param btcPriceUsd USD per BTC
 * @param difficulty network difficulty
 * @param blockRewardBtc subsidy plus fees, BTC per block
 * @returns $/PH/day = price · hashvalue. Source: Luxor, hashprice glossary.
 */
export function hashpriceUsdPhDay(btcPriceUsd: number, difficulty: number, blockRewardBtc: number): number {
  return btcPriceUsd * hashvalueBtcPhDay(difficulty, blockRewardBtc);
}
