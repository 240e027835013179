import { W_PER_MW } from "../../../units/constants";
import type { OpenRows } from "./cash-flow";
import type { FleetContext } from "./fleet-context";
import { addMachines, fillMachines, fillRates, type MachineRates, type MachineRun, type Machines } from "./machine-run";
import type { PlannedCandidate } from "./machines-of-plan";
import { fillMargins, marginsUsd } from "./margins";
import { fillCash, fillCommitted, fillEarningHours, fillEnergy, fillQuantities, fillSwitching, meterMw, OPERATING_NAMES, type OperatingRows, type RunHours } from "./operation";
import { fillOwned, ownedUsd, type Bought, type Ownership } from "./ownership";
import type { AlternativeKind, ByMonth } from "./result";
import { largestPue } from "./site-months";
import type { Move, Purchase } from "./site-power";
import type { SiteRates } from "./site-rates";
import { fillBestSettings } from "./underclock";

// The alternatives of one fleet, each as monthly rows: section 4 of docs/planning.md.

/** An alternative with its value. */
export interface Evaluated {
  readonly kind: AlternativeKind;
  readonly target: number | undefined;
  readonly available: boolean;
  readonly because: string | undefined;
  /** NaN, and no rows, where the alternative is not available */
  readonly npvUsd: number;
  /** what it means by month, without tax and cash flow: rows of the scratch, filled in when they are asked for */
  readonly rows: (() => OpenRows) | undefined;
  readonly bought: Bought | undefined;
  readonly keptUnits: number;
}

/** A contract that does not let machines stop or run slowly. */
const NO_LOW_POWER = "The hosting contract does not allow low power or stops.";

export function keep(context: FleetContext): Evaluated {
  const { keptUsd, alwaysOnUsd, keptRows } = context;
  return wholeFleet(context, "keep", keptUsd + alwaysOnUsd, () => keptRows);
}

/** @returns undefined where the machine has no lower setting */
export function underclock(context: FleetContext): Evaluated | undefined {
  const { fleet, home, rates, factors, alwaysOnUsd, scratch } = context;
  if (fleet.set.lowerSettings.length === 0) return undefined;
  if (!home.months.lowPowerAllowed) return unavailable("underclock", NO_LOW_POWER);
  const machines = scratch.machines.next();
  const margins = scratch.rows.next();
  fillBestSettings(machines, margins, context);
  return wholeFleet(context, "underclock", marginsUsd(margins, fleet, home, machines.units, factors) + alwaysOnUsd, () => {
    const run = scratch.run();
    addMachines(run, fleet, rates, home, machines);
    return runningRows(context, run);
  });
}

export function curtail(context: FleetContext): Evaluated {
  const { home, floorKw, factors, keptRun, keptHours, scratch } = context;
  if (!home.months.lowPowerAllowed) return unavailable("curtail", NO_LOW_POWER);
  const hours = scratch.hours.next();
  hours.plugged.fill(1);
  const operatingUsd = fillEarningHours(hours, keptHours, keptRun, home, floorKw, factors);
  return wholeFleet(context, "curtail", operatingUsd + switching(context, scratch.rows.next(), hours.on), () => operatingRows(context, keptRun, hours));
}

export function shutdown(context: FleetContext): Evaluated {
  const { home, slotW, factors, scratch, keptRows } = context;
  if (!home.months.lowPowerAllowed) return unavailable("shutdown", NO_LOW_POWER);
  const { revenueUsd, powerUsd, repairsUsd } = keptRows;
  const { site, pue } = home.months;
  let restart = slotW.length;
  let highest = 0;
  let laterUsd = 0;
  let operatingUsd = 0;
  for (let t = slotW.length - 1; t >= 2; t--) {
    laterUsd += (revenueUsd[t]! + powerUsd[t]! + repairsUsd[t]!) * factors[t]!;
    const here = laterUsd - site.restartUsdMw * meterMw(slotW[t]!, pue[t]!) * factors[t]!;
    if (here > 0 && here >= highest) [restart, highest, operatingUsd] = [t, here, laterUsd];
  }
  const on = scratch.rows.next().fill(0).fill(1, restart);
  return wholeFleet(context, "shutdown", operatingUsd + switching(context, scratch.rows.next(), on), () => {
    const rows = scratch.operation();
    for (const name of OPERATING_NAMES) rows[name].fill(0).set(keptRows[name].subarray(restart), restart);
    switching(context, rows.switchingUsd, on);
    return rows;
  });
}

