import { curtail, fleetRun, keep, relocate, sell, shutdown, underclock, upgrade, type Evaluated, type FleetContext } from "./alternatives";
import type { Planning } from "./planning";

/** A fleet with all its alternatives; their rows are of the scratch. */
export interface FleetEvaluation {
  /** indexes of the fleet and of its site */
  readonly fleet: number;
  readonly home: number;
  readonly alternatives: readonly Evaluated[];
}

/** The alternatives of a fleet, in the order that decides ties; keeping is the first. */
export function evaluateFleet({ portfolio: { finance }, path: { months }, sites, fleets, homes, candidates, writeOffs, power, factors, scratch }: Planning, f: number): FleetEvaluation {
  const home = homes[f]!;
  const context: FleetContext = { fleet: fleets[f]!, site: sites[home]!, slotW: power.slotsW[f]!, months, factors, finance, scratch };
  const run = fleetRun(context);
  const kept = keep(context, run);
  const alternatives = [kept];
  const slower = underclock(context);
  if (slower) alternatives.push(slower);
  alternatives.push(curtail(context, run));
  candidates.forEach((candidate, c) => {
    const purchase = power.purchases[f]![c];
    if (purchase) alternatives.push(upgrade(context, purchase, c, candidate, writeOffs[c]!));
  });
  for (const move of power.moves[f]!) alternatives.push(relocate(context, move, move.site, sites[move.site]!));
  alternatives.push(shutdown(context, run, kept.rows), sell(context));
  return { fleet: f, home, alternatives };
}
