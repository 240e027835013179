import { TH_PER_PH, W_PER_KW } from "../../../units/constants";
import type { MarketMonth } from "../market-month";
import type { PlannedMachine } from "./machines-of-plan";
import type { ByMonth } from "./result";
import { MONTHS_PER_YEAR, type SiteMonths } from "./site-months";

// Machines that run at a site in all hours: section 3 of docs/planning.md. Amounts are positive here.

export interface MachineRun {
  readonly units: ByMonth;
  /** average draw at the meter */
  readonly drawKw: ByMonth;
  readonly revenueUsd: ByMonth;
  readonly phDays: ByMonth;
  readonly energyKwh: ByMonth;
  readonly nameplateUsd: ByMonth;
  readonly repairsUsd: ByMonth;
}

/** Adds machines to a run, which may hold others already. The setting may change from month to month. */
export function addMachines(run: MachineRun, site: SiteMonths, machine: PlannedMachine, months: readonly MarketMonth[], unitsOf: (t: number) => number, settingOf: (t: number) => { readonly hashrateThs: number; readonly powerW: number } = () => machine): void {
  const { workingShare, feeFactor, degradation, nameplateW, operation: { failureRateAnnual, repairUsdUnit } } = machine;
  const repairUsd = (failureRateAnnual / MONTHS_PER_YEAR) * repairUsdUnit;
  for (let t = 1; t <= months.length; t++) {
    const units = unitsOf(t);
    if (units === 0) continue;
    const { hashrateThs, powerW } = settingOf(t);
    const { days, hashpriceUsdPhDay } = months[t - 1]!;
    const phDays = ((units * hashrateThs * degradation[t]! * workingShare) / TH_PER_PH) * days * site.runShare[t]!;
    const drawKw = (units * powerW * workingShare * site.pue[t]!) / W_PER_KW;
    run.units[t]! += units;
    run.drawKw[t]! += drawKw;
    run.phDays[t]! += phDays;
    run.revenueUsd[t]! += phDays * hashpriceUsdPhDay * feeFactor;
    run.energyKwh[t]! += drawKw * site.hours[t]! * site.runShare[t]!;
    run.nameplateUsd[t]! += ((units * nameplateW) / W_PER_KW) * site.hours[t]! * site.nameplateUsdKwh[t]!;
    run.repairsUsd[t]! += units * repairUsd;
  }
}

export function emptyRun(length: number): MachineRun {
  const row = (): ByMonth => new Float64Array(length);
  return { units: row(), drawKw: row(), revenueUsd: row(), phDays: row(), energyKwh: row(), nameplateUsd: row(), repairsUsd: row() };
}

/** Draw inside the committed power, kW. @param slotW power at the machines that the commitment's share goes with */
export function committedKw(site: SiteMonths, t: number, drawKw: number, slotW: number): number {
  return Math.min(drawKw, (site.takeOrPayShare[t]! * slotW * site.pue[t]!) / W_PER_KW);
}

/** What energy costs in all hours of the month, $, and the part that is resale forgone. */
export function energyUsd(site: SiteMonths, t: number, drawKw: number, insideKw: number): { readonly allUsd: number; readonly forgoneUsd: number } {
  const hours = site.hours[t]! * site.runShare[t]!;
  const forgoneUsd = hours * insideKw * (site.resaleUsdKwh[t]! + site.resaleWeight[t]! * site.meanBinUsdKwh[t]!);
  return { forgoneUsd, allUsd: forgoneUsd + hours * (drawKw - insideKw) * (site.tariffUsdKwh[t]! + site.tariffWeight[t]! * site.meanBinUsdKwh[t]!) };
}

/** The part of a month in which machines earn more than their energy costs; shares and sums over those bins. */
export interface EarningHours {
  readonly share: number;
  readonly energyUsd: number;
  readonly forgoneUsd: number;
}

/** Curtailment at the strike inside a month. @param revenueUsd of all hours */
export function earningHours(site: SiteMonths, t: number, revenueUsd: number, drawKw: number, insideKw: number): EarningHours {
  const { shares, pricesUsdKwh } = site.bins[t]!;
  const hours = site.hours[t]! * site.runShare[t]!;
  const beyondKw = drawKw - insideKw;
  const fixed = insideKw * site.resaleUsdKwh[t]! + beyondKw * site.tariffUsdKwh[t]!;
  const perPrice = insideKw * site.resaleWeight[t]! + beyondKw * site.tariffWeight[t]!;
  const hourlyUsd = revenueUsd / hours;
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
  return {
    share,
    energyUsd: hours * (fixed * share + perPrice * prices),
    forgoneUsd: hours * insideKw * (site.resaleUsdKwh[t]! * share + site.resaleWeight[t]! * prices),
  };
}
