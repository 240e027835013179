export type { CoverFact } from "./cover-sheet";
export type { FormulaExpander } from "./expander";
export type { ShareLevel, ShareRecord } from "./record";
export { ShareRefusal } from "./refusal";
export { shareWorkbook, type SharedWorkbook, type ShareRequest } from "./share-workbook";
