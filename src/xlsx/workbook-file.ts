import { writeXlsx, type Cell as FileCell, type WriteSheet } from "hucre/xlsx";
import { columnName, type Cell, type Sheet, type ValueOf, type Workbook } from "../model-sheets";
import { cellStyles, columnWidth, DEFAULT_FONT, hexColor } from "./cell-style";
import { fileChart } from "./charts";
import { pageSetup, printNames } from "./page-setup";
import { rowHeights } from "./row-heights";
import { fileConditionalRule, fileValidation } from "./rules";
import { fileTable } from "./tables";

/** The longest text that Excel keeps in a cell. */
const LONGEST_TEXT = 32_767;

/** What the file says beside the workbook. */
export interface FileDetails {
  /** in the file's properties */
  readonly title: string;
  /** when it was made, in the file's properties */
  readonly madeAt: Date;
  /** results of the formulas: what readers show that do not calculate, such as Excel's Protected View */
  readonly valueOf: ValueOf;
}

/**
 * The bytes of an .xlsx file that holds a workbook description: the same cells, looks, charts and set-up as Excel gets live.
 * Every formula carries its result, and spreadsheets calculate anew when they open it. The same description, details and
 * results give the same cells.
 * @throws Error when a name, a number or a text is none that Excel can hold, or `valueOf` throws
 */
export async function workbookFile(workbook: Workbook, { title, madeAt, valueOf }: FileDetails): Promise<Uint8Array> {
  const styleOf = cellStyles();
  return writeXlsx({
    sheets: workbook.sheets.map((sheet) => fileSheet(sheet, valueOf, styleOf)),
    activeSheet: Math.max(0, workbook.sheets.findIndex(({ name }) => name === workbook.activeSheet)),
    defaultFont: DEFAULT_FONT,
    namedRanges: printNames(workbook.sheets),
    properties: { title, creator: "Hashplan", created: madeAt, modified: madeAt, ...(workbook.customProperties && { custom: { ...workbook.customProperties } }) },
  });
}

function fileSheet(sheet: Sheet, valueOf: ValueOf, styleOf: ReturnType<typeof cellStyles>): WriteSheet {
  const { name, rows, columnWidths, freeze, tabColor, charts, tables = [], validations = [], conditionalFormats = [] } = sheet;
  const cells = new Map<string, Partial<FileCell>>();
  rows.forEach((row, r) => row.forEach((cell, c) => {
    if (cell) cells.set(`${r},${c}`, { ...fileContent(cell, () => valueOf(name, `${columnName(c)}${r + 1}`)), style: styleOf(cell.look, cell.format) });
  }));
  return {
    name, cells,
    columns: columnWidths.map((points) => ({ width: columnWidth(points) })),
    rowDefs: rowHeights(sheet),
    freezePane: freeze.rows > 0 || freeze.columns > 0 ? freeze : undefined,
    view: { showGridLines: false, tabColor: { rgb: hexColor(tabColor) } },
    ...pageSetup(sheet),
    charts: charts.map(fileChart),
    ...(tables.length > 0 && { tables: tables.map((table) => fileTable(table, sheet)) }),
    ...(validations.length > 0 && { dataValidations: validations.flatMap(fileValidation) }),
    ...(conditionalFormats.length > 0 && { conditionalRules: conditionalFormats.map(fileConditionalRule) }),
  };
}

function fileContent({ content }: Cell, value: () => ReturnType<ValueOf>): Partial<FileCell> {
  if (typeof content === "object") {
    const result = value();
    return { formula: content.formula.slice(1), formulaResult: typeof result === "string" ? fileText(result) : result };
  }
  if (content === "") return {};
  // Of plain texts, hucre takes "#N/A" and its like for errors.
  if (typeof content === "string") return content.startsWith("#") ? { richText: [{ text: fileText(content) }] } : { value: fileText(content) };
  if (typeof content === "number" && !Number.isFinite(content)) throw new Error(`A cell cannot hold ${content}.`);
  return { value: content };
}

/** Readers take _x0041_ for the character of that number; an escaped underscore keeps it as it is. */
function fileText(text: string): string {
  if (text.length > LONGEST_TEXT) throw new Error(`A cell holds at most ${LONGEST_TEXT} characters; this text has ${text.length}: ${text.slice(0, 40)}…`);
  return text.replace(/_(?=x[\dA-F]{4}_)/gi, "_x005F_");
}
