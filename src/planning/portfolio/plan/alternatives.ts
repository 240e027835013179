import { W_PER_MW } from "../../../units/constants";
import { addRows, type OpenRows } from "./cash-flow";
import { fillEarningHours } from "./curtailment";
import { switching, type FleetContext } from "./fleet-context";
import { addMachines, fillMachines, fillRates, fillUnits, type MachineRates, type MachineRun } from "./machine-run";
import type { PlannedCandidate } from "./machines-of-plan";
import { fillMargins, shareProfit } from "./margins";
import { addCash, addQuantities, fillCommitted, fillEnergy, meterMw, OPERATING_NAMES, presentUsd, type OperatingRows, type RunHours } from "./operation";
import { addOwned, ownedUsd, type Bought, type Ownership } from "./ownership";
import type { AlternativeKind, ByMonth } from "./result";
import { largestPue } from "./site-months";
import type { Move, Purchase } from "./site-power";
import type { SiteRates } from "./site-rates";
import { fillBestSettings } from "./underclock";

// The alternatives of one fleet: section 4 of docs/planning.md. Each is valued first; rows are made for those that are shown or
// chosen.

/** An alternative with its value. */
export interface Evaluated {
  readonly kind: AlternativeKind;
  readonly target: number | undefined;
  readonly available: boolean;
  readonly because: string | undefined;
  /** NaN, and nothing to add, where the alternative is not available */
  readonly npvUsd: number;
  /** adds what running or not running means by month, before its site's scratch is released */
  readonly addOperation: ((sums: OperatingRows) => void) | undefined;
  readonly ownership: Ownership | undefined;
}

/** Adds what an alternative means by month; nothing where it is not available. */
export function addAlternative({ operating, owned }: OpenRows, { fleet }: FleetContext, { addOperation, ownership }: Evaluated): void {
  addOperation?.(operating);
  if (ownership) addOwned(owned, fleet, ownership);
}

/** A contract that does not let machines stop or run slowly. */
const NO_LOW_POWER = "The hosting contract does not allow low power or stops.";

export function keep(context: FleetContext): Evaluated {
  return wholeFleet(context, "keep", context.keptUsd + context.alwaysOnUsd, (sums) => addAlways(context, sums, keptRun(context)));
}

/** A machine whose other settings, as they stand, all draw as much as its own or more. */
const NO_LOWER_SETTING = "No setting of the machine draws less power than the one that it runs at.";

/** @returns undefined where the machine has one setting only */
export function underclock(context: FleetContext): Evaluated | undefined {
  const { fleet, home, rates, factors, alwaysOnUsd, scratch } = context;
  if (fleet.set.machine.settings.length === 1) return undefined;
  if (fleet.set.settingW.length === 1) return unavailable("underclock", NO_LOWER_SETTING);
  if (!home.months.lowPowerAllowed) return unavailable("underclock", NO_LOW_POWER);
  const machines = scratch.machines.next();
  const margins = scratch.rows.next();
  fillBestSettings(machines, margins, context);
  return wholeFleet(context, "underclock", shareProfit(margins, fleet, home, machines.units, factors) + alwaysOnUsd, (sums) => {
    const run = scratch.run();
    addMachines(run, fleet, rates, home, machines);
    addAlways(context, sums, run);
  });
}

export function curtail(context: FleetContext): Evaluated {
  const { home, scratch } = context;
  if (!home.months.lowPowerAllowed) return unavailable("curtail", NO_LOW_POWER);
  const hours = scratch.hours.next();
  hours.plugged.fill(1);
  return wholeFleet(context, "curtail", fillEarningHours(hours, context) + switching(context, hours.on), (sums) => addAtHome(context, sums, keptRun(context), hours));
}

