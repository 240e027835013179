export { comparePlanFiles, PlanFileError } from "./compare-files";
export { comparisonLines, type HashpriceChange, type InputChange, type PlanComparison, type PlanLabels, type ResultChange, type VersionChange } from "../../model-sheets/compare-plans";
