import type { Portfolio } from "../document";
import type { MarketPath } from "../market-path";
import type { Flip } from "./insights";
import { basisOf, leversOf, type Lever, type PlanBasis } from "./levers";
import { decideFleets } from "./plan-portfolio";
import { planningOf } from "./planning";
import type { FleetPlan } from "./result";

// How far each recommendation is from another one: one input at a time is moved until it turns.

/** Changes that are looked at, outward; between two of them the turning point is found by halving. */
const CHANGES = [0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 0.9, 1.5, 3];
const HALVINGS = 12;
/** How many of the nearest are told. */
const TOLD = 3;

/**
 * The nearest changes of a single input that turn each fleet's recommendation, nearest first.
 * @param plans the fleets' plans as they are
 * @returns by fleet; empty where no change looked at turns it: down to −90 %, up to +300 %
 */
export function flipsOf(portfolio: Portfolio, path: MarketPath, plans: readonly FleetPlan[]): readonly (readonly Flip[])[] {
  const flips = plans.map((): Flip[] => []);
  const basis = basisOf(portfolio, path);
  for (const lever of leversOf(basis)) {
    const plan = (factor: number): readonly FleetPlan[] => fleetsUnder(lever.move(basis, factor));
    for (const direction of [-1, 1]) {
      let before = 0;
      const open = new Set([...plans.keys()].filter((f) => lever.concerns(plans[f]!)));
      for (const size of CHANGES) {
        const change = direction * size;
        if (open.size === 0 || change <= -1 || lever.today * (1 + change) > lever.largest) break;
        const turned = plan(1 + change);
        for (const f of open) {
          if (labelOf(turned[f]!) === labelOf(plans[f]!)) continue;
          open.delete(f);
          flips[f]!.push(turningPoint(lever, plan, plans[f]!, f, before, change));
        }
        before = change;
      }
    }
  }
  return flips.map((each) => each.sort((a, b) => Math.abs(a.change) - Math.abs(b.change)).slice(0, TOLD));
}

function turningPoint(lever: Lever, planAt: (factor: number) => readonly FleetPlan[], plan: FleetPlan, f: number, same: number, other: number): Flip {
  let [near, far] = [same, other];
  let to = labelOf(planAt(1 + far)[f]!);
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (near + far) / 2;
    const label = labelOf(planAt(1 + middle)[f]!);
    if (label === labelOf(plan)) near = middle;
    else [far, to] = [middle, label];
  }
  return { input: lever.input, unit: lever.unit, at: lever.today * (1 + far), change: far, to };
}

function labelOf({ alternatives, chosen }: FleetPlan): string {
  return alternatives[chosen]!.label;
}

function fleetsUnder({ portfolio, path, sites }: PlanBasis): readonly FleetPlan[] {
  return decideFleets(planningOf(portfolio, path, sites), { rows: "totals" }).fleets;
}
