export type { CoverFact } from "./cover-sheet";
export type { FormulaExpander } from "./expander";
export { SHARE_LEVELS, type ShareLevel, type ShareRecord } from "./record";
export { checkPackage } from "./parts";
export { ShareRefusal } from "./refusal";
export { shareCopy, type SharedCopy, type ShareCopyRequest } from "./share-copy";
