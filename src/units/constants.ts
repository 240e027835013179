// Constants of the Bitcoin protocol and of time, each with its reason. Conversions that need no reason stand in convert.ts.

/** Expected hashes to find a block at difficulty 1, by the industry's convention. The exact figure is 4,295,032,833, 15 ppm more. Source: Bitcoin Wiki, "Difficulty". */
export const HASHES_PER_DIFFICULTY = 2 ** 32;

/** Seconds the protocol aims at between blocks. Source: Bitcoin Core, nPowTargetSpacing. */
export const TARGET_BLOCK_SECONDS = 600;

export const SECONDS_PER_DAY = 86_400;

/** Blocks a day when blocks arrive as the protocol aims: 86,400 s ÷ 600 s. */
export const TARGET_BLOCKS_PER_DAY = SECONDS_PER_DAY / TARGET_BLOCK_SECONDS;

/** Blocks between two difficulty adjustments. Source: Bitcoin Core, nPowTargetTimespan ÷ nPowTargetSpacing. */
export const BLOCKS_PER_EPOCH = 2016;

/** Blocks between two halvings of the subsidy. Source: Bitcoin Core, nSubsidyHalvingInterval. */
export const BLOCKS_PER_HALVING = 210_000;

/** Satoshi in one bitcoin. */
export const SATOSHI_PER_BTC = 1e8;

/** Subsidy of the first block in satoshi (50 BTC). Source: Bitcoin Core, GetBlockSubsidy. */
export const INITIAL_SUBSIDY_SATOSHI = 50 * SATOSHI_PER_BTC;

export const HOURS_PER_DAY = 24;

/** Days of a year in rates and in sums over a year. */
export const DAYS_PER_YEAR = 365;
export const HOURS_PER_YEAR = DAYS_PER_YEAR * HOURS_PER_DAY;

/** Mean month, a twelfth of 365.25 days: projections count in months of 4,383 blocks. */
export const DAYS_PER_MONTH = 30.4375;

export const HASHES_PER_TH = 1e12;
export const HASHES_PER_PH = 1e15;
export const HASHES_PER_EH = 1e18;

export const TH_PER_PH = 1000;
export const W_PER_KW = 1000;
export const W_PER_MW = 1e6;
export const KW_PER_MW = 1000;
export const KWH_PER_MWH = 1000;
