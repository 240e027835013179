import { W_PER_MW } from "../../../units/constants";
import type { MachineRun } from "./machine-run";
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

/** Adds what running brings and costs. */
export function addCash({ revenueUsd, powerUsd, repairsUsd }: OperatingRows, run: MachineRun, { share, on, plugged, energyUsd }: RunHours, { months: { profitShare }, netDrawUsdKw }: SiteRates): void {
  const { drawKw, revenueUsd: runRevenue, nameplateUsd, repairsUsd: runRepairs } = run;
  for (let t = 1; t < share.length; t++) {
    const revenue = runRevenue[t]! * share[t]!;
    const bill = energyUsd[t]! + drawKw[t]! * on[t]! * netDrawUsdKw[t]! + nameplateUsd[t]! * plugged[t]!;
    revenueUsd[t] = revenueUsd[t]! + revenue;
    powerUsd[t] = powerUsd[t]! - bill - profitShare[t]! * Math.max(0, revenue - bill);
    repairsUsd[t] = repairsUsd[t]! - runRepairs[t]! * on[t]!;
  }
}

/** Adds what running makes and takes, and the parts of its power cost. */
export function addQuantities({ phDays, energyKwh, connectedKw, creditUsd, resaleForgoneUsd }: OperatingRows, run: MachineRun, { share, on, forgoneUsd }: RunHours, { months: { creditUsdKw }, runHours }: SiteRates): void {
  const { drawKw: runDraw, phDays: runPhDays } = run;
  for (let t = 1; t < share.length; t++) {
    const drawKw = runDraw[t]! * on[t]!;
    phDays[t] = phDays[t]! + runPhDays[t]! * share[t]!;
    energyKwh[t] = energyKwh[t]! + drawKw * runHours[t]! * share[t]!;
    connectedKw[t] = connectedKw[t]! + drawKw;
    creditUsd[t] = creditUsd[t]! + drawKw * creditUsdKw[t]!;
    resaleForgoneUsd[t] = resaleForgoneUsd[t]! - forgoneUsd[t]!;
  }
}

/** Present value of running, $. */
export function presentUsd({ revenueUsd, powerUsd, repairsUsd }: OperatingRows, factors: ByMonth): number {
  let valueUsd = 0;
  for (let t = 1; t < factors.length; t++) valueUsd += (revenueUsd[t]! + powerUsd[t]! + repairsUsd[t]!) * factors[t]!;
  return valueUsd;
}

/** Present value of stops and restarts, $. @param running whether before month 1 @param on by month: 1 where something runs @param sums what they are added to, where there is something */
export function switchingUsd({ site, pue }: SiteMonths, slotW: ByMonth, running: boolean, on: ByMonth, factors: ByMonth, sums?: ByMonth): number {
  let before = running ? 1 : 0;
  let valueUsd = 0;
  for (let t = 1; t < slotW.length; t++) {
    const now = on[t]!;
    if (now === before) continue;
    const paid = meterMw(slotW[t]!, pue[t]!) * (now === 1 ? site.restartUsdMw : site.shutdownUsdMw);
    before = now;
    valueUsd -= paid * factors[t]!;
    if (sums) sums[t] = sums[t]! - paid;
  }
  return valueUsd;
}

export function meterMw(slotW: number, pue: number): number {
  return (slotW * pue) / W_PER_MW;
}
