import type { MarketScenario, MarketStart, NetworkResponse } from "./document";

/**
 * The network response to begin with: machines around a mean of 20 J/TH (the CCAF survey found 28 in mid-2024, and it falls),
 * power prices around the survey's median of 0.045 $/kWh, and owners' habits that are assumed. It rests on a handful of
 * observations: an illustration to edit, never a forecast. How far off it was in the past: docs/validation.md.
 */
export const ILLUSTRATIVE_NETWORK: NetworkResponse = {
  kind: "networkResponse",
  calibration: "Illustrative, to edit; not a forecast. Median power price: CCAF survey 2025. Shares by efficiency class, spread of power prices, bands, lags and orders: assumed, and chosen with the market up to February 2026 known. docs/validation.md has its back-test.",
  stack: [
    { name: "S21 XP class", efficiencyJth: 13.5, hashrateShare: 0.2 },
    { name: "S21 class", efficiencyJth: 16.5, hashrateShare: 0.3 },
    { name: "S19 XP and M50S+ class", efficiencyJth: 21.5, hashrateShare: 0.22 },
    { name: "S19k Pro and S19j Pro+ class", efficiencyJth: 25, hashrateShare: 0.13 },
    { name: "S19j Pro class", efficiencyJth: 29.5, hashrateShare: 0.11 },
    { name: "older", efficiencyJth: 35, hashrateShare: 0.04 },
  ],
  powerMedianUsdKwh: 0.045,
  powerSigma: 0.3,
  poolFee: 0.01,
  inflexibleShare: 0,
  stopBand: 0.08,
  restartBand: 0.08,
  stopDays: 7,
  restartDays: 30,
  scrapShareMonth: 0.008,
  orders: { maxShareMonth: 0.035, leadDays: 150, efficiencyJth: 13, priceUsdTh: 14, priceExponent: 1, fullOrderPaybackDays: 400, noOrderPaybackDays: 1100 },
};

/** Share of the price that is gone after a year of the bear market. */
const BEAR_FALL = 0.5;
const MONTHS_OF_FALL = 12;

/**
 * Three market scenarios to begin with, all with network response: base, the price rises 1 % a month; bear, it halves within a
 * year and then stays; bull, it rises 4 % a month. Round figures to overwrite.
 */
export function namedScenarios(start: MarketStart, horizonMonths: number): MarketScenario[] {
  const scenario = (id: string, note: string, btcPrice: MarketScenario["btcPrice"]): MarketScenario =>
    ({ id, note, btcPrice, fees: { kind: "growth", growthMonthly: 0 }, difficulty: ILLUSTRATIVE_NETWORK });
  const fallen = Array.from({ length: horizonMonths }, (_, i) => start.btcPriceUsd * (1 - BEAR_FALL) ** (Math.min(i, MONTHS_OF_FALL) / MONTHS_OF_FALL));
  return [
    scenario("base", "The price rises 1 % a month.", { kind: "growth", growthMonthly: 0.01 }),
    scenario("bear", "The price halves within twelve months and stays there.", { kind: "table", values: fallen }),
    scenario("bull", "The price rises 4 % a month.", { kind: "growth", growthMonthly: 0.04 }),
  ];
}
