export { columnName } from "./address";
export { freeSheetNames, scenarioSheets, type SheetNames } from "./scenario-sheets";
export { LOOKS, type Look, type LookFormat } from "./looks";
export type { Cell, Formula, LineChart, Sheet, SheetRange, Workbook } from "./workbook";
