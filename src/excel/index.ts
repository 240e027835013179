export { appendRow } from "./append-row";
export { readActiveCell, readReferences, selectedAddress, takeBack, writeFormula, type ActiveCell, type WrittenFormula } from "./cells";
export { hostInfo, type HostInfo } from "./host-info";
export { officeBackground } from "./office-theme";
export { readTables, type ReadTable, type ReadTables, type ReadValue } from "./read-tables";
export { readSetting, saveSetting } from "./settings";
export { INSERT_EXAMPLES, WriteError, type Task } from "./write-error";
export { writeWorkbook, type WriteOptions } from "./write-workbook";