export function shutdown(context: FleetContext): Evaluated {
  const { home, slotW, floorKw, factors, scratch, keptFlowUsd } = context;
  if (!home.months.lowPowerAllowed) return unavailable("shutdown", NO_LOW_POWER);
  const { site, pue } = home.months;
  let restart = slotW.length;
  let highest = 0;
  let laterUsd = 0;
  let operatingUsd = 0;
  for (let t = slotW.length - 1; t >= 2; t--) {
    laterUsd += keptFlowUsd[t]! * factors[t]!;
    const here = laterUsd - site.restartUsdMw * meterMw(slotW[t]!, pue[t]!) * factors[t]!;
    if (here > 0 && here >= highest) [restart, highest, operatingUsd] = [t, here, laterUsd];
  }
  const on = scratch.rows.next().fill(0).fill(1, restart);
  return wholeFleet(context, "shutdown", operatingUsd + switching(context, on), (sums) => {
    const run = keptRun(context);
    const { energyUsd, forgoneUsd } = scratch.hours.next();
    addAtHome(context, sums, run, fillEnergy({ share: on, on, plugged: on, energyUsd, forgoneUsd }, run, home, floorKw));
  });
}

export function sell(context: FleetContext): Evaluated {
  const { zeros } = context.scratch;
  return valued(context, "sell", switching(context, zeros), { keptUnits: 0, saleMonth: 0 }, ({ switchingUsd }) => void switching(context, zeros, switchingUsd));
}

/** @param to the site that the fleet would move to */
export function relocate(context: FleetContext, { grantW }: Move, target: number, to: SiteRates): Evaluated {
  const { fleet, months, market, factors, scratch } = context;
  const { units, relocationDays, relocationUsdUnit } = fleet.fleet;
  const counts = fillUnits(scratch.rows.next(), fleet, units, grantW);
  const moved = largest(counts, 1);
  if (moved < 1) return unavailable("relocate", `Site "${to.months.site.id}" has no room, or its power is not cheaper.`, target);
  const run = scratch.run();
  addMachines(run, fleet, fillRates(scratch.rates.next(), fleet, to.months, market), to, fillMachines(scratch.machines.next(), fleet, counts));
  const hours = scratch.hours.next();
  for (let t = 1; t < grantW.length; t++) {
    const { end, days } = months[t - 1]!;
    hours.share[t] = Math.max(0, Math.min(1, (end - months[0]!.start - relocationDays) / days));
    hours.on[t] = hours.plugged[t] = hours.share[t]! > 0 ? 1 : 0;
  }
  fillEnergy(hours, run, to, fillCommitted(scratch.rows.next(), to, grantW));
  const rows = scratch.operation();
  addRunning(rows, run, hours, to);
  let operatingUsd = presentUsd(rows, factors) + switching(context, scratch.zeros, rows.switchingUsd);
  const first = hours.on.indexOf(1, 1);
  if (first > 0) {
    const restartUsd = meterMw(grantW[first]!, to.months.pue[first]!) * to.months.site.restartUsdMw;
    rows.switchingUsd[first]! -= restartUsd;
    operatingUsd -= restartUsd * factors[first]!;
  }
  rows.movingUsd[0] = -moved * relocationUsdUnit;
  return valued(context, "relocate", operatingUsd + rows.movingUsd[0], { keptUnits: moved, saleMonth: 0 }, (sums) => addRows(sums, rows, OPERATING_NAMES), target);
}

/** @param newRates of the candidate at the fleet's site @param writeOff share of the candidate's cost that is written off in each month @param afterTax what tax leaves of a dollar written off so */
export function upgrade(context: FleetContext, { need, units }: Purchase, target: number, candidate: PlannedCandidate, newRates: MachineRates, writeOff: ByMonth, afterTax: number): Evaluated {
  const { fleet, home, slotW, floorKw, keptFlowUsd, months, factors, alwaysOnUsd, scratch } = context;
  const { leadMonths, duty, freightUsdTh, installUsdTh, infrastructureUsdMw, priceUsdTh } = candidate.candidate;
  if (leadMonths >= months.length) return unavailable("upgrade", "The machines would come after the plan's last month.", target);
  if (units < 1) return unavailable("upgrade", "No machine fits or can be had.", target);
  const { set } = candidate;
  const costUsd = units * set.nameplateThs * (priceUsdTh * (1 + duty) + freightUsdTh + installUsdTh)
    + (infrastructureUsdMw * units * set.powerW * largestPue(home.months.site.pue)) / W_PER_MW;
  const bought: Bought = { machine: candidate, units, leadMonths, costUsd, writeOff, afterTax };
  const counts = scratch.rows.next().fill(units);
  if (units < need) {
    const leftW = scratch.rows.next();
    for (let t = leadMonths + 1; t < slotW.length; t++) leftW[t] = Math.max(0, slotW[t]! - units * set.powerW);
    const oldUnits = fillUnits(scratch.rows.next(), fleet, fleet.fleet.units, leftW);
    const rows = scratch.operation();
    addAlways(context, rows, upgradedRun(context, bought, newRates, counts, oldUnits));
    return valued(context, "upgrade", presentUsd(rows, factors) + alwaysOnUsd, { keptUnits: largest(oldUnits, leadMonths + 1), saleMonth: leadMonths, bought }, (sums) => addRows(sums, rows, OPERATING_NAMES), target);
  }
  const margins = fillMargins(scratch.rows.next(), candidate, set, newRates, home, counts, floorKw, leadMonths + 1);
  let operatingUsd = shareProfit(margins, candidate, home, counts, factors, leadMonths + 1);
  for (let t = 1; t <= leadMonths; t++) operatingUsd += keptFlowUsd[t]! * factors[t]!;
  return valued(context, "upgrade", operatingUsd + alwaysOnUsd, { keptUnits: 0, saleMonth: leadMonths, bought }, (sums) => addAlways(context, sums, upgradedRun(context, bought, newRates, counts)), target);
}

