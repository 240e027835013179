import { TH_PER_PH, W_PER_KW } from "../../../units/constants";
import type { MarketMonth } from "../market-month";
import type { PlannedMachine } from "./machines-of-plan";
import type { ByMonth } from "./result";
import { MONTHS_PER_YEAR, type SiteMonths } from "./site-months";

// Machines that run at a site: section 3 of docs/planning.md. Amounts are positive here.

/** What machines would do in all hours. */
export interface MachineRun {
  /** average draw at the meter */
  readonly drawKw: ByMonth;
  readonly revenueUsd: ByMonth;
  readonly phDays: ByMonth;
  readonly energyKwh: ByMonth;
  readonly nameplateUsd: ByMonth;
  readonly repairsUsd: ByMonth;
}

/** In which part of the month they do. */
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

export const RUN_NAMES = ["drawKw", "revenueUsd", "phDays", "energyKwh", "nameplateUsd", "repairsUsd"] as const satisfies readonly (keyof MachineRun)[];
export const HOUR_NAMES = ["share", "on", "plugged", "energyUsd", "forgoneUsd"] as const satisfies readonly (keyof RunHours)[];

/** A setting by month. */
export interface Settings {
  readonly hashrateThs: ByMonth;
  readonly powerW: ByMonth;
}

/**
 * Adds machines to a run, which may hold others already.
 * @param units by month
 * @param settings where the setting changes from month to month
 */
export function addMachines(run: MachineRun, site: SiteMonths, machine: PlannedMachine, months: readonly MarketMonth[], units: ByMonth, settings?: Settings): void {
  const { workingShare, feeFactor, degradation, nameplateW, operation: { failureRateAnnual, repairUsdUnit } } = machine;
  const repairUsd = (failureRateAnnual / MONTHS_PER_YEAR) * repairUsdUnit;
  for (let t = 1; t < units.length; t++) {
    const count = units[t]!;
    if (count === 0) continue;
    const hashrateThs = settings ? settings.hashrateThs[t]! : machine.hashrateThs;
    const powerW = settings ? settings.powerW[t]! : machine.powerW;
    const { days, hashpriceUsdPhDay } = months[t - 1]!;
    const phDays = ((count * hashrateThs * degradation[t]! * workingShare) / TH_PER_PH) * days * site.runShare[t]!;
    const drawKw = (count * powerW * workingShare * site.pue[t]!) / W_PER_KW;
    run.drawKw[t]! += drawKw;
    run.phDays[t]! += phDays;
    run.revenueUsd[t]! += phDays * hashpriceUsdPhDay * feeFactor;
    run.energyKwh[t]! += drawKw * site.hours[t]! * site.runShare[t]!;
    run.nameplateUsd[t]! += ((count * nameplateW) / W_PER_KW) * site.hours[t]! * site.nameplateUsdKwh[t]!;
    run.repairsUsd[t]! += count * repairUsd;
  }
}

/** Draw inside the committed power, kW. @param slotW power at the machines that the commitment's share goes with */
export function committedKw(site: SiteMonths, t: number, drawKw: number, slotW: number): number {
  return Math.min(drawKw, (site.takeOrPayShare[t]! * slotW * site.pue[t]!) / W_PER_KW);
}

/** Resale forgone for energy inside the commitment in all hours of the month, $. */
export function forgoneUsd(site: SiteMonths, t: number, insideKw: number): number {
  return site.hours[t]! * site.runShare[t]! * insideKw * (site.resaleUsdKwh[t]! + site.resaleWeight[t]! * site.meanBinUsdKwh[t]!);
}

/** Cost of energy beyond the commitment in all hours of the month, $. */
export function tariffUsd(site: SiteMonths, t: number, beyondKw: number): number {
  return site.hours[t]! * site.runShare[t]! * beyondKw * (site.tariffUsdKwh[t]! + site.tariffWeight[t]! * site.meanBinUsdKwh[t]!);
}

/** Running in all hours of one month. */
export function runAllHours(hours: RunHours, site: SiteMonths, t: number, drawKw: number, slotW: number, share = 1): void {
  const inside = committedKw(site, t, drawKw, slotW);
  const forgone = forgoneUsd(site, t, inside);
  hours.share[t] = share;
  hours.on[t] = 1;
  hours.plugged[t] = 1;
  hours.energyUsd[t] = (forgone + tariffUsd(site, t, drawKw - inside)) * share;
  hours.forgoneUsd[t] = forgone * share;
}

/** Curtailment at the strike inside one month: only the hours in which machines earn more than their energy costs. @param revenueUsd of all hours */
export function runEarningHours(hours: RunHours, site: SiteMonths, t: number, revenueUsd: number, drawKw: number, slotW: number): void {
  const { shares, pricesUsdKwh } = site.bins[t]!;
  const monthHours = site.hours[t]! * site.runShare[t]!;
  const insideKw = committedKw(site, t, drawKw, slotW);
  const beyondKw = drawKw - insideKw;
  const fixed = insideKw * site.resaleUsdKwh[t]! + beyondKw * site.tariffUsdKwh[t]!;
  const perPrice = insideKw * site.resaleWeight[t]! + beyondKw * site.tariffWeight[t]!;
  const hourlyUsd = revenueUsd / monthHours;
  let share = 0;
  let prices = 0;
  let offUntil = 0;
  for (let b = 0; b < shares.length; b++) {
    if (fixed + perPrice * pricesUsdKwh[b]! > hourlyUsd) {
      // Of bins the later ones are dearer; hours come in their order, and a stop has its shortest time.
      if (!site.hourByHour) break;
      if (b >= offUntil) offUntil = b + Math.max(1, site.site.minHoursOff);
    }
    if (b < offUntil) continue;
    share += shares[b]!;
    prices += shares[b]! * pricesUsdKwh[b]!;
  }
  hours.share[t] = share;
  hours.energyUsd[t] = monthHours * (fixed * share + perPrice * prices);
  hours.forgoneUsd[t] = monthHours * insideKw * (site.resaleUsdKwh[t]! * share + site.resaleWeight[t]! * prices);
}
