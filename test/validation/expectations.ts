// What is known of single rows beyond the rounding of their figures. Every row that is not listed here must agree within rounding alone,
// and every listed row must need its entry: a test fails for an allowance or an inconsistency that rounding makes needless.

export interface Allowance {
  readonly row: string;
  /** by how much the published figure may be off besides rounding, percent of it */
  readonly allowPct: number;
  readonly because: string;
}

export interface Remark {
  readonly row: string;
  readonly because: string;
}

const spotPrice = "A hashprice is a 24-hour average; the price beside it is of the hour, and the fees are of another time or our day's";
const periodMean = "Mean of a period: means of price, difficulty and fees do not give the mean hashprice exactly, and the publisher's own are not stated";
const noPrice = "The price is not stated; our day's close stands in for the price of the hour";
const cutOff = "Digits after the last one were cut, not rounded: one unit of the last digit";
const poolMonth = "Pool fee and the pool's reckoning of transaction fees are not stated; the model takes the month's means of difficulty and fees";

/** The 1 σ of the number of blocks a miner with its own pool finds: it is paid for those, not for its hashrate. */
function luck(row: string, blocks: number): Allowance {
  const allowPct = Math.ceil(1000 / Math.sqrt(blocks)) / 10;
  return { row, allowPct, because: `Own pool: about ${blocks} blocks in the month, whose number varies by ${allowPct} % (one standard deviation)` };
}

