import { DAYS_PER_YEAR } from "../units/constants";
import { normalCdf } from "./normal";

/** Days between two decisions whether to run. */
const STEP_DAYS = 30;

/**
 * Expected excess of a lognormal price over a cost, E[max(0, price − cost)]: Black's formula without discount.
 * @param forward expected price, 0 or more
 * @param strike the cost
 * @param deviation standard deviation of the price's logarithm: σ·√T
 * Source: Black, "The pricing of commodity contracts" (1976).
 */
export function blackCall(forward: number, strike: number, deviation: number): number {
  if (strike <= 0 || forward === 0 || deviation === 0) return Math.max(0, forward - strike);
  const d1 = Math.log(forward / strike) / deviation + deviation / 2;
  return forward * normalCdf(d1) - strike * normalCdf(d1 - deviation);
}

/** A machine as a strip of options: each step of 30 days it may run or not. Rates are continuous and annual. */
export interface MachineOption {
  readonly hashpriceUsdPhDay: number;
  readonly hashcostUsdPhDay: number;
  /** life */
  readonly years: number;
  readonly discountRate: number;
  /** expected growth of hashprice; negative when it falls */
  readonly drift: number;
  /** volatility of hashprice */
  readonly sigma: number;
  /** speed at which hashprice returns to its trend; 0 when it does not (geometric Brownian motion) */
  readonly kappa: number;
}

/**
 * Value of 1 PH/s that may stop and restart at no cost, $/PH: for each step of 30 days, seen from its middle,
 * days · e^(−rT) · [F·N(d₁) − c·N(d₂)] with F = h·e^(drift·T) and s = σ√T, or √(σ²(1 − e^(−2κT)) ÷ (2κ)) where hashprice returns to its trend.
 * Steps count whose middle lies within the life.
 * Source: formulas E9 (Yaish and Zohar; Black 1976).
 */
export function optionStripUsdPh(x: MachineOption): number {
  let value = 0;
  for (let day = STEP_DAYS / 2; day < x.years * DAYS_PER_YEAR; day += STEP_DAYS) {
    const t = day / DAYS_PER_YEAR;
    const deviation = x.sigma * Math.sqrt(x.kappa === 0 ? t : -Math.expm1(-2 * x.kappa * t) / (2 * x.kappa));
    value += STEP_DAYS * Math.exp(-x.discountRate * t) * blackCall(x.hashpriceUsdPhDay * Math.exp(x.drift * t), x.hashcostUsdPhDay, deviation);
  }
  return value;
}
