import type { FleetEvaluation } from "./evaluate-fleet";
import type { Planning } from "./planning";
import type { AlternativeKind, AlternativePlan } from "./result";

// What each fleet does, and which sites close: section 5 of docs/planning.md.

const CENTS_PER_USD = 100;

export interface SiteDecision {
  readonly closes: boolean;
  readonly openUsd: number;
  readonly closedUsd: number;
  /** by fleet of the site, as indexes of its alternatives */
  readonly choices: readonly { readonly chosen: number; readonly runnerUp: number | undefined }[];
}

export function decideSite({ portfolio: { sites, finance }, power, factors }: Planning, s: number, fleets: readonly FleetEvaluation[]): SiteDecision {
  let months = 0;
  for (let t = 1; t < factors.length; t++) months += factors[t]!;
  let openUsd = -sites[s]!.fixedOpexUsdMonth * (1 - finance.taxRate) * months;
  let closedUsd = 0;
  for (const { alternatives, best, bestExit } of fleets) {
    openUsd += alternatives[best]!.npvUsd;
    closedUsd += alternatives[bestExit]!.npvUsd;
  }
  const closes = closedUsd > openUsd && !power.roomGranted[s];
  return {
    closes, openUsd, closedUsd,
    choices: fleets.map(({ alternatives, best, bestExit }) => {
      const chosen = closes ? bestExit : best;
      return { chosen, runnerUp: bestOf(alternatives, undefined, chosen) };
    }),
  };
}

/** Whether a fleet leaves its site for good. */
export function isExit(kind: AlternativeKind): boolean {
  return kind === "sell" || kind === "relocate";
}

/** Index of the available one with the highest value in whole cents, of equals the first. Selling is always available. */
export function bestOf(alternatives: readonly Pick<AlternativePlan, "available" | "npvUsd" | "kind">[], allowed?: (kind: AlternativeKind) => boolean, without?: number): number | undefined {
  let best: number | undefined;
  let highest = -Infinity;
  alternatives.forEach(({ available, npvUsd, kind }, a) => {
    const cents = Math.round(npvUsd * CENTS_PER_USD);
    if (!available || a === without || cents <= highest || (allowed && !allowed(kind))) return;
    best = a;
    highest = cents;
  });
  return best;
}