/** Rows that agree once the inexactness that their publisher states, or the inputs it leaves out, is allowed for. */
export const ALLOWANCES: readonly Allowance[] = [
  { row: "Luxor/Hashrate Index (2022 year in review) · 2021 · 412.57 · USD/PH/day", allowPct: 3, because: "Highest value of a year, on a day of few blocks and high fees (92 blocks, 1.8 BTC of fees each by our data): it depends on the time over which fees are averaged, which is not stated" },
  { row: "Luxor/Hashrate Index (2022 year in review) · 2022 · 123.88 · USD/PH/day", allowPct: 0.5, because: periodMean },
  { row: "Luxor · 2024-07-25 · 50.27 · USD/PH/day", allowPct: 3, because: noPrice },
  { row: "Luxor · 2024-07-28 · 52.85 · USD/PH/day", allowPct: 3, because: noPrice },
  { row: "JPMorgan · 2024-09-01..2024-09-30 · 42.1 · USD/PH/day", allowPct: 1.5, because: periodMean },
  { row: "Bitcoin.com News / Luxor · 2024-09-25 · 45.79 · USD/PH/day", allowPct: 1.5, because: "The price is “near the $64,000 mark”: the nearest thousand is 0.8 %; fees are not stated" },
  { row: "Luxor/Hashrate Index · 2024-10-07 · 45.92 · USD/PH/day", allowPct: 1.5, because: spotPrice },
  { row: "Hashrate Index via TheMinerMag · 2024-11-04 · 45 · USD/PH/day", allowPct: 1.5, because: "The price is printed in whole thousands: 0.7 %; fees are not stated" },
  { row: "Luxor data.hashrateindex.com (urlscan capture) · 2024-11-12 · 55.97 · USD/PH/day · fees in BTC", allowPct: 1.5, because: spotPrice },
  { row: "Luxor data.hashrateindex.com (urlscan capture) · 2024-11-12 · 55.97 · USD/PH/day · fee share", allowPct: 1.5, because: spotPrice },
  { row: "JPMorgan · 2025-03-01..2025-03-14 · 48.3 · USD/PH/day", allowPct: 1.5, because: periodMean },
  { row: "Luxor/Hashrate Index · 2025-03-03 · 49.4 · USD/PH/day", allowPct: 1.5, because: "The fee share is of seven days; the price is of the hour, the hashprice a 24-hour average" },
  { row: "TheMinerMag · 2025-06-16 · 52 · USD/PH/day", allowPct: 3, because: "“Dropped to $52 before rebounding slightly”: neither the price nor the day of the low is stated" },
  { row: "Luxor Lookback (monthly average) · 2025-08 · 56.44 · USD/PH/day", allowPct: 0.5, because: periodMean },
  { row: "Luxor via CoinDesk (copy) · 2025-11 · 38.2 · USD/PH/day", allowPct: 1, because: "The day is not stated; fees are the month's mean" },
  { row: "Luxor/Hashrate Index · 2026-01-05 · 0.00042676 · BTC/PH/day", allowPct: 0.5, because: "A value of the week before; the fee share is of the week after it" },
  { row: "Luxor/Hashrate Index · 2026-01-12 · 39.53 · USD/PH/day", allowPct: 1, because: spotPrice },
  { row: "Luxor/Hashrate Index · 2026-01-12 · 0.00043143 · BTC/PH/day", allowPct: 0.5, because: "The fee share is of seven days, the hashprice of 24 hours" },
  { row: "Hashrate Index via ForkLog · 2026-02-01 · 34.8 · USD/PH/day", allowPct: 1.5, because: "The day is known to within one; fees are not stated" },
  { row: "news / Luxor · 2026-02-05 · 32 · USD/PH/day", allowPct: 1, because: "“Below $32” with the price “beneath $70,000”: both are upper bounds" },

  { row: "Bitcoin Wiki Difficulty · 2011-01-28 · 1 GH/s · hours_per_block", allowPct: 0.07, because: "The page's one-line program cuts the time to whole minutes: 23.85 hours are 1,431 of 1,431.66" },
  { row: "Bitcoin.SE 18629 (question) · 2013-12 · 700 MH/s · btc_per_day", allowPct: 0.003, because: cutOff },
  { row: "Hashrate Index Q1 2023 report (tronweekly) · 2022-12-31 · Antminer S19 XP · breakeven_power", allowPct: 1, because: "“Beginning of 2023”: the hashprice is not stated and ours of one day stands in; J/TH is the maker's" },
  { row: "TheMinerMag Miner Weekly · 2024-01-25 · Antminer S19 XP · hashcost · 0.075 $/kWh", allowPct: 5, because: "“Sub-$40” is a threshold under which little margin is left, not the cost itself" },
  { row: "bitcointalk 5539216 (franky1) · 2025 · 288 TH/s 4.9 kW · cost_per_btc · 0.04 $/kWh", allowPct: 0.0031, because: cutOff },
  { row: "Braiins cost-to-mine API (recorded payload) · 2025-12-17 · 100 TH/s 3000 W · shutdown_price · 0.08 $/kWh", allowPct: 0.65, because: "The fees that the service reckons with are not stated; leaving out our day's altogether changes the result by 0.65 %" },
  { row: "Luxor/Hashrate Index · 2026-01-12 · fleet 25-38 J/TH (31.5 midpoint) · revenue_per_mwh", allowPct: 3, because: "The fleet's J/TH is assumed: the middle of a wide class" },

  { row: "IREN · 2022-04 · 137 BTC", allowPct: 1, because: poolMonth },
  { row: "HIVE Digital · 2022-07 · 279.9 BTC", allowPct: 1, because: poolMonth },
  { row: "Bitfarms · 2022-09 · 481 BTC", allowPct: 1, because: poolMonth },
  { row: "Bitfarms · 2022-10 · 486 BTC", allowPct: 1, because: poolMonth },
  { row: "IREN · 2022-10 · 448 BTC", allowPct: 1, because: poolMonth },
  { row: "IREN · 2022-11 · 151 BTC", allowPct: 1, because: poolMonth },
  luck("MARA · 2023-01 · 687 BTC", 108),
  { row: "IREN · 2023-12 · 399 BTC", allowPct: 1, because: poolMonth },
  luck("MARA · 2024-01 · 1084 BTC", 156),
  { row: "IREN · 2024-02 · 310 BTC", allowPct: 1, because: poolMonth },
  { row: "IREN · 2024-04 · 358 BTC", allowPct: 2, because: "Halving month with a spike of fees on its day: monthly means do not tell which fees came with which subsidy and difficulty" },
  luck("MARA · 2024-04 · 850 BTC", 140),
  luck("MARA · 2024-05 · 616 BTC", 184),
  { row: "IREN · 2024-06 · 233 BTC", allowPct: 1, because: poolMonth },
  { row: "IREN · 2024-07 · 222 BTC", allowPct: 1, because: poolMonth },
  { row: "Riot Platforms · 2024-07 · 370 BTC", allowPct: 3, because: "The report does not say how curtailed hours count in the average operating hashrate" },
  { row: "IREN · 2024-08 · 245 BTC", allowPct: 1, because: poolMonth },
  { row: "IREN · 2024-09 · 347 BTC", allowPct: 1, because: poolMonth },
  { row: "IREN · 2025-07 · 728 BTC", allowPct: 1, because: poolMonth },
  { row: "Cango · 2025-09 · 616.6 BTC", allowPct: 1, because: poolMonth },
];

