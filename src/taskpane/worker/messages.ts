import type { MarketPath, Portfolio, PortfolioInsights, PortfolioPlan, PortfolioProblem } from "../../planning/portfolio";
import type { SensitivityAsk, SensitivityReport } from "./sensitivity-messages";

// What the pane and the planning worker say to each other; all of it can be cloned.

export interface PlanOptions {
  /** the market scenario to plan under; left out, the document's own */
  readonly scenarioId?: string;
  /** also plan again for distance to flip, thresholds and the other scenarios; takes several times as long */
  readonly insights?: boolean;
  /** "totals": no monthly rows of single fleets, for portfolios of thousands */
  readonly rows?: "all" | "totals";
}

export interface PlanRequest {
  readonly document: unknown;
  readonly options: PlanOptions;
  /** asked instead of a plan; the document is then a portfolio that was planned */
  readonly sensitivity?: SensitivityAsk;
}

/** How far a run has come. */
export interface PlanProgress {
  /** "Planning the sites" */
  readonly step: string;
  /** sites planned, of all; left out where a step cannot be counted */
  readonly done?: number;
  readonly all?: number;
}

/** A finished plan. */
export interface Planned {
  readonly portfolio: Portfolio;
  /** of every scenario of the document, in its order */
  readonly paths: readonly MarketPath[];
  readonly plan: PortfolioPlan;
  /** where they were asked for */
  readonly insights: PortfolioInsights | undefined;
}

export type PlanReport =
  | { readonly type: "progress"; readonly progress: PlanProgress }
  | { readonly type: "planned"; readonly planned: Planned }
  | { readonly type: "problems"; readonly problems: readonly PortfolioProblem[] }
  | SensitivityReport
  | { readonly type: "failed"; readonly message: string };

/** As much of a Worker as planning needs. */
export interface PlanThread {
  onmessage: ((event: MessageEvent<PlanReport>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(request: PlanRequest): void;
  terminate(): void;
}
