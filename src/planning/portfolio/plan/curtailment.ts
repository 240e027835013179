import type { FleetContext } from "./fleet-context";
import { repairUsdMonth } from "./machine-run";
import type { RunHours } from "./operation";
import type { PriceBins } from "./price-bins";

/**
 * Curtailment at the strike: fills in the hours in which the kept machines earn more than their energy costs, and no month
 * that does not earn its charges. Gives the present value of what they bring and cost, $. Section 4 of docs/planning.md.
 */
export function fillEarningHours({ share, on, energyUsd, forgoneUsd }: RunHours, { fleet, home, keptUnits, floorKw, factors, rates: { revenueUsdTh } }: FleetContext): number {
  const { months, kwPerW, runHours, forgoneUsdKw, tariffUsdKw, netDrawUsdKw, nameplateUsdW, dearestUsdKwh } = home;
  const { first, sharesBefore, pricesBefore } = home.binSums;
  const { site, bins, hourByHour, resaleUsdKwh, resaleWeight, tariffUsdKwh, tariffWeight, profitShare } = months;
  const { hashrateThs, nameplateW, powerW } = fleet.set;
  const workingW = powerW * fleet.workingShare;
  const repairUsd = repairUsdMonth(fleet);
  let valueUsd = 0;
  let dear = 0;
  for (let t = 1; t < factors.length; t++) {
    const units = keptUnits[t]!;
    const draw = units * workingW * kwPerW[t]!;
    const revenue = units * hashrateThs * revenueUsdTh[t]!;
    const repairs = units * repairUsd;
    const inside = Math.min(draw, floorKw[t]!);
    const beyond = draw - inside;
    const fixed = inside * resaleUsdKwh[t]! + beyond * tariffUsdKwh[t]!;
    const perPrice = inside * resaleWeight[t]! + beyond * tariffWeight[t]!;
    const hourlyUsd = revenue / runHours[t]!;
    let earning = 1;
    let forgone = inside * forgoneUsdKw[t]!;
    let energy = forgone + beyond * tariffUsdKw[t]!;
    if (fixed + perPrice * dearestUsdKwh[t]! > hourlyUsd) {
      let prices: number;
      if (hourByHour) ({ earning, prices } = earningHours(bins[t]!, site.minHoursOff, fixed, perPrice, hourlyUsd));
      else {
        dear = firstDearBin(bins[t]!, fixed, perPrice, hourlyUsd, dear);
        const at = first[t]! + dear;
        earning = sharesBefore[at]!;
        prices = pricesBefore[at]!;
      }
      energy = runHours[t]! * (fixed * earning + perPrice * prices);
      forgone = runHours[t]! * inside * (resaleUsdKwh[t]! * earning + resaleWeight[t]! * prices);
    }
    const earned = revenue * earning - energy - draw * netDrawUsdKw[t]! - repairs;
    const runs = earned > 0 ? 1 : 0;
    // The bill by nameplate is due in any case; the host's share of the profit is not reduced by repairs.
    const margin = earned * runs - units * nameplateW * nameplateUsdW[t]!;
    valueUsd += (margin - profitShare[t]! * Math.max(0, margin + repairs * runs)) * factors[t]!;
    on[t] = runs;
    share[t] = earning * runs;
    energyUsd[t] = energy * runs;
    forgoneUsd[t] = forgone * runs;
  }
  return valueUsd;
}

/** The first of the bins, which are sorted, in which machines cost more than they earn; the dearest is one. @param near where it may be */
function firstDearBin({ pricesUsdKwh }: PriceBins, fixedUsd: number, perPrice: number, hourlyUsd: number, near: number): number {
  let dear = Math.min(near, pricesUsdKwh.length - 1);
  while (fixedUsd + perPrice * pricesUsdKwh[dear]! <= hourlyUsd) dear++;
  while (dear > 0 && fixedUsd + perPrice * pricesUsdKwh[dear - 1]! > hourlyUsd) dear--;
  return dear;
}

/** Hours in the order of time, in which a stop has its shortest time: the share that earns, and the sum of share · price. */
function earningHours({ shares, pricesUsdKwh }: PriceBins, minHoursOff: number, fixedUsd: number, perPrice: number, hourlyUsd: number): { readonly earning: number; readonly prices: number } {
  let earning = 0;
  let prices = 0;
  let offUntil = 0;
  for (let b = 0; b < shares.length; b++) {
    if (b >= offUntil && fixedUsd + perPrice * pricesUsdKwh[b]! > hourlyUsd) offUntil = b + Math.max(1, minHoursOff);
    if (b < offUntil) continue;
    earning += shares[b]!;
    prices += shares[b]! * pricesUsdKwh[b]!;
  }
  return { earning, prices };
}
