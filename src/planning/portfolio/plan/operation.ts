import { W_PER_MW } from "../../../units/constants";
import type { MachineRun } from "./machine-run";
import type { PriceBins } from "./price-bins";
import type { AlternativeRows, ByMonth } from "./result";
import type { SiteMonths } from "./site-months";
import type { SiteRates } from "./site-rates";

// In which hours machines run, and what that brings and costs: sections 3 and 4 of docs/planning.md.

export const OPERATING_NAMES = ["revenueUsd", "powerUsd", "repairsUsd", "switchingUsd", "movingUsd", "phDays", "energyKwh", "connectedKw", "creditUsd", "resaleForgoneUsd"] as const satisfies readonly (keyof AlternativeRows)[];
export type OperatingRows = Pick<AlternativeRows, (typeof OPERATING_NAMES)[number]>;

/** In which part of the month machines run. Amounts are positive. */
export interface RunHours {
  /** share of the hours that are not lost anyway */
  readonly share: ByMonth;
  /** 1 where charges on draw and repairs are due, else 0 */
  readonly on: ByMonth;
  /** 1 where machines are plugged in, for a bill by nameplate, else 0 */
  readonly plugged: ByMonth;
  readonly energyUsd: ByMonth;
  /** the part of energyUsd that is resale forgone */
  readonly forgoneUsd: ByMonth;
}

export const HOUR_NAMES = ["share", "on", "plugged", "energyUsd", "forgoneUsd"] as const satisfies readonly (keyof RunHours)[];

/** Draw inside the committed power, kW. @param slotW power at the machines that the commitment's share goes with */
export function fillCommitted(floorKw: ByMonth, { months: { takeOrPayShare }, kwPerW }: SiteRates, slotW: ByMonth): ByMonth {
  for (let t = 1; t < slotW.length; t++) floorKw[t] = takeOrPayShare[t]! * slotW[t]! * kwPerW[t]!;
  return floorKw;
}

/** Energy of running in the given share of all hours. */
export function fillEnergy(hours: RunHours, { drawKw }: MachineRun, { forgoneUsdKw, tariffUsdKw }: SiteRates, floorKw: ByMonth): RunHours {
  const { share, energyUsd, forgoneUsd } = hours;
  for (let t = 1; t < floorKw.length; t++) {
    const draw = drawKw[t]!;
    const inside = Math.min(draw, floorKw[t]!);
    const forgone = inside * forgoneUsdKw[t]! * share[t]!;
    forgoneUsd[t] = forgone;
    energyUsd[t] = forgone + (draw - inside) * tariffUsdKw[t]! * share[t]!;
  }
  return hours;
}

/** Curtailment at the strike: only the hours in which machines earn more than their energy costs, and no month that does not earn its charges. @param always energy in all hours @returns present value of what that brings and costs, $ */
export function fillEarningHours(hours: RunHours, always: RunHours, run: MachineRun, { months, runHours, netDrawUsdKw, dearestUsdKwh, binSums }: SiteRates, floorKw: ByMonth, factors: ByMonth): number {
  const { share, on, energyUsd, forgoneUsd } = hours;
  const { site, bins, hourByHour, resaleUsdKwh, resaleWeight, tariffUsdKwh, tariffWeight, profitShare } = months;
  const { drawKw, revenueUsd, repairsUsd, nameplateUsd } = run;
  const { first, sharesBefore, pricesBefore } = binSums;
  let valueUsd = 0;
  let dear = 0;
  for (let t = 1; t < floorKw.length; t++) {
    const draw = drawKw[t]!;
    const revenue = revenueUsd[t]!;
    const inside = Math.min(draw, floorKw[t]!);
    const beyond = draw - inside;
    const fixed = inside * resaleUsdKwh[t]! + beyond * tariffUsdKwh[t]!;
    const perPrice = inside * resaleWeight[t]! + beyond * tariffWeight[t]!;
    const hourlyUsd = revenue / runHours[t]!;
    let earning = 1;
    let energy = always.energyUsd[t]!;
    let forgone = always.forgoneUsd[t]!;
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
    const repairs = repairsUsd[t]!;
    const earned = revenue * earning - energy - draw * netDrawUsdKw[t]! - repairs;
    const runs = earned > 0 ? 1 : 0;
    const margin = earned * runs - nameplateUsd[t]!;
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

/** Fills in what running brings and costs; gives its present value, $. */
export function fillCash({ revenueUsd, powerUsd, repairsUsd }: OperatingRows, run: MachineRun, { share, on, plugged, energyUsd }: RunHours, { months: { profitShare }, netDrawUsdKw }: SiteRates, factors: ByMonth): number {
  const { drawKw, revenueUsd: runRevenue, nameplateUsd, repairsUsd: runRepairs } = run;
  let valueUsd = 0;
  for (let t = 1; t < factors.length; t++) {
    const revenue = runRevenue[t]! * share[t]!;
    const bill = energyUsd[t]! + drawKw[t]! * on[t]! * netDrawUsdKw[t]! + nameplateUsd[t]! * plugged[t]!;
    const power = bill + profitShare[t]! * Math.max(0, revenue - bill);
    const repairs = runRepairs[t]! * on[t]!;
    revenueUsd[t] = revenue;
    powerUsd[t] = -power;
    repairsUsd[t] = -repairs;
    valueUsd += (revenue - power - repairs) * factors[t]!;
  }
  return valueUsd;
}

/** Fills in what running makes and takes, and the parts of its power cost. */
export function fillQuantities({ phDays, energyKwh, connectedKw, creditUsd, resaleForgoneUsd }: OperatingRows, run: MachineRun, { share, on, forgoneUsd }: RunHours, { months: { creditUsdKw }, runHours }: SiteRates): void {
  for (let t = 1; t < share.length; t++) {
    const drawKw = run.drawKw[t]! * on[t]!;
    phDays[t] = run.phDays[t]! * share[t]!;
    energyKwh[t] = drawKw * runHours[t]! * share[t]!;
    connectedKw[t] = drawKw;
    creditUsd[t] = drawKw * creditUsdKw[t]!;
    resaleForgoneUsd[t] = -forgoneUsd[t]!;
  }
}

/** Fills in stops and restarts; gives their present value, $. @param running whether before month 1 @param on by month: 1 where something runs */
export function fillSwitching(switchingUsd: ByMonth, { site, pue }: SiteMonths, slotW: ByMonth, running: boolean, on: ByMonth, factors: ByMonth): number {
  let before = running ? 1 : 0;
  let valueUsd = 0;
  for (let t = 1; t < slotW.length; t++) {
    const now = on[t]!;
    let paid = 0;
    if (now !== before) paid = meterMw(slotW[t]!, pue[t]!) * (now === 1 ? site.restartUsdMw : site.shutdownUsdMw);
    before = now;
    switchingUsd[t] = -paid;
    valueUsd -= paid * factors[t]!;
  }
  return valueUsd;
}

export function meterMw(slotW: number, pue: number): number {
  return (slotW * pue) / W_PER_MW;
}
