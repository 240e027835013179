export { absoluteReference, columnName, sheetReference } from "./address";
export { calculateWorkbook, type ValueOf } from "./calculate";
export { type ExampleArgument, type ExampleValue, type WorkedExample } from "./example-block";
export { exampleSheets, type ExampleGroup } from "./example-sheets";
export { LOOKS, type Look, type LookFormat } from "./looks";
export type { Cell, Chart, ConditionalFormat, Formula, NumberLimits, Sheet, SheetRange, SheetTable, Validation, ValidationRule, Workbook } from "./workbook";
export { pagesAcross } from "./print";
export { excelRule, validationTexts, type ExcelRule } from "./validation";
