import type { Portfolio } from "../document";
import type { PlannedCandidate, PlannedFleet } from "./machines-of-plan";
import type { ByMonth } from "./result";
import { machineCapacityW, type SiteMonths } from "./site-months";

// Who gets which power: a merit order by what a MWh earns (docs/planning.md, section 2). It looks at one figure per fleet;
// an optimum over all of them can take its place without a change elsewhere.

/** Quotients that are whole stay whole. */
const WHOLE_GUARD = 1e-9;
/** With more sites than this a fleet looks at the cheapest few only. */
export const SITES_SEEN_WHOLE = 6;
export const CHEAPEST_SITES = 3;

export interface SitePower {
  /** what machines may draw at each site, by month, W */
  readonly roomsW: readonly ByMonth[];
  /** by fleet: demand at its own site of the fleets that are served before it, W */
  readonly aheadW: Float64Array;
  /** where each fleet could go */
  readonly moves: readonly (readonly Move[])[];
  /** new machines in each fleet's slot, by candidate */
  readonly purchases: readonly (readonly (Purchase | undefined)[])[];
  /** by site: somebody is granted room */
  readonly roomGranted: readonly boolean[];
}

export interface Move {
  /** index of the site */
  readonly site: number;
  readonly claims: boolean;
  readonly grantW: ByMonth;
}

export interface Purchase {
  /** machines that fill the slot */
  readonly need: number;
  /** machines that can be had */
  readonly units: number;
}

/** INT⁺ of docs/planning.md. */
export function wholeUnits(quotient: number): number {
  return Math.floor(quotient + WHOLE_GUARD);
}

/** @param homes index of each fleet's site */
export function sitePower({ sites, horizonMonths }: Portfolio, siteRows: readonly SiteMonths[], fleets: readonly PlannedFleet[], homes: readonly number[], candidates: readonly PlannedCandidate[]): SitePower {
  const byMerit = [...fleets.keys()].sort((a, b) => fleets[a]!.meritJth - fleets[b]!.meritJth || a - b);
  const roomsW = siteRows.map((rows) => Float64Array.from({ length: horizonMonths + 1 }, (_, t) => (t === 0 ? 0 : machineCapacityW(rows, t))));
  const demandsW = new Float64Array(sites.length);
  const aheadW = new Float64Array(fleets.length);
  for (const f of byMerit) {
    aheadW[f] = demandsW[homes[f]!]!;
    demandsW[homes[f]!]! += fleets[f]!.demandW;
  }

  const leftW = roomsW.map((room, s) => room.map((watts) => watts - demandsW[s]!));
  const moves = movesOf(sites, siteRows, fleets, homes, leftW);
  const roomGranted = sites.map(() => false);
  for (const f of byMerit) {
    for (const { site, claims, grantW } of moves[f]!) {
      if (!claims) continue;
      serve(leftW[site]!, fleets[f]!.demandW, grantW);
      if (grantW.some((watts) => watts > 0)) roomGranted[site] = true;
    }
  }
  return { roomsW, aheadW, moves, roomGranted, purchases: purchasesOf(sites, fleets, candidates, homes, byMerit, roomsW, aheadW) };
}

/** W at the machines that a fleet has at its own site, by month. */
export function fillSlot(slotW: ByMonth, { roomsW, aheadW }: SitePower, { demandW }: PlannedFleet, f: number, home: number): ByMonth {
  const room = roomsW[home]!;
  const ahead = aheadW[f]!;
  for (let t = 1; t < slotW.length; t++) slotW[t] = slotOf(room[t]!, ahead, demandW);
  return slotW;
}

function slotOf(roomW: number, aheadW: number, demandW: number): number {
  return Math.min(demandW, Math.max(0, roomW - aheadW));
}

/** Takes what is there, up to the demand, month by month. */
function serve(roomW: ByMonth, demandW: number, takenW: ByMonth): void {
  for (let t = 1; t < roomW.length; t++) {
    const taken = Math.min(demandW, Math.max(0, roomW[t]!));
    takenW[t] = taken;
    // Those behind are to see what was asked for, as the workbook's sums do.
    roomW[t] = roomW[t]! - demandW;
  }
}

function movesOf(sites: Portfolio["sites"], siteRows: readonly SiteMonths[], fleets: readonly PlannedFleet[], homes: readonly number[], roomsW: readonly ByMonth[]): Move[][] {
  const costs = siteRows.map(({ pue, tariffUsdKwh, tariffWeight, meanBinUsdKwh, nameplateUsdKwh }) => pue[1]! * (tariffUsdKwh[1]! + tariffWeight[1]! * meanBinUsdKwh[1]! + nameplateUsdKwh[1]!));
  const few = sites.length <= SITES_SEEN_WHOLE;
  const hasRoom = roomsW.map((room) => room.some((watts) => watts > 0));
  const cheapest = [...sites.keys()].sort((a, b) => costs[a]! - costs[b]! || a - b).filter((site) => few || hasRoom[site]);
  return fleets.map(({ set: { machine } }, f) => {
    const home = homes[f]!;
    const fitting: number[] = [];
    for (const site of cheapest) {
      if (!few && fitting.length === CHEAPEST_SITES) break;
      if (site !== home && sites[site]!.cooling.includes(machine.cooling)) fitting.push(site);
    }
    return fitting.sort((a, b) => a - b).map((site) => ({ site, claims: costs[site]! < costs[home]!, grantW: new Float64Array(roomsW[0]!.length) }));
  });
}

function purchasesOf(sites: Portfolio["sites"], fleets: readonly PlannedFleet[], candidates: readonly PlannedCandidate[], homes: readonly number[], byMerit: readonly number[], roomsW: readonly ByMonth[], aheadW: Float64Array): (Purchase | undefined)[][] {
  const purchases = fleets.map(() => candidates.map((): Purchase | undefined => undefined));
  candidates.forEach(({ candidate, set: { machine, powerW } }, c) => {
    let left = candidate.availableUnits ?? Infinity;
    const leastW = roomsW.map((room) => leastAfter(room, candidate.leadMonths));
    // The least efficient are replaced first.
    const order = [...byMerit].sort((a, b) => fleets[b]!.meritJth - fleets[a]!.meritJth || a - b);
    for (const f of order) {
      if (!sites[homes[f]!]!.cooling.includes(machine.cooling)) continue;
      const need = wholeUnits(slotOf(leastW[homes[f]!]!, aheadW[f]!, fleets[f]!.demandW) / powerW);
      purchases[f]![c] = { need, units: Math.min(need, Math.max(0, left)) };
      left -= need;
    }
  });
  return purchases;
}

function leastAfter(roomW: ByMonth, leadMonths: number): number {
  let least = Infinity;
  for (let t = leadMonths + 1; t < roomW.length; t++) least = Math.min(least, roomW[t]!);
  return least === Infinity ? 0 : least;
}
