import { BLOCKS_PER_EPOCH, BLOCKS_PER_HALVING, SECONDS_PER_DAY, TARGET_BLOCK_SECONDS } from "../units/constants";
import { networkHashrateEhs } from "./network";

const { max, min } = Math;

/** Days that an epoch of 2,016 blocks takes as the protocol aims: 14. */
const TARGET_EPOCH_DAYS = (BLOCKS_PER_EPOCH * TARGET_BLOCK_SECONDS) / SECONDS_PER_DAY;
/** One adjustment changes difficulty at most by this factor. Source: Bitcoin Core, CalculateNextWorkRequired. */
const LARGEST_FACTOR = 4;

/**
 * Height of the next halving after a block.
 * @param height block height, 0 or more; a fraction counts as the block begun
 * @returns the next multiple of 210,000 above it
 */
export function nextHalvingHeight(height: number): number {
  return (Math.floor(height / BLOCKS_PER_HALVING) + 1) * BLOCKS_PER_HALVING;
}

/**
 * Difficulty after an adjustment: D · min(4, max(¼, 14 ÷ days)).
 * @param epochDays days that the 2,016 blocks took
 * Source: Bitcoin Core, CalculateNextWorkRequired. The protocol cuts the target to 24 bits and never goes below difficulty 1; both are left out.
 */
export function retargetedDifficulty(difficulty: number, epochDays: number): number {
  return difficulty * min(LARGEST_FACTOR, max(1 / LARGEST_FACTOR, TARGET_EPOCH_DAYS / epochDays));
}

/** The adjustment that ends the running epoch. */
export interface NextRetarget {
  readonly daysLeft: number;
  readonly difficulty: number;
  /** new difficulty ÷ old − 1 */
  readonly change: number;
}

/**
 * When the running epoch ends and what difficulty follows, if the hashrate stays. Blocks arrive at the pace of the network's
 * hashrate against the hashrate that the difficulty is made for (formulas E4).
 * @param blocksDone blocks of the epoch found so far, 0 to 2,016
 * @param hashrateNowEhs network hashrate for the rest of the epoch, EH/s
 * @param hashrateSoFarEhs mean network hashrate in the epoch so far, EH/s
 */
export function nextRetarget(difficulty: number, blocksDone: number, hashrateNowEhs: number, hashrateSoFarEhs: number): NextRetarget {
  const daysAtTarget = (blocks: number): number => (blocks / BLOCKS_PER_EPOCH) * TARGET_EPOCH_DAYS;
  const targetEhs = networkHashrateEhs(difficulty);
  const daysLeft = (daysAtTarget(BLOCKS_PER_EPOCH - blocksDone) * targetEhs) / hashrateNowEhs;
  const epochDays = (daysAtTarget(blocksDone) * targetEhs) / hashrateSoFarEhs + daysLeft;
  const next = retargetedDifficulty(difficulty, epochDays);
  return { daysLeft, difficulty: next, change: next / difficulty - 1 };
}
