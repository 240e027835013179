import { answer } from "./answer";
import type { PlanRequest } from "./messages";

// The planning thread: one request at a time, reports until it is answered. Whoever wants it to stop ends the thread.
addEventListener("message", ({ data }: MessageEvent<PlanRequest>) => answer(data, (report) => postMessage(report)));
