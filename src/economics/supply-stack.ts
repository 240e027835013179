import { HOURS_PER_DAY, TH_PER_PH } from "../units/constants";
import { normalCdf, normalDensity } from "./normal";
import { bisect } from "./roots";

// The network's machines in merit order, with power prices that differ from owner to owner (formulas E3, smooth stack by class).

/** Machines of one efficiency, all over the world. */
export interface StackClass {
  readonly efficiencyJth: number;
  /** installed, EH/s */
  readonly hashrateEhs: number;
}

/** At what cost the machines of the network run. */
export interface StackCost {
  /** half of the machines have dearer power, $/kWh, above 0 */
  readonly powerMedianUsdKwh: number;
  /** standard deviation of ln power price, above 0 */
  readonly powerSigma: number;
  readonly poolFee: number;
  /** share of every class that runs at any hashprice, 0 to 1 */
  readonly inflexibleShare: number;
}

const PHS_PER_EHS = 1000;

/**
 * Share of a class that earns its power = s + (1 − s) · Φ(ln(h(1 − fee) ÷ (24 · efficiency · median power price)) ÷ σ), s being the inflexible share.
 * @param hashpriceUsdPhDay $/PH/day; at 0 or below only the inflexible share runs
 */
export function runningShare(hashpriceUsdPhDay: number, efficiencyJth: number, cost: StackCost): number {
  const flexible = hashpriceUsdPhDay > 0 ? normalCdf(lnCover(hashpriceUsdPhDay, efficiencyJth, cost) / cost.powerSigma) : 0;
  return cost.inflexibleShare + (1 - cost.inflexibleShare) * flexible;
}

/** Hashrate that earns its power at a hashprice, EH/s. */
export function stackHashrateEhs(stack: readonly StackClass[], cost: StackCost, hashpriceUsdPhDay: number): number {
  return stack.reduce((sum, each) => sum + each.hashrateEhs * runningShare(hashpriceUsdPhDay, each.efficiencyJth, cost), 0);
}

/** Supply elasticity of the stack, d ln hashrate ÷ d ln hashprice, at a hashprice above 0. */
export function stackElasticity(stack: readonly StackClass[], cost: StackCost, hashpriceUsdPhDay: number): number {
  const slope = stack.reduce((sum, each) => sum + each.hashrateEhs * (1 - cost.inflexibleShare) * normalDensity(lnCover(hashpriceUsdPhDay, each.efficiencyJth, cost) / cost.powerSigma), 0);
  return slope / cost.powerSigma / stackHashrateEhs(stack, cost, hashpriceUsdPhDay);
}

/**
 * Hashrate and hashprice at which the network shares out what it earns and every machine that runs earns its power:
 * h · S(h) = revenue. The left side rises with h, so there is one solution.
 * @param revenueUsdDay what the whole network earns, $/day, above 0
 * Source: formulas E3.
 */
export function smoothStackEquilibrium(stack: readonly StackClass[], cost: StackCost, revenueUsdDay: number): { readonly hashrateEhs: number; readonly hashpriceUsdPhDay: number } {
  const shared = (hashprice: number): number => hashprice * stackHashrateEhs(stack, cost, hashprice) * PHS_PER_EHS;
  const installedEhs = stack.reduce((sum, each) => sum + each.hashrateEhs, 0);
  const low = revenueUsdDay / (installedEhs * PHS_PER_EHS); // all machines running: the least that can be left for each
  let high = low;
  while (shared(high) < revenueUsdDay) high *= 2;
  const hashpriceUsdPhDay = high === low ? low : bisect((hashprice) => shared(hashprice) - revenueUsdDay, low, high);
  return { hashrateEhs: revenueUsdDay / hashpriceUsdPhDay / PHS_PER_EHS, hashpriceUsdPhDay };
}

/** ln of what hashprice earns over what a machine on median power costs. */
function lnCover(hashpriceUsdPhDay: number, efficiencyJth: number, cost: StackCost): number {
  return Math.log((hashpriceUsdPhDay * (1 - cost.poolFee)) / (HOURS_PER_DAY * efficiencyJth * cost.powerMedianUsdKwh));
}

/** How owners of the network order new machines. */
export interface OrderRule {
  /** most that is ordered in a month, as a share of the installed hashrate: what makers can build */
  readonly maxShareMonth: number;
  /** days from order to running */
  readonly leadDays: number;
  readonly efficiencyJth: number;
  /** price in place, $/TH, at the reference hashprice */
  readonly priceUsdTh: number;
  readonly referenceHashpriceUsdPhDay: number;
  /** machine price follows hashprice to this power: 0 not at all, 1 in proportion */
  readonly priceExponent: number;
  /** simple payback up to which the most is ordered, days */
  readonly fullOrderPaybackDays: number;
  /** simple payback from which nothing is ordered, days; above the one before */
  readonly noOrderPaybackDays: number;
}

/**
 * What the network orders in a month, as a share of its installed hashrate: the most while new machines at median power pay
 * back early, nothing while they pay back late, in a straight line between (the entry barrier of Prat and Walter, smoothed).
 */
export function orderedShareMonth(rule: OrderRule, cost: StackCost, hashpriceUsdPhDay: number): number {
  const marginUsdPhDay = hashpriceUsdPhDay * (1 - cost.poolFee) - HOURS_PER_DAY * rule.efficiencyJth * cost.powerMedianUsdKwh;
  if (marginUsdPhDay <= 0) return 0;
  const priceUsdTh = rule.priceUsdTh * (hashpriceUsdPhDay / rule.referenceHashpriceUsdPhDay) ** rule.priceExponent;
  const paybackDays = (priceUsdTh * TH_PER_PH) / marginUsdPhDay;
  const eagerness = (rule.noOrderPaybackDays - paybackDays) / (rule.noOrderPaybackDays - rule.fullOrderPaybackDays);
  return rule.maxShareMonth * Math.min(1, Math.max(0, eagerness));
}
