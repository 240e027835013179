import { InputError, NotAvailableError } from "../units/errors";
import { bisect } from "./roots";

// When to stop and restart a machine if both cost something (Dixit, "Entry and exit decisions under uncertainty", 1989;
// formulas E9). Prices follow a geometric Brownian motion; all rates are continuous and annual.

export interface SwitchingInputs {
  /** cost of running, a year */
  readonly costYear: number;
  /** expected growth of the price */
  readonly drift: number;
  /** volatility of the price, above 0 */
  readonly sigma: number;
  /** discount rate, above 0 and above the drift; for machines that die at a rate λ the sum of both */
  readonly rate: number;
  readonly restartCost: number;
  /** negative where stopping brings money in */
  readonly shutdownCost: number;
}

export interface SwitchingThresholds {
  /** revenue a year below which a running machine stops */
  readonly shutdown: number;
  /** revenue a year above which an idle machine starts again */
  readonly restart: number;
}

/** The thresholds differ at most by this power of e. */
const LARGEST_LOG_RATIO = 700;

/**
 * Thresholds of stopping and restarting. Running is worth P ÷ δ − c ÷ r + B·P^β₂ and standing A·P^β₁. They differ by the
 * restart cost at the upper threshold and by minus the shutdown cost at the lower one, and touch smoothly at both. The smooth
 * contacts give A and B for any ratio of the thresholds, so that one equation in this ratio remains; it is solved by halving.
 * @throws InputError where the rate does not exceed the drift, or where the two costs together are negative
 * @throws NotAvailableError where it never pays to stop
 */
export function switchingThresholds(x: SwitchingInputs): SwitchingThresholds {
  const delta = x.rate - x.drift;
  if (!(delta > 0)) throw new InputError(`rate is ${x.rate} and drift is ${x.drift}; rate must be above drift, or the revenue to come has no end.`);
  if (x.restartCost + x.shutdownCost < 0) throw new InputError("restart_cost and shutdown_cost together are negative, so that switching off and on would earn money; give costs as positive numbers.");
  const stopWorth = x.costYear / x.rate - x.shutdownCost;
  const startWorth = x.costYear / x.rate + x.restartCost;
  if (stopWorth <= 0) throw new NotAvailableError("It never pays to stop: shutdown_cost is as much as running for ever without revenue costs.");
  if (startWorth / stopWorth - 1 < 1e-13) return { shutdown: stopWorth * x.rate, restart: startWorth * x.rate };

  const [beta1, beta2] = exponents(x);
  // In units of the lower threshold ÷ δ, with ln q the logarithm of the thresholds' ratio: P·A·β₁·P^(β₁−1) at the upper one, and −β₂·B·P^(β₂−1) at the lower one.
  const startTerm = (lnQ: number): number => (Math.exp(lnQ) * Math.expm1((beta2 - 1) * lnQ)) / Math.expm1((beta2 - beta1) * lnQ);
  const stopTerm = (lnQ: number): number => Math.expm1((1 - beta1) * lnQ) / Math.expm1((beta2 - beta1) * lnQ);
  const gainAtLower = (lnQ: number): number => 1 - stopTerm(lnQ) / beta2 - (startTerm(lnQ) * Math.exp(-beta1 * lnQ)) / beta1;
  const gainAtUpper = (lnQ: number): number => Math.exp(lnQ) - (stopTerm(lnQ) * Math.exp(beta2 * lnQ)) / beta2 - startTerm(lnQ) / beta1;
  const excess = (lnQ: number): number => gainAtUpper(lnQ) / gainAtLower(lnQ) - startWorth / stopWorth;

  let wide = 1;
  while (excess(wide) < 0 && wide < LARGEST_LOG_RATIO) wide = Math.min(LARGEST_LOG_RATIO, wide * 2);
  if (excess(wide) < 0) throw new NotAvailableError("It never pays to stop: shutdown_cost is nearly as much as running for ever without revenue costs.");
  const lnQ = bisect(excess, wide * 1e-12, wide);
  const shutdown = (delta * stopWorth) / gainAtLower(lnQ);
  return { shutdown, restart: shutdown * Math.exp(lnQ) };
}

/** β₁ > 1 and β₂ < 0, the roots of ½σ²β(β − 1) + αβ − r = 0; the one without cancellation first, the other from their product. */
function exponents({ drift, sigma, rate }: SwitchingInputs): readonly [beta1: number, beta2: number] {
  const middle = 0.5 - drift / sigma ** 2;
  const spread = Math.sqrt(middle ** 2 + (2 * rate) / sigma ** 2);
  const product = (-2 * rate) / sigma ** 2;
  return middle >= 0 ? [middle + spread, product / (middle + spread)] : [product / (middle - spread), middle - spread];
}
