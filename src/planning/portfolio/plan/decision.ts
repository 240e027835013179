import { bestOf } from "./best-of";
import type { FleetEvaluation } from "./evaluate-fleet";
import type { Planning } from "./planning";

// What each fleet does, and which sites close: section 5 of docs/planning.md.

export interface SiteDecision {
  readonly closes: boolean;
  readonly openUsd: number;
  readonly closedUsd: number;
  /** by fleet of the site, as indexes of its alternatives */
  readonly choices: readonly { readonly chosen: number; readonly runnerUp: number | undefined }[];
}

export function decideSite({ portfolio: { sites, finance }, power, annuities }: Planning, s: number, fleets: readonly FleetEvaluation[]): SiteDecision {
  let openUsd = -sites[s]!.fixedOpexUsdMonth * (1 - finance.taxRate) * annuities[annuities.length - 1]!;
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
