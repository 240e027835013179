import { curtail, keep, relocate, sell, shutdown, underclock, upgrade, type Evaluated } from "./alternatives";
import { bestOf, isExit } from "./best-of";
import type { OpenRows } from "./cash-flow";
import { fleetContext } from "./fleet-context";
import type { MachineRates } from "./machine-run";
import type { Planning } from "./planning";

/** A fleet with all its alternatives. */
export interface FleetEvaluation {
  /** indexes of the fleet and of its site */
  readonly fleet: number;
  readonly home: number;
  readonly alternatives: readonly Evaluated[];
  /** of the scratch, by alternative: of all that are available, or of keeping and those that may be chosen */
  readonly rows: readonly (OpenRows | undefined)[];
  /** indexes of the best alternative, and of the best under which the fleet leaves its site */
  readonly best: number;
  readonly bestExit: number;
}

/**
 * The alternatives of a fleet, in the order that decides ties; keeping is the first.
 * @param candidateRates of the candidates at the fleet's site
 * @param allRows of all alternatives, and not of keeping and those alone that may be chosen
 */
export function evaluateFleet(planning: Planning, f: number, candidateRates: readonly MachineRates[], allRows: boolean): FleetEvaluation {
  const { rates, homes, candidates, writeOffs, afterTax, power } = planning;
  const context = fleetContext(planning, f);
  const kept = keep(context);
  const alternatives = [kept];
  const slower = underclock(context);
  if (slower) alternatives.push(slower);
  alternatives.push(curtail(context));
  candidates.forEach((candidate, c) => {
    const purchase = power.purchases[f]![c];
    if (purchase) alternatives.push(upgrade(context, purchase, c, candidate, candidateRates[c]!, writeOffs[c]!, afterTax[c]!));
  });
  for (const move of power.moves[f]!) alternatives.push(relocate(context, move, move.site, rates[move.site]!));
  alternatives.push(shutdown(context, kept), sell(context));
  const [best, bestExit] = [bestOf(alternatives)!, bestOf(alternatives, isExit)!];
  return { fleet: f, home: homes[f]!, alternatives, rows: alternatives.map(({ rows }, a) => (allRows || a === 0 || a === best || a === bestExit ? rows?.() : undefined)), best, bestExit };
}
