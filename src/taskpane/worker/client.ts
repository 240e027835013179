import type { PortfolioProblem } from "../../planning/portfolio";
import type { Planned, PlanOptions, PlanProgress, PlanReport, PlanRequest, PlanThread } from "./messages";

/** A document that cannot be planned: everything that is wrong with it. */
export class PlanProblems extends Error {
  override readonly name = "PlanProblems";
  constructor(readonly problems: readonly PortfolioProblem[]) {
    super(problems.map(({ message }) => message).join(" "));
  }
}

let startThread = async (): Promise<PlanThread> => (await import("./start-worker")).startWorker();
/** A thread that has nothing to do, kept for the next run. */
let idle: PlanThread | undefined;

/** Has planning run in threads of another kind: where there are no workers, and in tests. Undefined: again in workers. */
export function setPlanThreads(start: (() => PlanThread) | undefined): void {
  idle?.terminate();
  idle = undefined;
  startThread = start ? () => Promise.resolve(start()) : async () => (await import("./start-worker")).startWorker();
}

/**
 * Plans a portfolio in a thread of its own, so that the pane stays at hand.
 * @param document as it is edited, problems and all
 * @param onProgress told how far it is
 * @param signal when it is aborted the thread is ended, and the promise is rejected with its reason
 * @throws PlanProblems where the document is not in order; Error with a sentence otherwise
 */
export function planInWorker(document: unknown, options: PlanOptions = {}, onProgress?: OnProgress, signal?: AbortSignal): Promise<Planned> {
  return askThread({ document, options }, (report) => (report.type === "planned" ? report.planned : undefined), onProgress, signal);
}

export type OnProgress = (progress: PlanProgress) => void;

/** Asks the planning thread. @param resultOf what was asked for, where a report holds it */
export async function askThread<Result>(request: PlanRequest, resultOf: (report: PlanReport) => Result | undefined, onProgress: OnProgress = () => undefined, signal?: AbortSignal): Promise<Result> {
  signal?.throwIfAborted();
  const thread = idle ?? (await startThread().catch((error: unknown) => {
    throw new Error("The planning part could not be loaded. Check the connection, then try again.", { cause: error });
  }));
  idle = undefined;
  return new Promise((resolve, reject) => {
    const end = (settle: () => void, usable: boolean): void => {
      signal?.removeEventListener("abort", abort);
      thread.onmessage = thread.onerror = null;
      if (usable && idle === undefined) idle = thread;
      else thread.terminate();
      settle();
    };
    const abort = (): void => end(() => reject(signal!.reason as Error), false);
    if (signal?.aborted) return abort();
    signal?.addEventListener("abort", abort);
    thread.onmessage = ({ data }) => {
      if (data.type === "progress") return onProgress(data.progress);
      const result = resultOf(data);
      if (result !== undefined) end(() => resolve(result), true);
      else if (data.type === "problems") end(() => reject(new PlanProblems(data.problems)), true);
      else end(() => reject(new Error(data.type === "failed" ? data.message : "The planning part answered another question. Try again.")), true);
    };
    thread.onerror = ({ message }) => end(() => reject(new Error(`The planning part stopped${message ? `: ${message}` : ""}. Check the connection, then try again.`)), false);
    thread.postMessage(request);
  });
}
