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

/** Curtailment at the strike: only the hours in which machines earn more than their energy costs, and no month that does not earn its charges. @param always energy in all hours */
export function fillEarningHours(hours: RunHours, always: RunHours, run: MachineRun, { months, runHours, netDrawUsdKw, dearestUsdKwh }: SiteRates, floorKw: ByMonth): void {
  const { share, on, energyUsd, forgoneUsd } = hours;
  const { site, bins, hourByHour, resaleUsdKwh, resaleWeight, tariffUsdKwh, tariffWeight } = months;
  const { drawKw, revenueUsd, repairsUsd } = run;
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
      const { shares, pricesUsdKwh } = bins[t]!;
      let prices = 0;
      let offUntil = 0;
      earning = 0;
      for (let b = 0; b < shares.length; b++) {
        if (fixed + perPrice * pricesUsdKwh[b]! > hourlyUsd) {
          // Of bins the later ones are dearer; hours come in their order, and a stop has its shortest time.
          if (!hourByHour) break;
          if (b >= offUntil) offUntil = b + Math.max(1, site.minHoursOff);
        }
        if (b < offUntil) continue;
        earning += shares[b]!;
        prices += shares[b]! * pricesUsdKwh[b]!;
      }
      energy = runHours[t]! * (fixed * earning + perPrice * prices);
      forgone = runHours[t]! * inside * (resaleUsdKwh[t]! * earning + resaleWeight[t]! * prices);
    }
    const runs = revenue * earning - energy - draw * netDrawUsdKw[t]! - repairsUsd[t]! > 0 ? 1 : 0;
    on[t] = runs;
    share[t] = earning * runs;
    energyUsd[t] = energy * runs;
    forgoneUsd[t] = forgone * runs;
  }
}

/** Fills in what running brings and costs; gives the present value of the operating flow, $. */
export function fillOperation(rows: OperatingRows, run: MachineRun, { share, on, plugged, energyUsd, forgoneUsd }: RunHours, { months: { creditUsdKw, profitShare }, netDrawUsdKw, runHours }: SiteRates, factors: ByMonth): number {
  const { revenueUsd, powerUsd, repairsUsd, phDays, energyKwh, connectedKw, creditUsd, resaleForgoneUsd } = rows;
  const { drawKw: runDraw, revenueUsd: runRevenue, nameplateUsd, repairsUsd: runRepairs, phDays: runPhDays } = run;
  let valueUsd = 0;
  for (let t = 1; t < factors.length; t++) {
    const drawKw = runDraw[t]! * on[t]!;
    const revenue = runRevenue[t]! * share[t]!;
    const bill = energyUsd[t]! + drawKw * netDrawUsdKw[t]! + nameplateUsd[t]! * plugged[t]!;
    const power = bill + profitShare[t]! * Math.max(0, revenue - bill);
    const repairs = runRepairs[t]! * on[t]!;
    revenueUsd[t] = revenue;
    powerUsd[t] = -power;
    repairsUsd[t] = -repairs;
    phDays[t] = runPhDays[t]! * share[t]!;
    energyKwh[t] = drawKw * runHours[t]! * share[t]!;
    connectedKw[t] = drawKw;
    creditUsd[t] = drawKw * creditUsdKw[t]!;
    resaleForgoneUsd[t] = -forgoneUsd[t]!;
    valueUsd += (revenue - power - repairs) * factors[t]!;
  }
  return valueUsd;
}

/** Fills in stops and restarts; gives their present value, $. @param running whether before month 1 @param on by month: 1 where something runs */
export function fillSwitching({ switchingUsd }: OperatingRows, { site, pue }: SiteMonths, slotW: ByMonth, running: boolean, on: ByMonth, factors: ByMonth): number {
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
