export { workbookFile, type FileDetails } from "./workbook-file";
