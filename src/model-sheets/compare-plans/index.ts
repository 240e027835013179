export { comparePlans } from "./compare-plans";
export type { HashpriceChange, InputChange, PlanComparison, PlanLabels, ResultChange, VersionChange } from "./comparison";
export type { WrittenPlan } from "./plan-sheets";
export { INPUT_TABLES as INPUT_TABLE_NAMES } from "../../planning/portfolio";
export { comparisonLines } from "./report";
