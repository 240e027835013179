import { curtail, keep, relocate, sell, shutdown, underclock, upgrade, type Evaluated } from "./alternatives";
import { bestOf, isExit } from "./best-of";
import type { OpenRows } from "./cash-flow";
import { fleetContext } from "./fleet-context";
import type { MachineRates } from "./machine-run";
import { meterMw } from "./operation";
import type { Planning } from "./planning";

/** A fleet with all its alternatives. */
export interface FleetEvaluation {
  /** indexes of the fleet and of its site */
  readonly fleet: number;
  readonly home: number;
  /** power at the meter in month 1 */
  readonly slotMw: number;
  readonly alternatives: readonly Evaluated[];
  /** of the scratch, by alternative, as far as they are filled in */
  readonly rows: (OpenRows | undefined)[];
  /** indexes of the best alternative, and of the best under which the fleet leaves its site */
  readonly best: number;
  readonly bestExit: number;
}

/**
 * The alternatives of a fleet, in the order that decides ties; keeping is the first.
 * @param candidateRates of the candidates at the fleet's site
 * @param allRows fills in those of all alternatives, and not only of keeping and of what may be chosen
 */
export function evaluateFleet(planning: Planning, f: number, candidateRates: readonly MachineRates[], allRows: boolean): FleetEvaluation {
  const { rates: siteRates, homes, candidates, writeOffs, afterTax, power } = planning;
  const context = fleetContext(planning, f);
  const alternatives = [keep(context)];
  const slower = underclock(context);
  if (slower) alternatives.push(slower);
  alternatives.push(curtail(context));
  candidates.forEach((candidate, c) => {
    const purchase = power.purchases[f]![c];
    if (purchase) alternatives.push(upgrade(context, purchase, c, candidate, candidateRates[c]!, writeOffs[c]!, afterTax[c]!));
  });
  for (const move of power.moves[f]!) alternatives.push(relocate(context, move, move.site, siteRates[move.site]!));
  alternatives.push(shutdown(context), sell(context));
  const [best, bestExit] = [bestOf(alternatives)!, bestOf(alternatives, isExit)!];
  // Selling is chosen where a site closes, which few do, and its rows need nothing that is released before.
  const rowsNow = ({ kind }: Evaluated, a: number): boolean => allRows || a === 0 || a === best || (a === bestExit && kind !== "sell");
  return { fleet: f, home: homes[f]!, slotMw: meterMw(context.slotW[1]!, context.home.months.pue[1]!), alternatives, rows: alternatives.map((each, a) => (rowsNow(each, a) ? each.rows?.() : undefined)), best, bestExit };
}

/** What an alternative that may be chosen means by month. */
export function rowsOf({ alternatives, rows }: FleetEvaluation, choice: number): OpenRows {
  return (rows[choice] ??= alternatives[choice]!.rows!());
}
