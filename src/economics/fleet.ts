import { KW_PER_MW, W_PER_MW } from "../units/constants";

/** Binary fractions may put a whole number of machines a hair below itself: 4.6 MW of 4.6 kW machines are 1,000. */
const ROUNDING_SLACK = 1e-12;

/**
 * Machines that a site's power runs = INT(MW · 10^6 ÷ (watts · PUE)).
 * @param siteMw MW at the meter
 * @param powerW W of one machine
 */
export function machinesAtPower(siteMw: number, powerW: number, pue: number): number {
  return Math.floor(((siteMw * W_PER_MW) / (powerW * pue)) * (1 + ROUNDING_SLACK));
}

/** PH/s that 1 MW at the meter runs = 1,000 ÷ (efficiency · PUE): 1 PH/s at 1 J/TH draws 1 kW. */
export function hashratePhsPerMw(efficiencyJth: number, pue: number): number {
  return KW_PER_MW / (efficiencyJth * pue);
}

/**
 * Efficiency of a mixed fleet, J/TH = Σ units · W ÷ Σ units · TH/s.
 * @param units machines of each kind
 * @param hashrateThs hashrate of one machine of each kind
 * @param powerW power of one machine of each kind
 * @returns NaN where there is no machine at all
 */
export function fleetEfficiencyJth(units: readonly number[], hashrateThs: readonly number[], powerW: readonly number[]): number {
  const total = (each: readonly number[]): number => units.reduce((sum, count, i) => sum + count * each[i]!, 0);
  return total(powerW) / total(hashrateThs);
}
