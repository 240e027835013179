import { TH_PER_PH, W_PER_KW, W_PER_MW } from "../../../units/constants";
import type { Finance } from "../document";
import type { MarketMonth } from "../market-month";
import { closeRows, emptyRows, type Ownership, type Rows } from "./cash-flow";
import { addMachines, committedKw, forgoneUsd, runAllHours, runEarningHours, tariffUsd, type MachineRun, type RunHours, type Settings } from "./machine-run";
import type { PlannedCandidate, PlannedFleet } from "./machines-of-plan";
import type { AlternativeKind, ByMonth } from "./result";
import type { Scratch } from "./scratch";
import { largestPue, MONTHS_PER_YEAR, type SiteMonths } from "./site-months";
import { wholeUnits, type Move, type Purchase } from "./site-power";

// The alternatives of one fleet, each as monthly rows: section 4 of docs/planning.md.

/** What every alternative of a fleet is made from. */
export interface FleetContext {
  readonly fleet: PlannedFleet;
  readonly site: SiteMonths;
  readonly slotW: ByMonth;
  readonly months: readonly MarketMonth[];
  readonly factors: ByMonth;
  readonly finance: Finance;
  readonly scratch: Scratch;
}

/** An alternative with its rows closed. */
export interface Evaluated {
  readonly kind: AlternativeKind;
  readonly target: number | undefined;
  readonly available: boolean;
  readonly because: string | undefined;
  /** NaN, and no rows, where the alternative is not available */
  readonly npvUsd: number;
  /** of the scratch */
  readonly rows: Rows;
  readonly bought: Ownership["bought"];
  readonly keptUnits: number;
}

/** A contract that does not let machines stop or run slowly. */
const NO_LOW_POWER = "The hosting contract does not allow low power or stops.";

/** The machines at their own setting, as many as the slot holds: what keeping, curtailing and restarting run. */
export function fleetRun({ fleet, site, slotW, months, scratch }: FleetContext): MachineRun {
  const run = scratch.run();
  addMachines(run, site, fleet, months, unitsThatFit(scratch.row(), fleet, slotW, fleet.powerW));
  return run;
}

/** @param run {@link fleetRun}'s, as for the others */
export function keep(context: FleetContext, run: MachineRun): Evaluated {
  return wholeFleet(context, "keep", run, always(context, run));
}

/** @returns undefined where the machine has no lower setting */
export function underclock(context: FleetContext): Evaluated | undefined {
  const { fleet, site, months, scratch } = context;
  if (fleet.lowerSettings.length === 0) return undefined;
  if (!site.lowPowerAllowed) return unavailable("underclock", NO_LOW_POWER);
  const settings: Settings = { hashrateThs: scratch.row(), powerW: scratch.row() };
  const units = scratch.row();
  for (let t = 1; t < units.length; t++) chooseSetting(context, t, settings, units);
  const run = scratch.run();
  addMachines(run, site, fleet, months, units, settings);
  return wholeFleet(context, "underclock", run, always(context, run));
}

export function curtail(context: FleetContext, run: MachineRun): Evaluated {
  const { site, slotW, scratch } = context;
  if (!site.lowPowerAllowed) return unavailable("curtail", NO_LOW_POWER);
  const hours = scratch.hours();
  hours.plugged.fill(1);
  for (let t = 1; t < slotW.length; t++) {
    const [drawKw, revenueUsd] = [run.drawKw[t]!, run.revenueUsd[t]!];
    runEarningHours(hours, site, t, revenueUsd, drawKw, slotW[t]!);
    if (revenueUsd * hours.share[t]! - hours.energyUsd[t]! - drawKw * (site.drawUsdKw[t]! - site.creditUsdKw[t]!) - run.repairsUsd[t]! > 0) hours.on[t] = 1;
    else hours.share[t] = hours.energyUsd[t] = hours.forgoneUsd[t] = 0;
  }
  return wholeFleet(context, "curtail", run, hours);
}

/** @param kept the rows under keep */
export function shutdown(context: FleetContext, run: MachineRun, kept: Rows): Evaluated {
  const { site, slotW, factors, scratch } = context;
  if (!site.lowPowerAllowed) return unavailable("shutdown", NO_LOW_POWER);
  let restart = Infinity;
  let highest = 0;
  let worth = 0;
  for (let t = slotW.length - 1; t >= 2; t--) {
    worth += (kept.revenueUsd[t]! + kept.powerUsd[t]! + kept.repairsUsd[t]!) * factors[t]!;
    const here = worth - site.site.restartUsdMw * meterMw(site, slotW, t) * factors[t]!;
    if (here > 0 && here >= highest) [restart, highest] = [t, here];
  }
  const hours = scratch.hours();
  for (let t = restart; t < slotW.length; t++) runAllHours(hours, site, t, run.drawKw[t]!, slotW[t]!);
  return wholeFleet(context, "shutdown", run, hours);
}

