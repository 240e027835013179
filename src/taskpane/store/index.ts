export { listAt, placeOf, valueAt, withEntry, withoutEntry, withValue, type Draft, type Place } from "./draft";
export { fileName, fileText } from "./files";
export { namesIn } from "./names";
export { PortfolioProvider } from "./PortfolioProvider";
export { SAMPLES, type Sample } from "./samples";
export type { Action, Origin } from "./state";
export { shownProblems } from "./shown-problems";
export { usePortfolio, type PortfolioStore, type WorkbookState } from "./store";
export type { WriteResult, Written } from "./workbook";
