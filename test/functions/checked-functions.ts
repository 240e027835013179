export { default as definitions } from "../../src/functions/all.registry";
export { checkedFunction } from "../../src/functions/call";
export { CellError, EXCEL_ERRORS } from "../../src/functions/cell-error";
