import { TH_PER_PH, W_PER_KW, W_PER_MW } from "../../../units/constants";
import type { Finance } from "../document";
import type { MarketMonth } from "../market-month";
import { closeRows, emptyRows, writeOffShares, type Ownership, type Rows } from "./cash-flow";
import { addMachines, committedKw, earningHours, emptyRun, energyUsd, type MachineRun } from "./machine-run";
import type { PlannedCandidate, PlannedFleet } from "./machines-of-plan";
import type { AlternativeKind, ByMonth } from "./result";
import { largestPue, type SiteMonths } from "./site-months";
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
}

/** An alternative with its rows closed. */
export interface Evaluated {
  readonly kind: AlternativeKind;
  readonly target: number | undefined;
  readonly available: boolean;
  readonly because: string | undefined;
  readonly npvUsd: number;
  readonly rows: Rows;
  readonly bought: Ownership["bought"];
  readonly keptUnits: number;
}

/** A contract that does not let machines stop or run slowly. */
const NO_LOW_POWER = "The hosting contract does not allow low power or stops.";

/** How far rows are worth what the run says: share of the month's hours, and whether charges are due at all. */
interface Working {
  readonly share: number;
  readonly on: boolean;
  readonly energyUsd: number;
  readonly forgoneUsd: number;
}

export function keep(context: FleetContext): Evaluated {
  const run = fleetRun(context);
  return wholeFleet(context, "keep", run, (t) => allHours(context.site, t, run, context.slotW[t]!), () => true);
}

/** @returns undefined where the machine has no lower setting */
export function underclock(context: FleetContext): Evaluated | undefined {
  const { fleet, site, slotW, months } = context;
  if (fleet.lowerSettings.length === 0) return undefined;
  const settings = [fleet, ...fleet.lowerSettings];
  const chosen = months.map((month, i) => bestSetting(context, settings, month, i + 1));
  const run = emptyRun(months.length + 1);
  addMachines(run, site, fleet, months, (t) => unitsThatFit(fleet, slotW[t]!, chosen[t - 1]!.powerW), (t) => chosen[t - 1]!);
  return wholeFleet(context, "underclock", run, (t) => allHours(site, t, run, slotW[t]!), () => true, site.lowPowerAllowed ? undefined : NO_LOW_POWER);
}

export function curtail(context: FleetContext): Evaluated {
  const { site, slotW, months } = context;
  const run = fleetRun(context);
  const working = months.map((_, i): Working => {
    const t = i + 1;
    const hours = earningHours(site, t, run.revenueUsd[t]!, run.drawKw[t]!, committedKw(site, t, run.drawKw[t]!, slotW[t]!));
    const earned = run.revenueUsd[t]! * hours.share - hours.energyUsd - run.drawKw[t]! * (site.drawUsdKw[t]! - site.creditUsdKw[t]!) - run.repairsUsd[t]!;
    return earned > 0 ? { ...hours, on: true } : IDLE;
  });
  return wholeFleet(context, "curtail", run, (t) => working[t - 1]!, (t) => working[t - 1]!.on, site.lowPowerAllowed ? undefined : NO_LOW_POWER);
}

/** @param kept the rows under keep */
export function shutdown(context: FleetContext, kept: Rows): Evaluated {
  const { site, slotW, months, factors } = context;
  const run = fleetRun(context);
  let restart = Infinity;
  let most = 0;
  let worth = 0;
  for (let t = months.length; t >= 2; t--) {
    worth += (kept.revenueUsd[t]! + kept.powerUsd[t]! + kept.repairsUsd[t]!) * factors[t]!;
    const here = worth - site.site.restartUsdMw * meterMw(site, slotW, t) * factors[t]!;
    if (here > 0 && here >= most) [restart, most] = [t, here];
  }
  const off: MachineRun = { ...run, nameplateUsd: run.nameplateUsd.map((bill, t) => (t >= restart ? bill : 0)) };
  return wholeFleet(context, "shutdown", off, (t) => (t >= restart ? allHours(site, t, run, slotW[t]!) : IDLE), (t) => t >= restart, site.lowPowerAllowed ? undefined : NO_LOW_POWER);
}

export function sell(context: FleetContext): Evaluated {
  const { months } = context;
  const rows = emptyRows(months.length + 1);
  addSwitching(rows, context, () => false);
  return closed(context, "sell", rows, { keptUnits: 0, saleMonth: 0 });
}

