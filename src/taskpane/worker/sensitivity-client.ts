import type { SensitivityTable, Tornado } from "../../planning/portfolio/plan/sensitivity";
import { askThread, type OnProgress } from "./client";
import type { Planned, PlanRequest } from "./messages";
import type { SensitivityAsk } from "./sensitivity-messages";

/**
 * Plans again with each input moved, in the planning thread.
 * @param change share, 0.1 for ±10 %
 * @throws Error with a sentence
 */
export function tornadoInWorker(planned: Planned, change: number, onProgress?: OnProgress, signal?: AbortSignal): Promise<Tornado> {
  return askThread(requestOf(planned, { each: change }), (report) => (report.type === "tornado" ? report.tornado : undefined), onProgress, signal);
}

/** Plans again for each change of one input or two; otherwise as {@link tornadoInWorker}. */
export function sensitivityInWorker(planned: Planned, inputs: readonly string[], changes: readonly number[], onProgress?: OnProgress, signal?: AbortSignal): Promise<SensitivityTable> {
  return askThread(requestOf(planned, { inputs, changes }), (report) => (report.type === "table" ? report.table : undefined), onProgress, signal);
}

function requestOf({ portfolio, paths, plan: { scenarioId } }: Planned, move: SensitivityAsk["move"]): PlanRequest {
  return { document: portfolio, options: { scenarioId }, sensitivity: { path: paths.find((path) => path.scenarioId === scenarioId)!, move } };
}
