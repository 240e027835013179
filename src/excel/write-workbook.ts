import { columnName, LOOKS, pagesAcross, type Chart, type LookFormat, type Sheet, type Workbook } from "../model-sheets";
import { areasByValue } from "./areas";
import { cellInput } from "./cell-input";
import { BUILD_SCENARIO, explainWriteFailure, type Task } from "./write-error";

/**
 * Writes a workbook description as new sheets behind those that are there, which are never touched, and shows its active sheet.
 * All or nothing: when any part fails, the sheets begun are removed.
 * Needs ExcelApi 1.9; six round trips at most.
 * @param describe makes the description, given the names of the sheets that are there
 * @param onProgress is told in a few words what is being done
 * @param task what failures call it
 * @returns the description that was written
 * @throws WriteError with sentences for the user; whatever `describe` throws goes through unchanged
 */
export async function writeWorkbook(describe: (takenNames: readonly string[]) => Workbook, onProgress: (step: string) => void = () => undefined, task: Task = BUILD_SCENARIO): Promise<Workbook> {
  onProgress("Reading the workbook");
  const before = await sheetsNow().catch((error: unknown) => {
    throw explainWriteFailure(error, [], task);
  });
  const workbook = describe(before.map(({ name }) => name));
  try {
    await Excel.run(async (context) => {
      onProgress("Adding sheets");
      const sheets = workbook.sheets.map(({ name }) => context.workbook.worksheets.add(name));
      await context.sync();

      onProgress("Writing formulas");
      workbook.sheets.forEach((sheet, i) => writeSheet(sheets[i]!, sheet));
      await context.sync();

      onProgress(workbook.sheets.some(({ charts }) => charts.length > 0) ? "Drawing the chart" : "Finishing");
      workbook.sheets.forEach((sheet, i) => sheet.charts.forEach((chart) => addChart(context, sheets[i]!, chart)));
      context.workbook.worksheets.getItem(workbook.activeSheet).activate();
      await context.sync();
    });
  } catch (error) {
    onProgress("Removing what was begun");
    throw explainWriteFailure(error, await removeBegun(workbook, new Set(before.map(({ id }) => id))), task);
  }
  await addCourtesies(workbook);
  return workbook;
}

async function sheetsNow(): Promise<{ id: string; name: string }[]> {
  return Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/id,items/name");
    await context.sync();
    return worksheets.items.map(({ id, name }) => ({ id, name }));
  });
}

/** Deletes the description's sheets that were not there before, and returns the names of those that would not go. */
async function removeBegun(workbook: Workbook, idsBefore: ReadonlySet<string>): Promise<string[]> {
  const names = new Set(workbook.sheets.map(({ name }) => name));
  try {
    return await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load("items/id,items/name");
      await context.sync();
      worksheets.items.filter(({ id, name }) => names.has(name) && !idsBefore.has(id)).forEach((sheet) => sheet.delete());
      await context.sync();
      return [];
    });
  } catch {
    const left = await sheetsNow().catch(() => workbook.sheets.map(({ name }) => ({ id: "", name })));
    return left.filter(({ id, name }) => names.has(name) && !idsBefore.has(id)).map(({ name }) => name);
  }
}

function writeSheet(target: Excel.Worksheet, { rows, columnWidths, freeze, tabColor }: Sheet): void {
  const columns = rows[0]?.length ?? 0;
  const block = target.getRangeByIndexes(0, 0, rows.length, columns);
  block.formulas = rows.map((row) => row.map(cellInput));
  // Formats follow the formulas, because a formula that yields a date brings a format of its own.
  block.numberFormat = rows.map((row) => row.map((cell) => cell?.format ?? "General"));
  for (const [look, areas] of areasByValue(rows.map((row) => row.map((cell) => cell?.look)))) {
    for (const area of areas) applyLook(target.getRange(area).format, LOOKS[look]);
  }
  for (const [width, areas] of areasByValue([columnWidths])) {
    for (const area of areas) target.getRange(area.replace(/\d+/g, "")).format.columnWidth = width;
  }
  if (freeze.rows > 0 && freeze.columns > 0) target.freezePanes.freezeAt(target.getRange(`A1:${columnName(freeze.columns - 1)}${freeze.rows}`));
  target.showGridlines = false;
  target.tabColor = tabColor;
}

function applyLook(format: Excel.RangeFormat, look: LookFormat): void {
  if (look.bold) format.font.bold = true;
  if (look.italic) format.font.italic = true;
  if (look.size) format.font.size = look.size;
  if (look.fontColor) format.font.color = look.fontColor;
  if (look.fillColor) format.fill.color = look.fillColor;
  if (look.align) format.horizontalAlignment = look.align;
  if (look.indent) format.indentLevel = look.indent;
  if (look.lineBelow) {
    const line = format.borders.getItem("EdgeBottom");
    line.style = "Continuous";
    line.color = look.lineBelow;
  }
}

function addChart(context: Excel.RequestContext, target: Excel.Worksheet, chart: Chart): void {
  const range = ({ sheet, address }: Chart["categories"]): Excel.Range => context.workbook.worksheets.getItem(sheet).getRange(address);
  const [first, ...others] = chart.series;
  if (!first) return;
  const drawn = target.charts.add("Line", range(first.values), "Rows");
  drawn.name = chart.name;
  drawn.title.text = chart.title;
  drawn.legend.position = "Bottom";
  drawn.setPosition(chart.topLeft, chart.bottomRight);
  drawn.axes.categoryAxis.title.text = chart.categoryTitle;
  drawn.axes.valueAxis.title.text = chart.valueTitle;
  drawn.axes.valueAxis.numberFormat = chart.valueFormat;
  const lines = [drawn.series.getItemAt(0), ...others.map(({ name }) => drawn.series.add(name))];
  chart.series.forEach(({ name, values, color }, i) => {
    const line = lines[i]!;
    line.name = name;
    line.setValues(range(values));
    line.setXAxisValues(range(chart.categories));
    line.format.line.color = color;
  });
}

/** Niceties that an Excel without printer, or a host that draws charts in its own way, may refuse: the scenario is complete without them. */
async function addCourtesies(workbook: Workbook): Promise<void> {
  for (const courtesy of [arrange, fitToPages]) await addCourtesy(workbook, courtesy).catch(() => undefined);
}

async function addCourtesy({ sheets }: Workbook, courtesy: (target: Excel.Worksheet, sheet: Sheet) => void): Promise<void> {
  await Excel.run(async (context) => {
    for (const sheet of sheets) courtesy(context.workbook.worksheets.getItem(sheet.name), sheet);
    await context.sync();
  });
}

function arrange(target: Excel.Worksheet, { charts, orientation }: Sheet): void {
  for (const chart of charts) target.charts.getItem(chart.name).axes.categoryAxis.tickLabelPosition = "Low";
  target.pageLayout.orientation = orientation === "landscape" ? "Landscape" : "Portrait";
}

/** What stays in view is repeated on every page; sheet and page are named below. */
function fitToPages({ pageLayout }: Excel.Worksheet, sheet: Sheet): void {
  const { freeze } = sheet;
  pageLayout.zoom = { horizontalFitToPages: pagesAcross(sheet) };
  if (freeze.columns > 0) pageLayout.setPrintTitleColumns(`$A:$${columnName(freeze.columns - 1)}`);
  if (freeze.rows > 0) pageLayout.setPrintTitleRows(`$1:$${freeze.rows}`);
  const { defaultForAllPages: margin } = pageLayout.headersFooters;
  margin.leftFooter = "&A";
  margin.rightFooter = "Page &P of &N";
}
