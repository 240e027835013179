import { TH_PER_PH, W_PER_MW } from "../units/constants";
import { gearLadder, gearMarginUsdDay, type OperatingPoint } from "./gears";
import { strikePriceUsdKwh } from "./power";

/** Machines of one kind at a site. */
export interface DispatchFleet<Point extends OperatingPoint> {
  readonly units: number;
  /** settings that an owner can choose */
  readonly settings: readonly Point[];
}

export interface DispatchSite {
  /** MW at the meter */
  readonly siteMw: number;
  /** hashprice after the pool fee */
  readonly netHashpriceUsdPhDay: number;
  readonly powerPriceUsdKwh: number;
  readonly pue: number;
  /** fill the site even where the power price is above the strike: power that is paid for anyway and cannot be resold */
  readonly powerIsSunk: boolean;
}

/** Why machines do not run one step higher. */
export type HeldBack = "top" | "power price" | "MW cap";

/** Machines of one kind that run at the same setting. */
export interface Dispatch<Point extends OperatingPoint> {
  /** position of the fleet in the list given */
  readonly fleet: number;
  /** undefined: they stand still */
  readonly point: Point | undefined;
  readonly units: number;
  /** J/TH of the last step taken; of the first one where they stand still */
  readonly marginalJth: number;
  /** power price up to which that step pays, $/kWh */
  readonly strikeUsdKwh: number;
  readonly heldBack: HeldBack;
  readonly hashratePhs: number;
  /** MW at the meter */
  readonly powerMw: number;
  readonly marginUsdDay: number;
}

/** Binary fractions may put a whole number of machines a hair below itself. */
const ROUNDING_SLACK = 1e-12;

/**
 * Which machines run at which setting when the site's power is scarce: the steps of all machines by marginal J/TH, best
 * first, as far as MW and power price allow. With parts of machines this order is optimal, since each ladder is concave;
 * whole machines leave less than one step of it unused. Source: formulas E7, E8.
 * @returns groups of machines, best marginal J/TH first, those that stand still last
 */
export function dispatch<Point extends OperatingPoint>(fleets: readonly DispatchFleet<Point>[], site: DispatchSite): readonly Dispatch<Point>[] {
  const ladders = fleets.map((each) => gearLadder(each.settings));
  const strike = (marginalJth: number): number => strikePriceUsdKwh(site.netHashpriceUsdPhDay, marginalJth, 0, site.pue, 0);
  const pays = (marginalJth: number): boolean => site.powerIsSunk || strike(marginalJth) >= site.powerPriceUsdKwh;
  // Machines of each fleet that have taken step 0, 1, …
  const taken = ladders.map((ladder) => ladder.map(() => 0));
  let leftW = (site.siteMw * W_PER_MW) / site.pue;
  const steps = ladders.flatMap((ladder, fleet) => ladder.map((step, k) => ({ fleet, k, ...step, addedW: step.point.powerW - (ladder[k - 1]?.point.powerW ?? 0) })));
  for (const { fleet, k, marginalJth, addedW } of steps.sort((a, b) => a.marginalJth - b.marginalJth || a.k - b.k)) {
    if (!pays(marginalJth)) break;
    const below = k === 0 ? fleets[fleet]!.units : taken[fleet]![k - 1]!;
    const units = Math.min(below, Math.floor((leftW / addedW) * (1 + ROUNDING_SLACK)));
    taken[fleet]![k] = units;
    leftW = Math.max(0, leftW - units * addedW);
  }
  const groups = ladders.flatMap((ladder, fleet) =>
    Array.from({ length: ladder.length + 1 }, (_, k): Dispatch<Point> => {
      const running = ladder[k - 1];
      const next = ladder[k];
      const units = (k === 0 ? fleets[fleet]!.units : taken[fleet]![k - 1]!) - (taken[fleet]![k] ?? 0);
      const { marginalJth } = running ?? ladder[0]!;
      return {
        fleet,
        point: running?.point,
        units,
        marginalJth,
        strikeUsdKwh: strike(marginalJth),
        heldBack: !next ? "top" : pays(next.marginalJth) ? "MW cap" : "power price",
        hashratePhs: ((running?.point.hashrateThs ?? 0) * units) / TH_PER_PH,
        powerMw: ((running?.point.powerW ?? 0) * units * site.pue) / W_PER_MW,
        marginUsdDay: running ? units * gearMarginUsdDay(running.point, site.netHashpriceUsdPhDay, site.powerPriceUsdKwh, site.pue) : 0,
      };
    }).filter((group) => group.units > 0),
  );
  return groups.sort((a, b) => Number(!a.point) - Number(!b.point) || a.marginalJth - b.marginalJth);
}
