import type { ShareThread } from "./messages";

/** A sharing thread from a chunk of its own, on the page's origin. */
export function startWorker(): ShareThread {
  return new Worker(new URL("./share-worker.ts", import.meta.url), { name: "sharing" });
}
