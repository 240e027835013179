import { W_PER_MW } from "../../../units/constants";
import type { OpenRows } from "./cash-flow";
import type { FleetContext } from "./fleet-context";
import { addMachines, fillMachines, fillRates, type MachineRates, type MachineRun } from "./machine-run";
import type { PlannedCandidate } from "./machines-of-plan";
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
  /** what is filled in already: stops and restarts, and where machines run what that brings and costs */
  readonly cash: Pick<OperatingRows, "revenueUsd" | "powerUsd" | "repairsUsd" | "switchingUsd"> | undefined;
  /** what it means by month, without tax and cash flow: rows of the scratch, filled in when they are asked for */
  readonly rows: (() => OpenRows) | undefined;
  readonly bought: Bought | undefined;
  readonly keptUnits: number;
}

/** A contract that does not let machines stop or run slowly. */
const NO_LOW_POWER = "The hosting contract does not allow low power or stops.";

export function keep(context: FleetContext): Evaluated {
  return wholeFleet(context, "keep", context.keptRun, context.keptHours);
}

/** @returns undefined where the machine has no lower setting */
export function underclock(context: FleetContext): Evaluated | undefined {
  const { fleet, home, floorKw, rates, scratch } = context;
  if (fleet.set.lowerSettings.length === 0) return undefined;
  if (!home.months.lowPowerAllowed) return unavailable("underclock", NO_LOW_POWER);
  const machines = scratch.machines.next();
  fillBestSettings(machines, context);
  const run = scratch.run();
  addMachines(run, fleet, rates, home, machines);
  return wholeFleet(context, "underclock", run, fillEnergy(scratch.alwaysHours.next(), run, home, floorKw));
}

export function curtail(context: FleetContext): Evaluated {
  const { home, floorKw, keptRun, keptHours, scratch } = context;
  if (!home.months.lowPowerAllowed) return unavailable("curtail", NO_LOW_POWER);
  const hours = scratch.hours.next();
  hours.plugged.fill(1);
  fillEarningHours(hours, keptHours, keptRun, home, floorKw);
  return wholeFleet(context, "curtail", keptRun, hours);
}

/** @param kept what keeping the fleet means */
export function shutdown(context: FleetContext, kept: Evaluated): Evaluated {
  const { home, slotW, factors, scratch, whole, wholeUsd } = context;
  if (!home.months.lowPowerAllowed) return unavailable("shutdown", NO_LOW_POWER);
  const { revenueUsd, powerUsd, repairsUsd } = kept.cash!;
  const { site, pue } = home.months;
  let restart = slotW.length;
  let highest = 0;
  let worth = 0;
  let operatingUsd = 0;
  for (let t = slotW.length - 1; t >= 2; t--) {
    worth += (revenueUsd[t]! + powerUsd[t]! + repairsUsd[t]!) * factors[t]!;
    const here = worth - site.restartUsdMw * meterMw(slotW[t]!, pue[t]!) * factors[t]!;
    if (here > 0 && here >= highest) [restart, highest, operatingUsd] = [t, here, worth];
  }
  const rows = scratch.operation();
  const on = scratch.rows.next().fill(0).fill(1, restart);
  return valued(context, "shutdown", rows, operatingUsd + switching(context, rows, on), whole, wholeUsd, () => {
    const { operating } = kept.rows!();
    for (const name of OPERATING_NAMES) if (name !== "switchingUsd") rows[name].fill(0).set(operating[name].subarray(restart), restart);
  });
}

