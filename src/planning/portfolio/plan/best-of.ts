import type { AlternativeKind, AlternativePlan } from "./result";
import { wholeCents } from "./whole-cents";

/** Whether a fleet leaves its site for good. */
export function isExit(kind: AlternativeKind): boolean {
  return kind === "sell" || kind === "relocate";
}

/** Index of the available one with the highest value in whole cents, of equals the first. Selling is always available. */
export function bestOf(alternatives: readonly Pick<AlternativePlan, "available" | "npvUsd" | "kind">[], allowed?: (kind: AlternativeKind) => boolean, without?: number): number | undefined {
  let best: number | undefined;
  let highest = -Infinity;
  alternatives.forEach(({ available, npvUsd, kind }, a) => {
    const cents = wholeCents(npvUsd);
    if (!available || a === without || cents <= highest || (allowed && !allowed(kind))) return;
    best = a;
    highest = cents;
  });
  return best;
}
