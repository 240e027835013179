import { columnName, excelRule, pagesAcross, validationTexts, type Chart, type ConditionalFormat, type ExcelRule, type Sheet, type SheetTable, type Validation } from "../model-sheets";

/** A table that leaves the looks to its cells. */
export function addTable(target: Excel.Worksheet, { name, address }: SheetTable): Excel.Table {
  const table = target.tables.add(address, true);
  table.name = name;
  table.style = "TableStyleLight1";
  table.showBandedRows = false;
  return table;
}

const OPERATORS = { between: "Between", greaterThan: "GreaterThan", lessThan: "LessThan", greaterThanOrEqual: "GreaterThanOrEqualTo", lessThanOrEqual: "LessThanOrEqualTo" } as const;

/** A rule that Excel cannot keep is left out: its cells take any entry. */
export function addValidation(target: Excel.Worksheet, validation: Validation): void {
  const rule = excelRule(validation);
  if (!rule) return;
  const { dataValidation } = target.getRange(validation.address);
  const { errorTitle, errorMessage, promptTitle, prompt } = validationTexts(validation);
  dataValidation.rule = validationRule(rule, validation.rule.kind === "list");
  dataValidation.errorAlert = { title: errorTitle, message: errorMessage, showAlert: true, style: "Stop" };
  if (promptTitle || prompt) dataValidation.prompt = { title: promptTitle, message: prompt, showPrompt: true };
}

function validationRule({ type, operator, formula1, formula2 }: ExcelRule, isListOfValues: boolean): Excel.DataValidationRule {
  if (type === "list") return { list: { inCellDropDown: true, source: isListOfValues ? String(formula1) : `=${formula1}` } };
  if (type === "custom") return { custom: { formula: `=${formula1}` } };
  const limits = { formula1, ...(formula2 !== undefined && { formula2 }), operator: OPERATORS[operator!] };
  if (type === "whole") return { wholeNumber: limits };
  if (type !== "date") return { [type]: limits };
  // A date is given as a formula: its number as it stands in cells.
  return { date: { formula1: `=${formula1}`, formula2: `=${formula2}`, operator: OPERATORS[operator!] } };
}

/** Each new one goes before those that are there. */
export function addConditionalFormats(target: Excel.Worksheet, formats: readonly ConditionalFormat[]): void {
  for (const { address, formula, fontColor, fillColor, bold } of [...formats].reverse()) {
    const { rule, format } = target.getRange(address).conditionalFormats.add("Custom").custom;
    rule.formula = formula;
    if (fontColor) format.font.color = fontColor;
    if (bold) format.font.bold = true;
    if (fillColor) format.fill.color = fillColor;
  }
}

const CHART_TYPES = { line: "Line", column: "ColumnClustered", stackedColumn: "ColumnStacked", bar: "BarClustered" } as const;

export function addChart({ workbook }: Excel.RequestContext, target: Excel.Worksheet, chart: Chart): void {
  const range = ({ sheet, address }: Chart["categories"]): Excel.Range => workbook.worksheets.getItem(sheet).getRange(address);
  const [first, ...others] = chart.series;
  if (!first) return;
  const drawn = target.charts.add(CHART_TYPES[chart.kind], range(first.values), isInRow(first.values.address) ? "Rows" : "Columns");
  drawn.name = chart.name;
  drawn.title.text = chart.title;
  drawn.legend.position = "Bottom";
  drawn.setPosition(chart.topLeft, chart.bottomRight);
  drawn.axes.categoryAxis.title.text = chart.categoryTitle;
  drawn.axes.valueAxis.title.text = chart.valueTitle;
  drawn.axes.valueAxis.numberFormat = chart.valueFormat;
  const all = [drawn.series.getItemAt(0), ...others.map(({ name }) => drawn.series.add(name))];
  chart.series.forEach(({ name, values, color }, i) => {
    const series = all[i]!;
    series.name = name;
    series.setValues(range(values));
    series.setXAxisValues(range(chart.categories));
    if (chart.kind === "line") series.format.line.color = color;
    else series.format.fill.setSolidColor(color);
  });
}

function isInRow(address: string): boolean {
  const [first, last] = address.split(":").map((corner) => corner.replace(/\D/g, ""));
  return last === undefined || first === last;
}

/** Niceties that an Excel without printer, or a host that draws charts in its own way, may refuse. */
export function arrange(target: Excel.Worksheet, sheet: Sheet): void {
  const { charts, orientation, freeze, printArea, fitToOnePage } = sheet;
  const { pageLayout } = target;
  pageLayout.orientation = orientation === "landscape" ? "Landscape" : "Portrait";
  pageLayout.zoom = fitToOnePage ? { horizontalFitToPages: 1, verticalFitToPages: 1 } : { horizontalFitToPages: pagesAcross(sheet) };
  // What stays in view is repeated on every page; sheet and page are named below.
  if (freeze.columns > 0) pageLayout.setPrintTitleColumns(`$A:$${columnName(freeze.columns - 1)}`);
  if (freeze.rows > 0) pageLayout.setPrintTitleRows(`$1:$${freeze.rows}`);
  if (printArea) pageLayout.setPrintArea(printArea);
  const { defaultForAllPages: margin } = pageLayout.headersFooters;
  margin.leftFooter = "&A";
  margin.rightFooter = "Page &P of &N";
  for (const chart of charts) target.charts.getItem(chart.name).axes.categoryAxis.tickLabelPosition = "Low";
}
