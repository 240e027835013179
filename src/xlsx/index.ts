export { readTables, type FileTable, type FileTables, type FileValue } from "./read-tables";
export { workbookFile, type FileDetails } from "./workbook-file";
