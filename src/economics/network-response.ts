import { normalDensity, normalQuantile } from "./normal";

// How much of the network runs at a given revenue, with the machines that are installed (formulas E3).

/** Machines with the same running cost. */
export interface HashrateClass {
  /** PH/s installed */
  readonly capacityPhs: number;
  /** hashprice below which they stop, $/PH/day */
  readonly hashcostUsdPhDay: number;
}

export interface NetworkEquilibrium {
  /** running hashrate, PH/s */
  readonly hashratePhs: number;
  readonly hashpriceUsdPhDay: number;
  /** index of the dearest class of which anything runs for its margin; undefined where only inflexible machines run */
  readonly marginalClass: number | undefined;
}

/**
 * Hashrate and hashprice at which every machine that runs covers its cost and none that stands would: classes start from the
 * cheapest on until the next one would earn less than it costs; the last may run in part.
 * @param revenueUsdDay what the whole network earns, $/day, above 0
 * @param inflexibleShare share of every class that runs at any hashprice, 0 to 1
 * Source: formulas E3 (Sharrock 2016).
 */
export function stepStackEquilibrium(revenueUsdDay: number, classes: readonly HashrateClass[], inflexibleShare: number): NetworkEquilibrium {
  let hashratePhs = inflexibleShare * classes.reduce((sum, each) => sum + each.capacityPhs, 0);
  let marginalClass: number | undefined;
  const byCost = [...classes.keys()].sort((a, b) => classes[a]!.hashcostUsdPhDay - classes[b]!.hashcostUsdPhDay);
  for (const index of byCost) {
    const { capacityPhs, hashcostUsdPhDay } = classes[index]!;
    const allOfIt = hashratePhs + capacityPhs * (1 - inflexibleShare);
    const affordable = hashcostUsdPhDay <= 0 ? Infinity : revenueUsdDay / hashcostUsdPhDay;
    const running = Math.min(allOfIt, affordable);
    if (running > hashratePhs) {
      hashratePhs = running;
      marginalClass = index;
    }
    if (affordable <= allOfIt) break;
  }
  return { hashratePhs, hashpriceUsdPhDay: revenueUsdDay / hashratePhs, marginalClass };
}

/**
 * Local supply elasticity of hashrate, d ln H ÷ d ln hashprice, where running costs spread lognormally.
 * @param sigma standard deviation of ln cost, above 0
 * @param utilization share of the installed hashrate that runs, above 0 and below 1
 * @returns φ(z) ÷ (σ · Φ(z)) with Φ(z) = utilization
 */
export function supplyElasticity(sigma: number, utilization: number): number {
  return normalDensity(normalQuantile(utilization)) / (sigma * utilization);
}

/** Share of a move in revenue that hashrate absorbs after the adjustments: η ÷ (1 + η); the rest, 1 ÷ (1 + η), reaches hashprice. */
export function absorbedShare(supplyElasticityValue: number): number {
  return supplyElasticityValue / (1 + supplyElasticityValue);
}