/** The fleet until its new machines run, then these and what is kept of the old ones. */
function upgradedRun({ fleet, home, rates, keptUnits, scratch }: FleetContext, { machine, leadMonths }: Bought, newRates: MachineRates, counts: ByMonth, oldUnits?: ByMonth): MachineRun {
  const run = scratch.run();
  addMachines(run, fleet, rates, home, fillMachines(scratch.machines.next(), fleet, keptUnits), 1, leadMonths);
  if (oldUnits) addMachines(run, fleet, rates, home, fillMachines(scratch.machines.next(), fleet, oldUnits), leadMonths + 1);
  addMachines(run, machine, newRates, home, fillMachines(scratch.machines.next(), machine, counts), leadMonths + 1);
  return run;
}

function keptRun({ fleet, home, rates, keptUnits, scratch }: FleetContext): MachineRun {
  const run = scratch.run();
  addMachines(run, fleet, rates, home, fillMachines(scratch.machines.next(), fleet, keptUnits));
  return run;
}

function unavailable(kind: AlternativeKind, because: string, target?: number): Evaluated {
  return { kind, target, available: false, because, npvUsd: NaN, addOperation: undefined, ownership: undefined };
}

function largest(row: ByMonth, from: number): number {
  let found = 0;
  for (let t = from; t < row.length; t++) found = Math.max(found, row[t]!);
  return found;
}

/** Adds what machines do that run at the fleet's own site in all hours. */
function addAlways(context: FleetContext, sums: OperatingRows, run: MachineRun): void {
  addAtHome(context, sums, run, fillEnergy(context.scratch.alwaysHours.next(), run, context.home, context.floorKw));
}

function addAtHome(context: FleetContext, sums: OperatingRows, run: MachineRun, hours: RunHours): void {
  addRunning(sums, run, hours, context.home);
  switching(context, hours.on, sums.switchingUsd);
}

function addRunning(sums: OperatingRows, run: MachineRun, hours: RunHours, at: SiteRates): void {
  addCash(sums, run, hours, at);
  addQuantities(sums, run, hours, at);
}

/** An alternative under which all machines stay until the end. */
function wholeFleet(context: FleetContext, kind: AlternativeKind, operatingUsd: number, addOperation: (sums: OperatingRows) => void): Evaluated {
  return evaluated(context, kind, operatingUsd, context.whole, context.wholeUsd, addOperation);
}

function valued(context: FleetContext, kind: AlternativeKind, operatingUsd: number, ownership: Ownership, addOperation: (sums: OperatingRows) => void, target?: number): Evaluated {
  const { fleet, taxRate, factors, annuities } = context;
  return evaluated(context, kind, operatingUsd, ownership, ownedUsd(fleet, ownership, taxRate, factors, annuities), addOperation, target);
}

/** @param operatingUsd present value before tax @param worthUsd of the ownership after tax */
function evaluated({ taxRate }: FleetContext, kind: AlternativeKind, operatingUsd: number, ownership: Ownership, worthUsd: number, addOperation: (sums: OperatingRows) => void, target?: number): Evaluated {
  return { kind, target, available: true, because: undefined, npvUsd: (1 - taxRate) * operatingUsd + worthUsd, addOperation, ownership };
}
