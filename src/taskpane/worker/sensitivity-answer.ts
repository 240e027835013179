import type { Portfolio } from "../../planning/portfolio";
import { sensitivityOf, tornadoOf } from "../../planning/portfolio/plan/sensitivity";
import type { PlanReport } from "./messages";
import type { SensitivityAsk } from "./sensitivity-messages";

/** What the worker does when it is asked for sensitivities. */
export function answerSensitivity(portfolio: Portfolio, { path, move }: SensitivityAsk, report: (report: PlanReport) => void): void {
  const onPlan = (done: number, all: number): void => report({ type: "progress", progress: { step: "Planning again", done, all } });
  try {
    if ("each" in move) report({ type: "tornado", tornado: tornadoOf(portfolio, path, move.each, onPlan) });
    else report({ type: "table", table: sensitivityOf(portfolio, path, move.inputs, move.changes, onPlan) });
  } catch (error) {
    report({ type: "failed", message: `The sensitivity could not be found: ${error instanceof Error ? error.message : String(error)}. Plan again; if it fails again, report this text with your portfolio file.` });
  }
}
