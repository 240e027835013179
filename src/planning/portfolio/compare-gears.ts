import { gearLadder } from "../../economics/gears";
import { strikePriceUsdKwh } from "../../economics/power";
import { TH_PER_PH, W_PER_MW } from "../../units/constants";
import { firstMonth, type SitePower } from "./compare-site";
import type { Portfolio, Site } from "./document";
import { plannedFleet, type PlannedFleet } from "./plan/machines-of-plan";

/** One gear of the machines of a fleet: what the step up from the setting below it adds. */
export interface SiteGear {
  readonly fleetId: string;
  readonly machine: string;
  readonly setting: string;
  readonly units: number;
  /** what one machine adds */
  readonly addedThs: number;
  /** and draws for it, W */
  readonly addedW: number;
  readonly marginalJth: number;
  /** share of revenue that fees and age leave */
  readonly keptShare: number;
  /** power price up to which the step pays, $/kWh */
  readonly strikeUsdKwh: number;
  /** what all machines of the fleet add, PH/s */
  readonly hashratePhs: number;
  /** and draw for it at the meter, MW */
  readonly powerMw: number;
  /** with all gears before it, MW */
  readonly cumulativeMw: number;
  /** of the step, what pays at the site's power price and finds room, MW */
  readonly runningMw: number;
  readonly state: GearState;
}

/** "partly" where power is short for the last machines, or part of it is paid for in any case. */
export type GearState = "runs" | "partly" | "power is dearer" | "no power left";

/** A hair of a MW, which rounding may leave. */
const NOTHING_MW = 1e-9;

/**
 * The gears of all machines of a site in one merit order, the one that pays the dearest power first: the steps of each machine's
 * ladder with the fees and the age of its fleet. Power that is paid for in any case costs a running machine what it would resell for.
 * Source: formulas E7.
 * @param hashpriceUsdPhDay before fees
 */
export function siteGears(portfolio: Portfolio, site: Site, power: SitePower, hashpriceUsdPhDay: number): readonly SiteGear[] {
  const months = firstMonth(portfolio.market.start);
  const fleets = portfolio.fleets.filter(({ siteId }) => siteId === site.id).map((fleet) => plannedFleet(portfolio, fleet, months));
  const steps = fleets.flatMap((fleet) => fleetSteps(fleet, power, hashpriceUsdPhDay));
  let cumulativeMw = 0;
  return steps.sort((a, b) => b.strikeUsdKwh - a.strikeUsdKwh || a.marginalJth - b.marginalJth).map((step): SiteGear => {
    const before = cumulativeMw;
    cumulativeMw += step.powerMw;
    const between = (from: number, to: number): number => Math.max(0, Math.min(cumulativeMw, to) - Math.max(before, from));
    const inside = step.strikeUsdKwh >= power.committedUsdKwh ? between(0, Math.min(power.committedMw, power.capacityMw)) : 0;
    const beyond = step.strikeUsdKwh >= power.priceUsdKwh ? between(power.committedMw, power.capacityMw) : 0;
    const runningMw = inside + beyond;
    return { ...step, cumulativeMw, runningMw, state: stateOf(step, runningMw, power) };
  });
}

function stateOf({ powerMw, strikeUsdKwh }: Pick<SiteGear, "powerMw" | "strikeUsdKwh">, runningMw: number, { priceUsdKwh }: SitePower): GearState {
  if (runningMw >= powerMw - NOTHING_MW) return "runs";
  if (runningMw > NOTHING_MW) return "partly";
  return strikeUsdKwh < priceUsdKwh ? "power is dearer" : "no power left";
}

function fleetSteps({ fleet, set: { machine }, feeFactor, degradation }: PlannedFleet, { pue, settingsAllowed }: SitePower, hashpriceUsdPhDay: number): Omit<SiteGear, "cumulativeMw" | "runningMw" | "state">[] {
  const keptShare = feeFactor * degradation.scale * degradation.shape[1]!;
  const settings = settingsAllowed ? machine.settings : machine.settings.filter(({ name }) => name === fleet.operation.profile);
  const ladder = gearLadder(settings);
  return ladder.map(({ point, marginalJth }, i) => {
    const below = ladder[i - 1]?.point;
    const addedThs = point.hashrateThs - (below?.hashrateThs ?? 0);
    const addedW = point.powerW - (below?.powerW ?? 0);
    return {
      fleetId: fleet.id, machine: machine.name, setting: point.name, units: fleet.units, addedThs, addedW, marginalJth, keptShare,
      strikeUsdKwh: strikePriceUsdKwh(hashpriceUsdPhDay * keptShare, marginalJth, 0, pue, 0),
      hashratePhs: (fleet.units * addedThs) / TH_PER_PH,
      powerMw: (fleet.units * addedW * pue) / W_PER_MW,
    };
  });
}
