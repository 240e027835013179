import { curtail, keep, relocate, sell, shutdown, underclock, upgrade, type Evaluated } from "./alternatives";
import { bestOf, isExit } from "./best-of";
import { fleetContext, type FleetContext } from "./fleet-context";
import type { MachineRates } from "./machine-run";
import type { Planning } from "./planning";

/** A fleet with all its alternatives, until its site's scratch is released. */
export interface FleetEvaluation {
  /** indexes of the fleet and of its site */
  readonly fleet: number;
  readonly home: number;
  readonly context: FleetContext;
  readonly alternatives: readonly Evaluated[];
  /** indexes of the best alternative, and of the best under which the fleet leaves its site */
  readonly best: number;
  readonly bestExit: number;
}

/**
 * The alternatives of a fleet, in the order that decides ties; keeping is the first.
 * @param candidateRates of the candidates at the fleet's site
 */
export function evaluateFleet(planning: Planning, f: number, candidateRates: readonly MachineRates[]): FleetEvaluation {
  const { rates, homes, candidates, writeOffs, afterTax, power } = planning;
  const context = fleetContext(planning, f);
  const alternatives = [keep(context)];
  const slower = underclock(context);
  if (slower) alternatives.push(slower);
  alternatives.push(curtail(context));
  candidates.forEach((candidate, c) => {
    const purchase = power.purchases[f]![c];
    if (purchase) alternatives.push(upgrade(context, purchase, c, candidate, candidateRates[c]!, writeOffs[c]!, afterTax[c]!));
  });
  for (const move of power.moves[f]!) alternatives.push(relocate(context, move, move.site, rates[move.site]!));
  alternatives.push(shutdown(context), sell(context));
  return { fleet: f, home: homes[f]!, context, alternatives, best: bestOf(alternatives)!, bestExit: bestOf(alternatives, isExit)! };
}