/** @param to the site that the fleet would move to */
export function relocate(context: FleetContext, { grantW }: Move, target: number, to: SiteMonths): Evaluated {
  const { fleet, months } = context;
  const { relocationDays, relocationUsdUnit, units } = fleet.fleet;
  const run = emptyRun(months.length + 1);
  addMachines(run, to, fleet, months, (t) => unitsThatFit(fleet, grantW[t]!, fleet.powerW));
  const moved = Math.max(...run.units.subarray(1));
  const rows = emptyRows(months.length + 1);
  const there = (t: number): number => Math.max(0, Math.min(1, (months[t - 1]!.end - months[0]!.start - relocationDays) / months[t - 1]!.days));
  addSwitching(rows, context, () => false);
  addRun(rows, to, run, grantW, (t) => {
    const { energyUsd, forgoneUsd } = allHours(to, t, run, grantW[t]!);
    const share = there(t);
    return share > 0 ? { share, on: true, energyUsd: energyUsd * share, forgoneUsd: forgoneUsd * share } : IDLE;
  }, (t) => there(t) > 0);
  for (let t = 1; t <= months.length; t++) {
    if (there(t) > 0 && (t === 1 || there(t - 1) === 0)) rows.switchingUsd[t]! -= meterMw(to, grantW, t) * to.site.restartUsdMw;
  }
  rows.movingUsd[0] = -moved * relocationUsdUnit;
  return closed(context, "relocate", rows, { keptUnits: Math.min(moved, units), saleMonth: 0 }, { target, because: moved < 1 ? `Site "${to.site.id}" has no room, or its power is not cheaper.` : undefined });
}

export function upgrade(context: FleetContext, { need, units }: Purchase, target: number, candidate: PlannedCandidate): Evaluated {
  const { fleet, site, slotW, months, finance } = context;
  const { leadMonths, duty, freightUsdTh, installUsdTh, infrastructureUsdMw, priceUsdTh } = candidate.candidate;
  const partly = units < need;
  const old = emptyRun(months.length + 1);
  addMachines(old, site, fleet, months, (t) => {
    if (t <= leadMonths) return unitsThatFit(fleet, slotW[t]!, fleet.powerW);
    return partly ? unitsThatFit(fleet, Math.max(0, slotW[t]! - units * candidate.powerW), fleet.powerW) : 0;
  });
  const keptUnits = Math.max(0, ...old.units.subarray(leadMonths + 1));
  const run = { ...emptyRun(months.length + 1), ...copied(old) };
  addMachines(run, site, candidate, months, (t) => (t > leadMonths ? units : 0));
  const costUsd = units * candidate.nameplateThs * (priceUsdTh * (1 + duty) + freightUsdTh + installUsdTh)
    + (infrastructureUsdMw * units * candidate.powerW * largestPue(site.site.pue)) / W_PER_MW;
  const rows = emptyRows(months.length + 1);
  addSwitching(rows, context, () => true);
  addRun(rows, site, run, slotW, (t) => allHours(site, t, run, slotW[t]!), () => true);
  rows.purchaseUsd[0] = -costUsd;
  const because = leadMonths >= months.length ? "The machines would come after the plan's last month." : units < 1 ? "No machine fits or can be had." : undefined;
  return closed(context, "upgrade", rows, { keptUnits, saleMonth: Math.min(leadMonths, months.length - 1), bought: { machine: candidate, units, leadMonths, costUsd } }, { target, because }, writeOffShares(leadMonths, finance, months.length + 1));
}

const IDLE: Working = { share: 0, on: false, energyUsd: 0, forgoneUsd: 0 };

function allHours(site: SiteMonths, t: number, run: MachineRun, slotW: number): Working {
  const { allUsd, forgoneUsd } = energyUsd(site, t, run.drawKw[t]!, committedKw(site, t, run.drawKw[t]!, slotW));
  return { share: 1, on: true, energyUsd: allUsd, forgoneUsd };
}

function unitsThatFit({ fleet: { units } }: PlannedFleet, watts: number, powerW: number): number {
  return Math.min(units, wholeUnits(watts / powerW));
}

/** The machines at their own setting, as many as the slot holds. */
function fleetRun({ fleet, site, slotW, months }: FleetContext): MachineRun {
  const run = emptyRun(months.length + 1);
  addMachines(run, site, fleet, months, (t) => unitsThatFit(fleet, slotW[t]!, fleet.powerW));
  return run;
}