export function sell(context: FleetContext): Evaluated {
  const rows = context.scratch.rows();
  addSwitching(rows, context, context.scratch.row());
  return closed(context, "sell", rows, { keptUnits: 0, saleMonth: 0 });
}

/** @param to the site that the fleet would move to */
export function relocate(context: FleetContext, { grantW }: Move, target: number, to: SiteMonths): Evaluated {
  const { fleet, months, scratch } = context;
  const { relocationDays, relocationUsdUnit } = fleet.fleet;
  const units = unitsThatFit(scratch.row(), fleet, grantW, fleet.powerW);
  const moved = largest(units, 1);
  if (moved < 1) return unavailable("relocate", `Site "${to.site.id}" has no room, or its power is not cheaper.`, target);
  const run = scratch.run();
  addMachines(run, to, fleet, months, units);
  const rows = scratch.rows();
  addSwitching(rows, context, scratch.row());
  const hours = scratch.hours();
  for (let t = 1; t < grantW.length; t++) {
    const { end, days } = months[t - 1]!;
    const share = Math.max(0, Math.min(1, (end - months[0]!.start - relocationDays) / days));
    if (share === 0) continue;
    runAllHours(hours, to, t, run.drawKw[t]!, grantW[t]!, share);
    if (hours.on[t - 1] === 0) rows.switchingUsd[t]! -= meterMw(to, grantW, t) * to.site.restartUsdMw;
  }
  addRun(rows, to, run, hours);
  rows.movingUsd[0] = -moved * relocationUsdUnit;
  return closed(context, "relocate", rows, { keptUnits: moved, saleMonth: 0 }, { target });
}

/** @param writeOff {@link writeOffShares} of the candidate */
export function upgrade(context: FleetContext, { need, units }: Purchase, target: number, candidate: PlannedCandidate, writeOff: ByMonth): Evaluated {
  const { fleet, site, slotW, months, scratch } = context;
  const { leadMonths, duty, freightUsdTh, installUsdTh, infrastructureUsdMw, priceUsdTh } = candidate.candidate;
  if (leadMonths >= months.length) return unavailable("upgrade", "The machines would come after the plan's last month.", target);
  if (units < 1) return unavailable("upgrade", "No machine fits or can be had.", target);
  const old = unitsThatFit(scratch.row(), fleet, slotW, fleet.powerW);
  const bought = scratch.row();
  for (let t = leadMonths + 1; t < slotW.length; t++) {
    bought[t] = units;
    old[t] = units < need ? Math.min(fleet.fleet.units, wholeUnits(Math.max(0, slotW[t]! - units * candidate.powerW) / fleet.powerW)) : 0;
  }
  const run = scratch.run();
  addMachines(run, site, fleet, months, old);
  addMachines(run, site, candidate, months, bought);
  const costUsd = units * candidate.nameplateThs * (priceUsdTh * (1 + duty) + freightUsdTh + installUsdTh)
    + (infrastructureUsdMw * units * candidate.powerW * largestPue(site.site.pue)) / W_PER_MW;
  const rows = scratch.rows();
  const hours = always(context, run);
  addSwitching(rows, context, hours.on);
  addRun(rows, site, run, hours);
  rows.purchaseUsd[0] = -costUsd;
  return closed(context, "upgrade", rows, { keptUnits: largest(old, leadMonths + 1), saleMonth: leadMonths, bought: { machine: candidate, units, leadMonths, costUsd } }, { target, writeOff });
}

const NO_ROWS = emptyRows(0);

function unavailable(kind: AlternativeKind, because: string, target?: number): Evaluated {
  return { kind, target, available: false, because, npvUsd: NaN, rows: NO_ROWS, bought: undefined, keptUnits: 0 };
}

function always({ site, slotW, scratch }: FleetContext, run: MachineRun): RunHours {
  const hours = scratch.hours();
  for (let t = 1; t < slotW.length; t++) runAllHours(hours, site, t, run.drawKw[t]!, slotW[t]!);
  return hours;
}

/** Fills in how many machines so much power runs in each month. */
function unitsThatFit(units: ByMonth, { fleet }: PlannedFleet, watts: ByMonth, powerW: number): ByMonth {
  for (let t = 1; t < units.length; t++) units[t] = Math.min(fleet.units, wholeUnits(watts[t]! / powerW));
  return units;
}

