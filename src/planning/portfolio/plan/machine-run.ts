import { TH_PER_PH } from "../../../units/constants";
import type { PlannedMachine } from "./machines-of-plan";
import type { ByMonth } from "./result";
import { MONTHS_PER_YEAR, type SiteMonths } from "./site-months";
import { wholeUnits } from "./site-power";
import type { SiteRates } from "./site-rates";

// Machines that run at a site in all hours: section 3 of docs/planning.md. Amounts are positive here.

/** The market by month; figures of index 0 are not used. */
export interface MarketRows {
  readonly days: ByMonth;
  readonly hashpriceUsdPhDay: ByMonth;
}

/** What a TH of a kind of machines does at a site in all hours, by month. */
export interface MachineRates {
  readonly phDaysTh: ByMonth;
  readonly revenueUsdTh: ByMonth;
}

/** Machines by month, which may change their setting, and the TH and W of all of them. */
export interface Machines {
  readonly units: ByMonth;
  readonly hashrateThs: ByMonth;
  readonly powerW: ByMonth;
}

/** What they do. */
export interface MachineRun {
  /** average draw at the meter */
  readonly drawKw: ByMonth;
  readonly revenueUsd: ByMonth;
  readonly phDays: ByMonth;
  readonly nameplateUsd: ByMonth;
  readonly repairsUsd: ByMonth;
}

export const RATE_NAMES = ["phDaysTh", "revenueUsdTh"] as const satisfies readonly (keyof MachineRates)[];
export const MACHINE_NAMES = ["units", "hashrateThs", "powerW"] as const satisfies readonly (keyof Machines)[];
export const RUN_NAMES = ["drawKw", "revenueUsd", "phDays", "nameplateUsd", "repairsUsd"] as const satisfies readonly (keyof MachineRun)[];

export function fillRates(rates: MachineRates, { degradation, workingShare, feeFactor }: PlannedMachine, { runShare }: SiteMonths, { days, hashpriceUsdPhDay }: MarketRows): MachineRates {
  const { phDaysTh, revenueUsdTh } = rates;
  const { shape } = degradation;
  const workingPh = (degradation.scale * workingShare) / TH_PER_PH;
  for (let t = 1; t < days.length; t++) {
    const phDays = workingPh * shape[t]! * days[t]! * runShare[t]!;
    phDaysTh[t] = phDays;
    revenueUsdTh[t] = phDays * hashpriceUsdPhDay[t]! * feeFactor;
  }
  return rates;
}

/** As many machines as so much power runs, at their own setting. */
export function fillUnits(units: ByMonth, { set: { powerW } }: PlannedMachine, owned: number, watts: ByMonth): ByMonth {
  for (let t = 1; t < watts.length; t++) units[t] = unitsThatFit(owned, watts[t]!, powerW);
  return units;
}

export function unitsThatFit(owned: number, watts: number, unitW: number): number {
  return watts >= owned * unitW ? owned : wholeUnits(watts / unitW);
}

/** Repairs of a machine in a month, $. */
export function repairUsdMonth({ operation: { failureRateAnnual, repairUsdUnit } }: PlannedMachine): number {
  return (failureRateAnnual / MONTHS_PER_YEAR) * repairUsdUnit;
}

/** Machines at their own setting. */
export function fillMachines(machines: Machines, { set }: PlannedMachine, counts: ByMonth): Machines {
  const { units, hashrateThs, powerW } = machines;
  for (let t = 1; t < counts.length; t++) {
    const count = counts[t]!;
    units[t] = count;
    hashrateThs[t] = count * set.hashrateThs;
    powerW[t] = count * set.powerW;
  }
  return machines;
}

/** Adds machines to a run, which may hold others already, in the months from `first` to `last`. */
export function addMachines(run: MachineRun, machine: PlannedMachine, { phDaysTh, revenueUsdTh }: MachineRates, { kwPerW, nameplateUsdW }: SiteRates, { units, hashrateThs, powerW }: Machines, first = 1, last = units.length - 1): void {
  const { drawKw, revenueUsd, phDays, nameplateUsd, repairsUsd } = run;
  const { workingShare, set: { nameplateW } } = machine;
  const repairUsd = repairUsdMonth(machine);
  for (let t = first; t <= last; t++) {
    const count = units[t]!;
    drawKw[t] = drawKw[t]! + powerW[t]! * workingShare * kwPerW[t]!;
    phDays[t] = phDays[t]! + hashrateThs[t]! * phDaysTh[t]!;
    revenueUsd[t] = revenueUsd[t]! + hashrateThs[t]! * revenueUsdTh[t]!;
    nameplateUsd[t] = nameplateUsd[t]! + count * nameplateW * nameplateUsdW[t]!;
    repairsUsd[t] = repairsUsd[t]! + count * repairUsd;
  }
}
