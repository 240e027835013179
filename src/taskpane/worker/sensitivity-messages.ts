import type { MarketPath } from "../../planning/portfolio";
import type { SensitivityTable, Tornado } from "../../planning/portfolio/plan/sensitivity";

// What the pane asks the planning worker about a plan's sensitivities.

/** What to move, under the market that was planned. */
export interface SensitivityAsk {
  readonly path: MarketPath;
  readonly move: { readonly each: number } | { readonly inputs: readonly string[]; readonly changes: readonly number[] };
}

export type SensitivityReport = { readonly type: "tornado"; readonly tornado: Tornado } | { readonly type: "table"; readonly table: SensitivityTable };
