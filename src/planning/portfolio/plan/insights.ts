import type { PortfolioPlan } from "./result";

// What is found out about a plan by planning again: how far each decision is from another one, and what other markets do to it.

/** A change of one input alone that turns a fleet's recommendation. */
export interface Flip {
  /** "BTC price" */
  readonly input: string;
  readonly unit: string;
  /** value of the input from which the recommendation is another one */
  readonly at: number;
  /** the way there as a share of today's value: -0.12 */
  readonly change: number;
  /** label of the alternative it turns to */
  readonly to: string;
}

/** Hashprices at which owners who know what stopping and restarting costs would act, $/PH/day. */
export interface Thresholds {
  readonly stopUsdPhDay: number;
  readonly restartUsdPhDay: number;
  /** where running just pays, switching free of charge */
  readonly staticUsdPhDay: number;
}

export interface FleetInsight {
  readonly fleetId: string;
  /** nearest first; empty where nothing within reach turns the recommendation */
  readonly flips: readonly Flip[];
  /** why the chosen alternative, in one sentence */
  readonly reason: string;
  /** undefined where there are none; thresholdsNote says why */
  readonly thresholds: Thresholds | undefined;
  readonly thresholdsNote: string;
}

/** A coming change of difficulty. */
export interface Adjustment {
  /** Excel serial */
  readonly date: number;
  readonly height: number;
  /** of difficulty, as a share: -0.05 */
  readonly change: number;
}

/** When the network's own adjustments relieve a miner, beside how long cash lasts. */
export interface ReliefClock {
  readonly blocksToNext: number;
  readonly adjustments: readonly Adjustment[];
  readonly sentence: string;
}

/** Curtailment by bins of the month's hours against the same hour by hour, with the site's shortest stop. */
export interface HourlyCheck {
  readonly fleetId: string;
  /** net present values of curtailing */
  readonly binsUsd: number;
  readonly hourByHourUsd: number;
  readonly minHoursOff: number;
}

export interface PortfolioInsights {
  /** by fleet, in the document's order */
  readonly fleets: readonly FleetInsight[];
  readonly reliefClock: ReliefClock;
  /** for each fleet at a site with an hourly price series */
  readonly hourlyChecks: readonly HourlyCheck[];
  /** each named scenario of the document, planned */
  readonly scenarios: readonly { readonly scenarioId: string; readonly plan: PortfolioPlan }[];
}
