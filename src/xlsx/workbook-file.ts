import { parseCellRef, writeXlsx, type Cell as FileCell, type WriteSheet } from "hucre/xlsx";
import { columnName, sheetReference, type Cell, type Chart, type Sheet, type SheetRange, type ValueOf, type Workbook } from "../model-sheets";
import { cellStyle, columnWidth, DEFAULT_FONT, hexColor } from "./cell-style";
import { pageSetup, printTitles } from "./page-setup";

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
  return writeXlsx({
    sheets: workbook.sheets.map((sheet) => fileSheet(sheet, valueOf)),
    activeSheet: Math.max(0, workbook.sheets.findIndex(({ name }) => name === workbook.activeSheet)),
    defaultFont: DEFAULT_FONT,
    namedRanges: printTitles(workbook.sheets),
    properties: { title, creator: "Hashplan", created: madeAt, modified: madeAt },
  });
}

function fileSheet(sheet: Sheet, valueOf: ValueOf): WriteSheet {
  const { name, rows, columnWidths, freeze, tabColor, charts } = sheet;
  const cells = new Map<string, Partial<FileCell>>();
  rows.forEach((row, r) => row.forEach((cell, c) => {
    if (cell) cells.set(`${r},${c}`, { ...fileContent(cell, () => valueOf(name, `${columnName(c)}${r + 1}`)), style: cellStyle(cell.look, cell.format) });
  }));
  return {
    name, cells,
    columns: columnWidths.map((points) => ({ width: columnWidth(points) })),
    freezePane: freeze.rows > 0 || freeze.columns > 0 ? freeze : undefined,
    view: { showGridLines: false, tabColor: { rgb: hexColor(tabColor) } },
    ...pageSetup(sheet),
    charts: charts.map(fileChart),
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

function fileChart(chart: Chart): NonNullable<WriteSheet["charts"]>[number] {
  const from = parseCellRef(chart.topLeft);
  const last = parseCellRef(chart.bottomRight);
  return {
    type: "line",
    title: chart.title,
    titleFontSize: 13,
    frameTitle: chart.name,
    altText: chart.title,
    series: chart.series.map(({ name, values, color }) => ({
      name, color: hexColor(color), values: absolute(values), categories: absolute(chart.categories),
      stroke: { width: 2.25 }, marker: { symbol: "none" }, smooth: false,
    })),
    axes: {
      // Below the plot also where values are negative.
      x: { title: chart.categoryTitle, tickLblPos: "low" },
      y: { title: chart.valueTitle, numberFormat: { formatCode: chart.valueFormat }, gridlines: { major: true } },
    },
    legend: "bottom",
    anchor: { from, to: { row: last.row + 1, col: last.col + 1 } },
  };
}

/** "Model" and "D60:AN60" as charts name cells: Model!$D$60:$AN$60. */
function absolute({ sheet, address }: SheetRange): string {
  return `${sheetReference(sheet)}!${address.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2")}`;
}