/** Rows whose published figure does not follow from the inputs published with it. They must stay outside what rounding allows. */
export const INCONSISTENT: readonly Remark[] = [
  { row: "JPMorgan · 2025-04-01..2025-04-14 · 41.5 · USD/PH/day", because: "Lies 4.1 % below even the subsidy alone at the period's mean price and difficulty; the inputs used are not stated" },
  { row: "JPMorgan · 2025-05-01..2025-05-14 · 50.1 · USD/PH/day", because: "Lies 4.3 % below even the subsidy alone at the period's mean price and difficulty; the inputs used are not stated" },
  { row: "JPMorgan · 2025-10-01..2025-10-14 · 52.5 · USD/PH/day", because: "Lies nearly 5 % above the period's mean price, difficulty and fees, which would take a fee share that the period never had; the inputs used are not stated" },
  { row: "asic.report · 2026-01 · 41.6 · USD/PH/day", because: "The page's formula leaves out the 144 blocks a day, and its figure does not follow from the inputs shown beside it" },
  { row: "DeathAndTaxes (bitcointalk 281279) · 2013-08-26 · GPU · breakeven_difficulty · 0.1 $/kWh", because: "The table prints 60 (million) where its own inputs give 63.5: one significant digit" },
  { row: "HASHR8 / Compass Mining · 2021-01 · Antminer S19 · shutdown_price · 0.03 $/kWh", because: "Published as “about”, and near only when transaction fees are left out, which the source does not say; with that month's fees it would be 12.5 % off" },
  { row: "Antpool · 2026-01-31 · Antminer U3S23H · shutdown_price · 0.08 $/kWh", because: "Fees are left out to come near; the same 0.8 % is left over for each of the publisher's models, as from a pool fee that it does not state" },
  { row: "MARA · 2023-12 · 1853 BTC", because: "Own pool: about 232 blocks where 203 were to be expected, 2.1 standard deviations of luck" },
  { row: "MARA · 2024-06 · 590 BTC", because: "Own pool: about 169 blocks where 189 were to be expected, 1.5 standard deviations of luck" },
  { row: "Riot Platforms · 2024-06 · 255 BTC", because: "The coins reported imply 10.2 EH/s over the month, the report says 11.4 on average; it does not say how curtailed hours count" },
];

/** Rows that agree but prove little, or only with something that had to be assumed. */
export const WEAK: readonly Remark[] = [
  { row: "Braiins Insights API · 2025-12-14 · 0.0004 · BTC/PH/day", because: "One significant digit: anything within 12.5 % agrees" },
  { row: "F2Pool (8btc) · 2018-09-06 · Antminer S9 (13.5 TH/s, 1350 W assumed) · shutdown_price · 0.066 $/kWh", because: "Machine and difficulty are assumed. It agrees with the difficulty that began the day after; with that day's own (6.727T) it agrees only if a pool fee of 4 % is assumed" },
  { row: "Hashrate Index Q1 2023 report (tronweekly) · 2022-12-31 · Whatsminer M30S++ · breakeven_power", because: "Our hashprice and the maker's J/TH: neither is stated" },
  { row: "Hashrate Index Q1 2023 report (tronweekly) · 2023-04 · Antminer S19j Pro · breakeven_power", because: "The maker's J/TH, which is not stated" },
  { row: "Hashrate Index Q1 2023 report (tronweekly) · 2023-04 · Whatsminer M50S · breakeven_power", because: "The maker's J/TH, which is not stated" },
  { row: "Luxor/Hashrate Index · 2026-01-12 · fleet under 19 J/TH (17 assumed) · revenue_per_mwh", because: "The fleet's J/TH is assumed" },
  { row: "Luxor/Hashrate Index · 2026-01-12 · fleet 19-25 J/TH (22 midpoint) · revenue_per_mwh", because: "The fleet's J/TH is assumed: the middle of the class" },
  ...["2022-12-31", "2025-12-17", "2026-06-26"].map((day) => ({ row: `SecretSatoshis Report Library · ${day} · network fleet average · breakeven_power`, because: "From the source of our market data: it tests the arithmetic, not the market" })),
  ...["2022-12-31", "2024-05-01", "2025-12-17", "2026-06-26"].map((day) => ({ row: `SecretSatoshis Report Library · ${day} · network fleet average · cost_per_btc · 0.05 $/kWh`, because: "From the source of our market data: it tests the arithmetic, not the market" })),
];