export function sell(context: FleetContext): Evaluated {
  const { scratch } = context;
  return valued(context, "sell", switching(context, scratch.rows.next(), scratch.zeros), { keptUnits: 0, saleMonth: 0 }, () => {
    const rows = scratch.operation();
    for (const name of OPERATING_NAMES) rows[name].fill(0);
    switching(context, rows.switchingUsd, scratch.zeros);
    return rows;
  });
}

/** @param to the site that the fleet would move to */
export function relocate(context: FleetContext, { grantW }: Move, target: number, to: SiteRates): Evaluated {
  const { fleet, months, market, factors, scratch } = context;
  const { units, relocationDays, relocationUsdUnit } = fleet.fleet;
  const machines = scratch.machines.next();
  fillMachines(machines, fleet, units, grantW);
  const moved = largest(machines.units, 1);
  if (moved < 1) return unavailable("relocate", `Site "${to.months.site.id}" has no room, or its power is not cheaper.`, target);
  const rates = scratch.rates.next();
  fillRates(rates, fleet, to.months, market);
  const run = scratch.run();
  addMachines(run, fleet, rates, to, machines);
  const hours = scratch.hours.next();
  for (let t = 1; t < grantW.length; t++) {
    const { end, days } = months[t - 1]!;
    hours.share[t] = Math.max(0, Math.min(1, (end - months[0]!.start - relocationDays) / days));
    hours.on[t] = hours.plugged[t] = hours.share[t]! > 0 ? 1 : 0;
  }
  fillEnergy(hours, run, to, fillCommitted(scratch.rows.next(), to, grantW));
  const rows = scratch.operation();
  let operatingUsd = fillCash(rows, run, hours, to, factors) + switching(context, rows.switchingUsd, scratch.zeros);
  fillQuantities(rows, run, hours, to);
  const first = hours.on.indexOf(1, 1);
  if (first > 0) {
    const restartUsd = meterMw(grantW[first]!, to.months.pue[first]!) * to.months.site.restartUsdMw;
    rows.switchingUsd[first]! -= restartUsd;
    operatingUsd -= restartUsd * factors[first]!;
  }
  rows.movingUsd[0] = -moved * relocationUsdUnit;
  return valued(context, "relocate", operatingUsd + rows.movingUsd[0], { keptUnits: moved, saleMonth: 0 }, () => rows, target);
}

/** @param newRates of the candidate at the fleet's site @param writeOff share of the candidate's cost that is written off in each month @param afterTax what tax leaves of a dollar written off so */
export function upgrade(context: FleetContext, { need, units }: Purchase, target: number, candidate: PlannedCandidate, newRates: MachineRates, writeOff: ByMonth, afterTax: number): Evaluated {
  const { fleet, home, slotW, floorKw, keptRows: { revenueUsd, powerUsd, repairsUsd }, months, factors, alwaysOnUsd, scratch } = context;
  const { leadMonths, duty, freightUsdTh, installUsdTh, infrastructureUsdMw, priceUsdTh } = candidate.candidate;
  if (leadMonths >= months.length) return unavailable("upgrade", "The machines would come after the plan's last month.", target);
  if (units < 1) return unavailable("upgrade", "No machine fits or can be had.", target);
  const { set } = candidate;
  const costUsd = units * set.nameplateThs * (priceUsdTh * (1 + duty) + freightUsdTh + installUsdTh)
    + (infrastructureUsdMw * units * set.powerW * largestPue(home.months.site.pue)) / W_PER_MW;
  const bought: Bought = { machine: candidate, units, leadMonths, costUsd, writeOff, afterTax };
  if (units < need) {
    const leftW = scratch.rows.next();
    for (let t = leadMonths + 1; t < slotW.length; t++) leftW[t] = Math.max(0, slotW[t]! - units * set.powerW);
    const old = fillMachines(scratch.machines.next(), fleet, fleet.fleet.units, leftW);
    const rows = runningRows(context, upgradedRun(context, bought, newRates, old));
    const operatingUsd = rows.revenueUsd.reduce((sum, revenue, t) => (t === 0 ? 0 : sum + (revenue + rows.powerUsd[t]! + rows.repairsUsd[t]!) * factors[t]!), 0);
    return valued(context, "upgrade", operatingUsd + alwaysOnUsd, { keptUnits: largest(old.units, leadMonths + 1), saleMonth: leadMonths, bought }, () => rows, target);
  }
  const counts = scratch.rows.next().fill(units);
  const margins = scratch.rows.next();
  fillMargins(margins, candidate, set, newRates, home, counts, floorKw, leadMonths + 1);
  let operatingUsd = marginsUsd(margins, candidate, home, counts, factors, leadMonths + 1);
  for (let t = 1; t <= leadMonths; t++) operatingUsd += (revenueUsd[t]! + powerUsd[t]! + repairsUsd[t]!) * factors[t]!;
  return valued(context, "upgrade", operatingUsd + alwaysOnUsd, { keptUnits: 0, saleMonth: leadMonths, bought }, () => runningRows(context, upgradedRun(context, bought, newRates)), target);
}

