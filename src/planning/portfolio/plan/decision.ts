import type { Portfolio } from "../document";
import type { AlternativeKind, AlternativePlan, ByMonth, FleetPlan } from "./result";

// What each fleet does, and which sites close: section 5 of docs/planning.md.

const CENTS_PER_USD = 100;

export interface Decided {
  readonly fleets: readonly FleetPlan[];
  /** by site */
  readonly closures: readonly { readonly closes: boolean; readonly openUsd: number; readonly closedUsd: number }[];
}

/** Whether a fleet leaves its site for good. */
export function isExit(kind: AlternativeKind): boolean {
  return kind === "sell" || kind === "relocate";
}

/** The available one with the highest value in whole cents, of equals the first. Selling is always available. */
export function bestOf<Each extends Pick<AlternativePlan, "available" | "npvUsd" | "kind">>(alternatives: readonly Each[], allowed: (each: Each) => boolean): Each {
  let best: Each | undefined;
  for (const each of alternatives) if (each.available && allowed(each) && (!best || cents(each) > cents(best))) best = each;
  return best!;
}

function cents({ npvUsd }: { readonly npvUsd: number }): number {
  return Math.round(npvUsd * CENTS_PER_USD);
}

/** @param roomGranted by site: somebody is granted room there, so it stays open */
export function decide({ sites, finance }: Portfolio, fleets: readonly FleetPlan[], roomGranted: readonly boolean[], factors: ByMonth): Decided {
  let months = 0;
  for (let t = 1; t < factors.length; t++) months += factors[t]!;
  const atSite = new Map<string, FleetPlan[]>(sites.map(({ id }) => [id, []]));
  for (const fleet of fleets) atSite.get(fleet.siteId)!.push(fleet);
  const closures = sites.map((site, s) => {
    let openUsd = -site.fixedOpexUsdMonth * (1 - finance.taxRate) * months;
    let closedUsd = 0;
    for (const { alternatives } of atSite.get(site.id)!) {
      openUsd += bestOf(alternatives, () => true).npvUsd;
      closedUsd += bestOf(alternatives, ({ kind }) => isExit(kind)).npvUsd;
    }
    return { closes: closedUsd > openUsd && !roomGranted[s], openUsd, closedUsd };
  });
  const closes = new Map(sites.map(({ id }, s) => [id, closures[s]!.closes]));
  return {
    closures,
    fleets: fleets.map((fleet) => {
      const allowed = ({ kind }: AlternativePlan): boolean => !closes.get(fleet.siteId) || isExit(kind);
      const best = bestOf(fleet.alternatives, allowed);
      const next = bestOf(fleet.alternatives, (each) => each !== best) as AlternativePlan | undefined;
      return { ...fleet, chosen: fleet.alternatives.indexOf(best), runnerUp: next && fleet.alternatives.indexOf(next) };
    }),
  };
}
