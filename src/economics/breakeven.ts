import { energyKwhPhDay, hashcostUsdPhDay, netHashpriceUsdPhDay, type RunningCost } from "./unit-economics";
import { hashpriceUsdPhDay, hashvalueBtcPhDay } from "./network";

// Each breakeven sets margin = hashprice·(1 − fee) − 24·efficiency·PUE·power price − other to zero and solves for one term
// (formulas E2). Uptime scales both sides and cancels, unless "other" is a fixed cost.

/** What margin at zero may leave open: everything but the term solved for. */
export interface BreakevenInputs extends RunningCost {
  /** $/PH/day before the pool fee */
  readonly hashpriceUsdPhDay: number;
  /** pool fee as a fraction */
  readonly poolFee: number;
}

/** Net hashprice left for energy after other cost, $/PH/day. */
function leftForEnergyUsdPhDay(x: Pick<BreakevenInputs, "hashpriceUsdPhDay" | "poolFee" | "otherUsdPhDay">): number {
  return netHashpriceUsdPhDay(x.hashpriceUsdPhDay, x.poolFee) - x.otherUsdPhDay;
}

/** Power price at which the margin is zero, $/kWh = (h(1 − fee) − other) ÷ (24 · efficiency · PUE). */
export function breakevenPowerPriceUsdKwh(x: Omit<BreakevenInputs, "powerPriceUsdKwh">): number {
  return leftForEnergyUsdPhDay(x) / energyKwhPhDay(x.efficiencyJth, x.pue);
}

/** Efficiency at which the margin is zero, J/TH = (h(1 − fee) − other) ÷ (24 · power price · PUE). */
export function breakevenEfficiencyJth(x: Omit<BreakevenInputs, "efficiencyJth">): number {
  return leftForEnergyUsdPhDay(x) / (energyKwhPhDay(1, x.pue) * x.powerPriceUsdKwh);
}

/** Hashprice at which the margin is zero, $/PH/day = hashcost ÷ (1 − fee). */
export function breakevenHashpriceUsdPhDay(x: Omit<BreakevenInputs, "hashpriceUsdPhDay">): number {
  return hashcostUsdPhDay(x) / (1 - x.poolFee);
}

/** Pool fee at which the margin is zero, a fraction = 1 − hashcost ÷ hashprice; negative when the machine loses money even without a fee. */
export function breakevenPoolFee(x: Omit<BreakevenInputs, "poolFee">): number {
  return 1 - hashcostUsdPhDay(x) / x.hashpriceUsdPhDay;
}

/** PUE at which the margin is zero = (h(1 − fee) − other) ÷ (24 · efficiency · power price); below 1 when the machine loses money at any site. */
export function breakevenPue(x: Omit<BreakevenInputs, "pue">): number {
  return leftForEnergyUsdPhDay(x) / (energyKwhPhDay(x.efficiencyJth, 1) * x.powerPriceUsdKwh);
}

/**
 * BTC price at which the margin is zero, $/BTC = hashcost ÷ (hashvalue · (1 − fee)): also the cash cost of one coin.
 * @param difficulty network difficulty
 * @param blockRewardBtc subsidy plus fees, BTC per block
 */
export function breakevenBtcPriceUsd(difficulty: number, blockRewardBtc: number, poolFee: number, cost: RunningCost): number {
  return hashcostUsdPhDay(cost) / netHashpriceUsdPhDay(hashvalueBtcPhDay(difficulty, blockRewardBtc), poolFee);
}

/**
 * Network difficulty at which the margin is zero: 86,400 · 10^15 · reward · price · (1 − fee) ÷ (2^32 · hashcost).
 * @param cost hashcost above 0
 */
export function breakevenDifficulty(btcPriceUsd: number, blockRewardBtc: number, poolFee: number, cost: RunningCost): number {
  return netHashpriceUsdPhDay(hashpriceUsdPhDay(btcPriceUsd, 1, blockRewardBtc), poolFee) / hashcostUsdPhDay(cost);
}

/**
 * The fraction by which one input may worsen until the margin is zero: fall for hashprice, rise for power price and efficiency.
 * Negative where the margin is already negative.
 * @param variable what worsens; hashprice, or the power price for the other two, above 0
 */
export function headroom(variable: "hashpriceUsdPhDay" | "powerPriceUsdKwh" | "efficiencyJth", x: BreakevenInputs): number {
  if (variable === "hashpriceUsdPhDay") return 1 - breakevenHashpriceUsdPhDay(x) / x.hashpriceUsdPhDay;
  return (variable === "powerPriceUsdKwh" ? breakevenPowerPriceUsdKwh(x) : breakevenEfficiencyJth(x)) / x[variable] - 1;
}
