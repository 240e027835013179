export { planInWorker, PlanProblems, setPlanThreads, type PlanThread } from "./client";
export type { Planned, PlanOptions, PlanProgress } from "./messages";
