export { readActiveCell, readReferences, selectedAddress, takeBack, writeFormula, type ActiveCell, type WrittenFormula } from "./cells";
export { officeBackground } from "./office-theme";
export { INSERT_EXAMPLES, WriteError } from "./write-error";
export { writeWorkbook } from "./write-workbook";
