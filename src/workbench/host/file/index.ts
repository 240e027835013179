// The open workbook as the bytes of an .xlsx file: what Excel gives an add-in that asks for its document.
import { writeXlsx, type WriteSheet } from "hucre/xlsx";
import { areaAddress } from "../address";
import type { WorkbookState } from "../model/workbook-state";
import { fileCells } from "./cells";
import { fileCharts } from "./charts";
import { markErrors } from "./error-results";
import { storedFormula } from "./formulas";
import { fileConditionalRule, fileValidation } from "./rules";
import { pageSetup, printNames } from "./page";

const DEFAULT_FONT = { name: "Calibri", size: 11 };
const POINTS_PER_DIGIT = 5.25;
/** Points of columns and rows that nobody has changed. */
const DEFAULT_SIZE = { width: 48, height: 15 };

/** Functions' answers that are still awaited are written as #BUSY!. What files of the workbench do not hold is in docs/workbench-host.md. */
export async function workbookBytes(book: WorkbookState): Promise<Uint8Array> {
  await book.store.settle();
  const sheets = book.store.sheets();
  const bytes = await writeXlsx({
    sheets: sheets.map(({ id, name }) => fileSheet(book, id, name)),
    activeSheet: Math.max(0, sheets.findIndex(({ id }) => id === book.store.activeSheetId())),
    defaultFont: DEFAULT_FONT,
    namedRanges: [...book.store.names().map(({ name, formula }) => ({ name, range: storedFormula(formula) })), ...printNames(book)],
    properties: { ...(book.customProperties.size > 0 && { custom: Object.fromEntries(book.customProperties) }) },
  });
  return markErrors(bytes);
}

function fileSheet(book: WorkbookState, id: string, name: string): WriteSheet {
  const state = book.sheetState(id);
  const used = book.store.usedArea(id);
  const columns = Array.from({ length: used ? used.column + used.columns : 0 }, (_, column) => {
    const points = book.store.columnWidth(id, column);
    return points === DEFAULT_SIZE.width ? {} : { width: points / POINTS_PER_DIGIT };
  });
  const heights = Array.from({ length: used ? used.row + used.rows : 0 }, (_, row) => [row, { height: book.store.rowHeight(id, row) }] as const);
  const validations = book.validations.get().filter(({ area }) => area.sheetId === id);
  const rules = book.conditionalFormats.get().filter(({ area }) => area.sheetId === id);
  const tables = book.tables.filter(({ area }) => area.sheetId === id);
  return {
    name, columns,
    cells: fileCells(book, id),
    rowDefs: new Map(heights.filter(([, { height }]) => height !== DEFAULT_SIZE.height)),
    merges: book.store.merges(id).map(({ row, column, rows, columns: wide }) => ({ startRow: row, startCol: column, endRow: row + rows - 1, endCol: column + wide - 1 })),
    ...((state.frozenRows > 0 || state.frozenColumns > 0) && { freezePane: { rows: state.frozenRows, columns: state.frozenColumns } }),
    view: { showGridLines: state.showGridlines, ...(state.tabColor !== "" && { tabColor: { rgb: state.tabColor.slice(1) } }) },
    hidden: state.visibility === "Hidden",
    veryHidden: state.visibility === "VeryHidden",
    ...(state.isProtected && { protection: { sheet: true } }),
    ...pageSetup(state.print),
    ...(tables.length > 0 && { tables: tables.map((table) => fileTable(book, table)) }),
    ...(validations.length > 0 && { dataValidations: validations.flatMap(fileValidation) }),
    ...(rules.length > 0 && { conditionalRules: rules.map(fileConditionalRule) }),
    charts: fileCharts(book, id),
  };
}

function fileTable(book: WorkbookState, { name, area, style, showBandedRows, showFilterButton }: WorkbookState["tables"][number]): NonNullable<WriteSheet["tables"]>[number] {
  const [headers = []] = book.store.read(area.sheetId, { ...area, rows: 1 });
  return { name, range: areaAddress(area), columns: headers.map(({ text }) => ({ name: text })), style, showRowStripes: showBandedRows, showAutoFilter: showFilterButton };
}
