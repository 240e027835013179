import type { PlanThread } from "./messages";

/** A planning thread from a chunk of its own, on the page's origin. */
export function startWorker(): PlanThread {
  return new Worker(new URL("./plan-worker.ts", import.meta.url), { name: "planning" });
}