/** The fleet until its new machines run, then these and what is kept of the old ones. */
function upgradedRun({ fleet, home, rates, keptMachines, scratch }: FleetContext, { machine, units, leadMonths }: Bought, newRates: MachineRates, old?: Machines): MachineRun {
  const run = scratch.run();
  addMachines(run, fleet, rates, home, keptMachines, 1, leadMonths);
  if (old) addMachines(run, fleet, rates, home, old, leadMonths + 1);
  const bought = scratch.machines.next();
  bought.units.fill(units);
  bought.hashrateThs.fill(units * machine.set.hashrateThs);
  bought.powerW.fill(units * machine.set.powerW);
  addMachines(run, machine, newRates, home, bought, leadMonths + 1);
  return run;
}

function unavailable(kind: AlternativeKind, because: string, target?: number): Evaluated {
  return { kind, target, available: false, because, npvUsd: NaN, rows: undefined, bought: undefined, keptUnits: 0 };
}

function largest(row: ByMonth, from: number): number {
  let found = 0;
  for (let t = from; t < row.length; t++) found = Math.max(found, row[t]!);
  return found;
}

/** Rows of machines that run at the fleet's own site in all hours. */
function runningRows(context: FleetContext, run: MachineRun): OperatingRows {
  return operatingRows(context, run, fillEnergy(context.scratch.alwaysHours.next(), run, context.home, context.floorKw));
}

function operatingRows(context: FleetContext, run: MachineRun, hours: RunHours): OperatingRows {
  const { home, factors, scratch } = context;
  const rows = scratch.operation();
  fillCash(rows, run, hours, home, factors);
  fillQuantities(rows, run, hours, home);
  switching(context, rows.switchingUsd, hours.on);
  return rows;
}

/** Fills in stops and restarts; gives their present value, $. @param on by month: 1 where something of the fleet runs at its own site */
function switching({ fleet, home, slotW, factors }: FleetContext, switchingUsd: ByMonth, on: ByMonth): number {
  return fillSwitching(switchingUsd, home.months, slotW, fleet.fleet.state === "running", on, factors);
}

/** An alternative under which all machines stay until the end. */
function wholeFleet(context: FleetContext, kind: AlternativeKind, operatingUsd: number, operating: () => OperatingRows): Evaluated {
  return evaluated(context, kind, operatingUsd, context.whole, context.wholeUsd, operating);
}

function valued(context: FleetContext, kind: AlternativeKind, operatingUsd: number, ownership: Ownership, operating: () => OperatingRows, target?: number): Evaluated {
  const { fleet, taxRate, factors, annuities } = context;
  return evaluated(context, kind, operatingUsd, ownership, ownedUsd(fleet, ownership, taxRate, factors, annuities), operating, target);
}

/** @param operatingUsd present value before tax @param worthUsd of the ownership after tax @param operating fills in its rows */
function evaluated({ fleet, taxRate, scratch }: FleetContext, kind: AlternativeKind, operatingUsd: number, ownership: Ownership, worthUsd: number, operating: () => OperatingRows, target?: number): Evaluated {
  return {
    kind, target, available: true, because: undefined, npvUsd: (1 - taxRate) * operatingUsd + worthUsd, bought: ownership.bought, keptUnits: ownership.keptUnits,
    rows: () => ({ operating: operating(), owned: fillOwned(scratch.owned.next(), fleet, ownership) }),
  };
}