export function sell(context: FleetContext): Evaluated {
  const { scratch } = context;
  const rows = scratch.operation();
  const sold: Ownership = { keptUnits: 0, saleMonth: 0 };
  return valued(context, "sell", rows, switching(context, rows, scratch.zeros), sold, worth(context, sold), () => {
    for (const name of OPERATING_NAMES) if (name !== "switchingUsd") rows[name].fill(0);
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
  let operatingUsd = fillCash(rows, run, hours, to, factors) + switching(context, rows, scratch.zeros);
  const first = hours.on.indexOf(1, 1);
  if (first > 0) {
    const restartUsd = meterMw(grantW[first]!, to.months.pue[first]!) * to.months.site.restartUsdMw;
    rows.switchingUsd[first]! -= restartUsd;
    operatingUsd -= restartUsd * factors[first]!;
  }
  rows.movingUsd[0] = -moved * relocationUsdUnit;
  const ownership: Ownership = { keptUnits: moved, saleMonth: 0 };
  return valued(context, "relocate", rows, operatingUsd + rows.movingUsd[0], ownership, worth(context, ownership), () => fillQuantities(rows, run, hours, to), target);
}

/** @param newRates of the candidate at the fleet's site @param writeOff share of the candidate's cost that is written off in each month @param afterTax what tax leaves of a dollar written off so */
export function upgrade(context: FleetContext, { need, units }: Purchase, target: number, candidate: PlannedCandidate, newRates: MachineRates, writeOff: ByMonth, afterTax: number): Evaluated {
  const { fleet, home, slotW, floorKw, rates, keptMachines, months, scratch } = context;
  const { leadMonths, duty, freightUsdTh, installUsdTh, infrastructureUsdMw, priceUsdTh } = candidate.candidate;
  if (leadMonths >= months.length) return unavailable("upgrade", "The machines would come after the plan's last month.", target);
  if (units < 1) return unavailable("upgrade", "No machine fits or can be had.", target);
  const { set } = candidate;
  const run = scratch.run();
  addMachines(run, fleet, rates, home, keptMachines, 1, leadMonths);
  let keptUnits = 0;
  if (units < need) {
    const leftW = scratch.rows.next();
    for (let t = leadMonths + 1; t < slotW.length; t++) leftW[t] = Math.max(0, slotW[t]! - units * set.powerW);
    const old = scratch.machines.next();
    fillMachines(old, fleet, fleet.fleet.units, leftW);
    addMachines(run, fleet, rates, home, old, leadMonths + 1);
    keptUnits = largest(old.units, leadMonths + 1);
  }
  const bought = scratch.machines.next();
  bought.units.fill(units);
  bought.hashrateThs.fill(units * set.hashrateThs);
  bought.powerW.fill(units * set.powerW);
  addMachines(run, candidate, newRates, home, bought, leadMonths + 1);
  const costUsd = units * set.nameplateThs * (priceUsdTh * (1 + duty) + freightUsdTh + installUsdTh)
    + (infrastructureUsdMw * units * set.powerW * largestPue(home.months.site.pue)) / W_PER_MW;
  const ownership: Ownership = { keptUnits, saleMonth: leadMonths, bought: { machine: candidate, units, leadMonths, costUsd, writeOff, afterTax } };
  return running(context, "upgrade", run, fillEnergy(scratch.alwaysHours.next(), run, home, floorKw), ownership, worth(context, ownership), target);
}

function unavailable(kind: AlternativeKind, because: string, target?: number): Evaluated {
  return { kind, target, available: false, because, npvUsd: NaN, cash: undefined, rows: undefined, bought: undefined, keptUnits: 0 };
}

function largest(row: ByMonth, from: number): number {
  let found = 0;
  for (let t = from; t < row.length; t++) found = Math.max(found, row[t]!);
  return found;
}

/** An alternative under which all machines stay until the end. */
function wholeFleet(context: FleetContext, kind: AlternativeKind, run: MachineRun, hours: RunHours): Evaluated {
  return running(context, kind, run, hours, context.whole, context.wholeUsd);
}

/** An alternative under which machines run at the fleet's own site. */
function running(context: FleetContext, kind: AlternativeKind, run: MachineRun, hours: RunHours, ownership: Ownership, worthUsd: number, target?: number): Evaluated {
  const { home, factors, scratch } = context;
  const rows = scratch.operation();
  const operatingUsd = fillCash(rows, run, hours, home, factors) + switching(context, rows, hours.on);
  return valued(context, kind, rows, operatingUsd, ownership, worthUsd, () => fillQuantities(rows, run, hours, home), target);
}

/** Present value after tax, $. */
function worth({ fleet, taxRate, factors, annuities }: FleetContext, ownership: Ownership): number {
  return ownedUsd(fleet, ownership, taxRate, factors, annuities);
}

/** @param on by month: 1 where something of the fleet runs at its own site */
function switching({ fleet, home, slotW, factors }: FleetContext, rows: OperatingRows, on: ByMonth): number {
  return fillSwitching(rows, home.months, slotW, fleet.fleet.state === "running", on, factors);
}

/** @param operatingUsd present value before tax @param worthUsd of the ownership @param complete fills in the rows that the value does not need */
function valued({ fleet, taxRate, scratch }: FleetContext, kind: AlternativeKind, operating: OperatingRows, operatingUsd: number, ownership: Ownership, worthUsd: number, complete: () => void, target?: number): Evaluated {
  const rows = (): OpenRows => {
    complete();
    return { operating, owned: fillOwned(scratch.owned.next(), fleet, ownership) };
  };
  return { kind, target, available: true, because: undefined, npvUsd: (1 - taxRate) * operatingUsd + worthUsd, cash: operating, rows, bought: ownership.bought, keptUnits: ownership.keptUnits };
}