function copied(run: MachineRun): MachineRun {
  return Object.fromEntries(Object.entries(run).map(([name, row]) => [name, (row as ByMonth).slice()])) as unknown as MachineRun;
}

function bestSetting({ fleet, site, slotW }: FleetContext, settings: readonly { readonly hashrateThs: number; readonly powerW: number }[], { days, hashpriceUsdPhDay }: MarketMonth, t: number): { readonly hashrateThs: number; readonly powerW: number } {
  const { workingShare, feeFactor, degradation, nameplateW, operation } = fleet;
  const perThs = ((workingShare * degradation[t]! * hashpriceUsdPhDay * feeFactor) / TH_PER_PH) * days * site.runShare[t]!;
  const perUnit = (nameplateW / W_PER_KW) * site.hours[t]! * site.nameplateUsdKwh[t]! + (operation.failureRateAnnual / 12) * operation.repairUsdUnit;
  let best = settings[0]!;
  let most = -Infinity;
  for (const setting of settings) {
    const units = unitsThatFit(fleet, slotW[t]!, setting.powerW);
    const drawKw = (units * setting.powerW * workingShare * site.pue[t]!) / W_PER_KW;
    const margin = units * (perThs * setting.hashrateThs - perUnit) - energyUsd(site, t, drawKw, committedKw(site, t, drawKw, slotW[t]!)).allUsd - drawKw * (site.drawUsdKw[t]! - site.creditUsdKw[t]!);
    if (margin > most) [best, most] = [setting, margin];
  }
  return best;
}

/** Fills in what running brings and costs. */
function addRun(rows: Rows, site: SiteMonths, run: MachineRun, slotW: ByMonth, working: (t: number) => Working, plugged: (t: number) => boolean): void {
  for (let t = 1; t < slotW.length; t++) {
    const { share, on, energyUsd: energy, forgoneUsd } = working(t);
    const drawKw = run.drawKw[t]!;
    const nameplate = plugged(t) ? run.nameplateUsd[t]! : 0;
    const revenue = run.revenueUsd[t]! * share;
    const credit = on ? drawKw * site.creditUsdKw[t]! : 0;
    const bill = energy + (on ? drawKw * site.drawUsdKw[t]! : 0) - credit + nameplate;
    rows.revenueUsd[t] = revenue;
    rows.powerUsd[t] = -(bill + site.profitShare[t]! * Math.max(0, revenue - bill));
    rows.repairsUsd[t] = on ? -run.repairsUsd[t]! : 0;
    rows.phDays[t] = run.phDays[t]! * share;
    rows.energyKwh[t] = run.energyKwh[t]! * share;
    rows.connectedKw[t] = on ? drawKw : 0;
    rows.creditUsd[t] = credit;
    rows.resaleForgoneUsd[t] = -forgoneUsd;
  }
}

function addSwitching(rows: Rows, { fleet, site, slotW }: FleetContext, on: (t: number) => boolean): void {
  let before = fleet.fleet.state === "running";
  for (let t = 1; t < slotW.length; t++) {
    const now = on(t);
    if (now !== before) rows.switchingUsd[t]! -= meterMw(site, slotW, t) * (now ? site.site.restartUsdMw : site.site.shutdownUsdMw);
    before = now;
  }
}

export function meterMw({ pue }: Pick<SiteMonths, "pue">, slotW: ByMonth, t: number): number {
  return (slotW[t]! * pue[t]!) / W_PER_MW;
}

/** An alternative under which all machines stay until the end. */
function wholeFleet(context: FleetContext, kind: AlternativeKind, run: MachineRun, working: (t: number) => Working, on: (t: number) => boolean, because?: string): Evaluated {
  const { fleet, site, slotW, months } = context;
  const rows = emptyRows(months.length + 1);
  addSwitching(rows, context, on);
  addRun(rows, site, run, slotW, working, () => true);
  return closed(context, kind, rows, { keptUnits: fleet.fleet.units, saleMonth: 0 }, { target: undefined, because });
}

function closed({ fleet, finance, factors }: FleetContext, kind: AlternativeKind, rows: Rows, ownership: Ownership, { target, because }: { readonly target?: number | undefined; readonly because?: string | undefined } = {}, writeOff?: ByMonth): Evaluated {
  const npvUsd = closeRows(rows, fleet, ownership, finance, writeOff, factors);
  return { kind, target, available: because === undefined, because, npvUsd, rows, bought: ownership.bought, keptUnits: ownership.keptUnits };
}