function largest(row: ByMonth, from: number): number {
  let found = 0;
  for (let t = from; t < row.length; t++) found = Math.max(found, row[t]!);
  return found;
}

/** The setting that earns most in a month, and how many machines run at it. */
function chooseSetting({ fleet, site, slotW, months }: FleetContext, t: number, settings: Settings, units: ByMonth): void {
  const { workingShare, feeFactor, degradation, nameplateW, operation, lowerSettings } = fleet;
  const { days, hashpriceUsdPhDay } = months[t - 1]!;
  const perThs = ((workingShare * degradation[t]! * hashpriceUsdPhDay * feeFactor) / TH_PER_PH) * days * site.runShare[t]!;
  const perUnit = (nameplateW / W_PER_KW) * site.hours[t]! * site.nameplateUsdKwh[t]! + (operation.failureRateAnnual / MONTHS_PER_YEAR) * operation.repairUsdUnit;
  let highest = -Infinity;
  for (let k = -1; k < lowerSettings.length; k++) {
    const { hashrateThs, powerW } = k < 0 ? fleet : lowerSettings[k]!;
    const count = Math.min(fleet.fleet.units, wholeUnits(slotW[t]! / powerW));
    const drawKw = (count * powerW * workingShare * site.pue[t]!) / W_PER_KW;
    const inside = committedKw(site, t, drawKw, slotW[t]!);
    const margin = count * (perThs * hashrateThs - perUnit) - forgoneUsd(site, t, inside) - tariffUsd(site, t, drawKw - inside) - drawKw * (site.drawUsdKw[t]! - site.creditUsdKw[t]!);
    if (margin <= highest) continue;
    highest = margin;
    settings.hashrateThs[t] = hashrateThs;
    settings.powerW[t] = powerW;
    units[t] = count;
  }
}

/** Fills in what running brings and costs. */
function addRun(rows: Rows, site: SiteMonths, run: MachineRun, { share, on, plugged, energyUsd, forgoneUsd: forgone }: RunHours): void {
  for (let t = 1; t < share.length; t++) {
    const drawKw = run.drawKw[t]! * on[t]!;
    const revenue = run.revenueUsd[t]! * share[t]!;
    const credit = drawKw * site.creditUsdKw[t]!;
    const bill = energyUsd[t]! + drawKw * site.drawUsdKw[t]! - credit + run.nameplateUsd[t]! * plugged[t]!;
    rows.revenueUsd[t] = revenue;
    rows.powerUsd[t] = -(bill + site.profitShare[t]! * Math.max(0, revenue - bill));
    rows.repairsUsd[t] = -run.repairsUsd[t]! * on[t]!;
    rows.phDays[t] = run.phDays[t]! * share[t]!;
    rows.energyKwh[t] = run.energyKwh[t]! * share[t]!;
    rows.connectedKw[t] = drawKw;
    rows.creditUsd[t] = credit;
    rows.resaleForgoneUsd[t] = -forgone[t]!;
  }
}

/** @param on by month: 1 where something of the fleet runs at its own site */
function addSwitching(rows: Rows, { fleet, site, slotW }: FleetContext, on: ByMonth): void {
  let before = fleet.fleet.state === "running" ? 1 : 0;
  for (let t = 1; t < slotW.length; t++) {
    const now = on[t]!;
    if (now !== before) rows.switchingUsd[t]! -= meterMw(site, slotW, t) * (now === 1 ? site.site.restartUsdMw : site.site.shutdownUsdMw);
    before = now;
  }
}

export function meterMw({ pue }: Pick<SiteMonths, "pue">, slotW: ByMonth, t: number): number {
  return (slotW[t]! * pue[t]!) / W_PER_MW;
}

/** An alternative under which all machines stay until the end. */
function wholeFleet(context: FleetContext, kind: AlternativeKind, run: MachineRun, hours: RunHours): Evaluated {
  const rows = context.scratch.rows();
  addSwitching(rows, context, hours.on);
  addRun(rows, context.site, run, hours);
  return closed(context, kind, rows, { keptUnits: context.fleet.fleet.units, saleMonth: 0 });
}

function closed({ fleet, finance, factors }: FleetContext, kind: AlternativeKind, rows: Rows, ownership: Ownership, { target, writeOff }: { readonly target?: number; readonly writeOff?: ByMonth } = {}): Evaluated {
  const npvUsd = closeRows(rows, fleet, ownership, finance, writeOff, factors);
  return { kind, target, available: true, because: undefined, npvUsd, rows, bought: ownership.bought, keptUnits: ownership.keptUnits };
}
