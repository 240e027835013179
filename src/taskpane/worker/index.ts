export { planInWorker, PlanProblems, setPlanThreads } from "./client";
export type { Planned, PlanOptions, PlanProgress, PlanReport, PlanRequest, PlanThread } from "./messages";
export { sensitivityInWorker, tornadoInWorker } from "./sensitivity-client";
