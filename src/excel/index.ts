export { officeBackground } from "./office-theme";
export { WriteError } from "./write-error";
export { writeWorkbook } from "./write-workbook";
