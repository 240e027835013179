import { defaultScenario, type ScenarioInputs } from "../../../src/planning";

/** A scenario of which no input is the default's, but the months, which a built sheet cannot change. */
export const changed: ScenarioInputs = {
  site: { powerCapacityMw: 7.5, powerPriceUsdKwh: 0.031, pue: 1.12, uptime: 0.93, poolFee: 0.025, fixedOpexUsdMonth: 12_345 },
  fleet: { machine: { name: "own", hashrateThs: 88, powerW: 3268, source: "" }, units: 4_000, resaleUsdTh: 2.5 },
  candidate: { machine: { name: "other", hashrateThs: 234, powerW: 3510, source: "" }, landedPriceUsdTh: 7.25 },
  horizon: { months: defaultScenario().horizon.months, discountRateAnnual: 0.2, priceGrowthMonthly: 0.03, difficultyGrowthMonthly: 0.02 },
  market: { date: "2027-11-30", btcPriceUsd: 101_000, difficulty: 150e12, feesBtcPerBlock: 0.07, height: 1_030_000, source: "" },
};

/** The same as somebody types it into the Inputs sheet, by label. */
export const typed = {
  "Site power": 7.5, "Power price": 0.031, PUE: 1.12, Uptime: 0.93, "Pool fee": 0.025, "Fixed costs": 12_345, "Fleet machine": "own", "Fleet hashrate": 88,
  "Fleet power": 3268, "Fleet units": 4_000, "Fleet resale price": 2.5, "Candidate machine": "other", "Candidate hashrate": 234, "Candidate power": 3510, "Candidate price": 7.25,
  "Market date": 46_721, "BTC price": 101_000, Difficulty: 150e12, Fees: 0.07, "Block height": 1_030_000, "Discount rate": 0.2, "BTC price growth": 0.03,
  "Difficulty growth": 0.02,
};
