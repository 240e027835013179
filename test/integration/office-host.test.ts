// Microsoft's own office.js, in jsdom, against the workbench host. The grid is a test double: what is proved here is
// the protocol and the object model, not calculation.
import { MemoryStore } from "../workbench/host/support/memory-store";
import { openFrame, type Frame } from "./support/office-frame";

jest.setTimeout(30_000);

let store: MemoryStore;
let frame: Frame;

beforeEach(async () => {
  store = new MemoryStore();
  frame = await openFrame({ store });
});
afterEach(() => frame.close());

const nextTask = (ms = 100) => new Promise((resolve) => setTimeout(resolve, ms));
/** Gives a busy machine time. */
async function until(done: () => boolean): Promise<void> {
  for (let i = 0; i < 100 && !done(); i++) await nextTask();
}

test("onReady reports Excel on the web; the declared sets reach the library; nothing throws in the page", () => {
  expect(frame.info).toMatchObject({ host: "Excel", platform: "OfficeOnline" });
  const { requirements } = frame.window.Office.context;
  expect(["1.1", "1.10", "1.12", "1.13"].map((version) => requirements.isSetSupported("ExcelApi", version))).toEqual([true, true, true, false]);
  expect(frame.pageErrors).toEqual([]);
});

test("a sheet is added, written and read back", async () => {
  const read = await frame.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Plan");
    sheet.activate();
    sheet.getRange("A1:C2").values = [["Model", "TH/s", true], ["S21", "200", "=A2"]];
    const used = sheet.getUsedRange().load("address,values,formulas,valueTypes,rowCount");
    sheet.load("name,position");
    context.workbook.worksheets.load("items/name");
    context.workbook.load("name");
    await context.sync();
    return { address: used.address, values: used.values, formulas: used.formulas, types: used.valueTypes[1], rows: used.rowCount, position: sheet.position, sheets: context.workbook.worksheets.items.map(({ name }) => name), book: context.workbook.name };
  });
  expect(read).toEqual({
    address: "Plan!A1:C2",
    values: [["Model", "TH/s", true], ["S21", 200, "S21"]],
    formulas: [["Model", "TH/s", true], ["S21", 200, "=A2"]],
    types: ["String", "Double", "String"],
    rows: 2,
    position: 1,
    sheets: ["Sheet1", "Plan"],
    book: "Workbook.xlsx",
  });
});

test("a property that was not loaded is refused by the library", async () => {
  const error = await frame.failure(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1");
    await context.sync();
    return range.values;
  });
  expect(error).toBeInstanceOf(frame.window.OfficeExtension.Error);
  expect(error.code).toBe("PropertyNotLoaded");
});

test("a missing sheet ends in ItemNotFound with the place; what was done before stays", async () => {
  const error = await frame.failure(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("A1").values = [["kept"]];
    context.workbook.worksheets.getItem("Nope").load("name");
    context.workbook.worksheets.getItem("Sheet1").getRange("A2").values = [["never"]];
    await context.sync();
  });
  expect(error.code).toBe("ItemNotFound");
  expect(error.debugInfo.errorLocation).toBe("WorksheetCollection.getItem");
  expect(store.shown("A1:A2")).toEqual([["kept"], [""]]);
});

test("null objects", async () => {
  const isNull = await frame.run(async (context) => {
    const missing = context.workbook.worksheets.getItemOrNullObject("Nope");
    const below = missing.getRange("A1");
    const empty = context.workbook.worksheets.getActiveWorksheet().getUsedRangeOrNullObject();
    const there = context.workbook.worksheets.getItemOrNullObject("sheet1");
    await context.sync();
    return [missing.isNullObject, below.isNullObject, empty.isNullObject, there.isNullObject];
  });
  expect(isNull).toEqual([true, true, true, false]);
});

test("objects live on after a sync inside Excel.run and are released at its end", async () => {
  const values = await frame.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange("B1:B2");
    await context.sync();
    range.values = [[1], [2]];
    await context.sync();
    range.load("values");
    await context.sync();
    return range.values;
  });
  expect(values).toEqual([[1], [2]]);
  const outside = await (async () => {
    const context = new frame.window.Excel.RequestContext();
    const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1");
    range.load("address");
    await context.sync();
    try {
      range.load("values");
      await context.sync();
      return "no error";
    } catch (error) {
      return (error as OfficeExtension.Error).code;
    }
  })();
  expect(outside).toBe("InvalidObjectPath");
});

test("more than 1,500 cells come in chunks and all arrive", async () => {
  const address = await frame.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("A1:B2000").values = Array.from({ length: 2000 }, (_, row) => [row, row * 2]);
    const used = sheet.getUsedRange().load("address");
    await context.sync();
    return used.address;
  });
  expect(address).toBe("Sheet1!A1:B2000");
  expect(store.shown("A1:B1")).toEqual([[0, 0]]);
  expect(store.shown("A2000:B2000")).toEqual([[1999, 3998]]);
});

test("an array of the wrong shape is refused", async () => {
  const error = await frame.failure(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange("A1:B2").values = [[1, 2, 3]];
    await context.sync();
  });
  expect(error.code).toBe("InvalidArgument");
  expect(error.debugInfo.errorLocation).toBe("Range.values");
});

test("formats, borders, sizes and frozen panes", async () => {
  const read = await frame.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const head = sheet.getRange("A1:C1");
    head.values = [["Model", "TH/s", "Watts"]];
    head.format.fill.color = "navy";
    head.format.font.bold = true;
    head.format.font.color = "#ffffff";
    head.format.horizontalAlignment = "Center";
    head.format.borders.getItem("EdgeBottom").style = "Double";
    head.format.borders.getItem("InsideVertical").color = "#C0C0C0";
    sheet.getRange("A:A").format.columnWidth = 120;
    sheet.getRange("B1:B2").numberFormat = [["0.00"], ["0%"]];
    sheet.freezePanes.freezeAt(sheet.getRange("A1"));
    sheet.showGridlines = false;
    sheet.tabColor = "#1f3864";
    sheet.getRange("B:C").format.autofitColumns();
    await context.sync();
    head.load("format/fill/color,format/font/bold,format/font/color,format/horizontalAlignment");
    const left = sheet.getRange("A1");
    left.format.load("columnWidth");
    left.format.borders.getItem("EdgeRight").load("style");
    const edge = left.format.borders.getItem("EdgeRight").load("style,color");
    const mixed = sheet.getRange("A1:A2").format.font.load("bold");
    const formats = sheet.getRange("B1:B2").load("numberFormat");
    const frozen = sheet.freezePanes.getLocationOrNullObject().load("address");
    await context.sync();
    return [head.format.fill.color, head.format.font.bold, head.format.font.color, head.format.horizontalAlignment, left.format.columnWidth, edge.style, edge.color, mixed.bold, formats.numberFormat, frozen.address];
  });
  expect(read).toEqual(["#000080", true, "#FFFFFF", "Center", 120, "Continuous", "#C0C0C0", null, [["0.00"], ["0%"]], "Sheet1!A1"]);
  expect(store.asked).toEqual(["freeze Sheet1 1 1", "gridlines Sheet1 false", "tab Sheet1 #1F3864"]);
  expect(store.readFormat(store.activeSheetId(), 0, 2).borders).toEqual({ EdgeBottom: { style: "Double", color: "#000000", weight: "Thin" } });
});

test("charts become plain data with series, axes and a position", async () => {
  const [name, count, seriesName] = await frame.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("A1:C3").values = [["Month", "Keep", "Upgrade"], ["Jan", 1, 2], ["Feb", 3, 4]];
    const chart = sheet.charts.add("Line", sheet.getRange("A1:C3"), "Columns");
    chart.name = "Cash";
    chart.title.text = "Cumulative cash";
    chart.legend.position = "Bottom";
    chart.axes.valueAxis.title.text = "USD";
    chart.axes.valueAxis.numberFormat = "#,##0";
    chart.setPosition("E2", "H10");
    const first = chart.series.getItemAt(0);
    first.format.line.color = "#0F6CBD";
    first.load("name");
    const added = chart.series.add("Shut down");
    added.setValues(sheet.getRange("B2:B3"));
    added.setXAxisValues(sheet.getRange("A2:A3"));
    chart.series.load("count");
    chart.load("name");
    await context.sync();
    return [chart.name, chart.series.count, first.name];
  });
  expect([name, count, seriesName]).toEqual(["Cash", 3, "Keep"]);
  const [chart] = frame.host.charts.get();
  expect(chart).toMatchObject({ type: "Line", title: "Cumulative cash", top: 15, left: 192, width: 192, height: 135, valueAxis: { title: "USD", titleVisible: true, numberFormat: "#,##0" } });
  const sheetId = store.activeSheetId();
  expect(chart?.series.map((series) => [series.lineColor, series.values, series.categories])).toEqual([
    ["#0F6CBD", { sheetId, row: 1, column: 1, rows: 2, columns: 1 }, { sheetId, row: 1, column: 0, rows: 2, columns: 1 }],
    [null, { sheetId, row: 1, column: 2, rows: 2, columns: 1 }, { sheetId, row: 1, column: 0, rows: 2, columns: 1 }],
    [null, { sheetId, row: 1, column: 1, rows: 2, columns: 1 }, { sheetId, row: 1, column: 0, rows: 2, columns: 1 }],
  ]);
  await frame.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().charts.getItem("Cash").delete();
    await context.sync();
  });
  expect(frame.host.charts.get()).toEqual([]);
});

test("names, conditional formats, validation, properties", async () => {
  const read = await frame.run(async (context) => {
    const { workbook } = context;
    const sheet = workbook.worksheets.getActiveWorksheet();
    const range = sheet.getRange("B2");
    workbook.names.add("power_price", range);
    const hours = workbook.names.add("hours", "=24");
    const format = range.conditionalFormats.add("CellValue");
    format.cellValue.format.font.color = "#FF0000";
    format.cellValue.rule = { formula1: "=0", operator: "LessThan" };
    const custom = range.conditionalFormats.add("Custom");
    custom.custom.rule.formula = "=$B2>1";
    range.dataValidation.rule = { decimal: { formula1: 0, formula2: 1, operator: "Between" } };
    sheet.customProperties.add("role", "inputs");
    workbook.properties.custom.add("schema", 3);
    workbook.settings.add("scenario", { list: [1, 2] });
    await context.sync();
    const named = workbook.names.getItem("POWER_PRICE").load("formula,type,value,scope");
    const target = named.getRange().load("address");
    hours.load("value,type");
    range.dataValidation.load("type");
    range.conditionalFormats.load("items/type");
    const role = sheet.customProperties.getItem("Role").load("value");
    const schema = workbook.properties.custom.getItem("schema").load("value,type");
    const setting = workbook.settings.getItem("scenario").load("value");
    const missing = workbook.names.getItemOrNullObject("nope");
    await context.sync();
    const seen: unknown[] = [named.formula, named.type, named.value, named.scope, target.address, hours.value, hours.type, range.dataValidation.type, range.conditionalFormats.items.map(({ type }) => type), role.value, schema.value, schema.type, setting.value, missing.isNullObject];
    return seen;
  });
  expect(read).toEqual(["=Sheet1!$B$2", "Range", "Sheet1!$B$2", "Workbook", "Sheet1!B2", 24, "Double", "Decimal", ["CellValue", "Custom"], "inputs", 3, "Number", { list: [1, 2] }, true]);
  expect(frame.host.conditionalFormats.get().map(({ rule, fontColor }) => [rule, fontColor])).toEqual([[{ formula1: "=0", operator: "LessThan" }, "#FF0000"], [{ formula: "=$B2>1" }, null]]);
  expect(frame.host.validations.get()[0]?.rule).toEqual({ decimal: { formula1: 0, formula2: 1, operator: "Between" } });
});

test("document settings are saved and read back", async () => {
  const { settings } = frame.window.Office.context.document;
  settings.set("pane", { tab: "sites" });
  const status = await new Promise((resolve) => settings.saveAsync((result) => resolve(result.status)));
  expect(status).toBe("succeeded");
  expect(frame.host.settings()).toEqual({ pane: '{"tab":"sites"}' });
  const refreshed = await new Promise((resolve) => settings.refreshAsync(() => resolve(settings.get("pane"))));
  expect(refreshed).toEqual({ tab: "sites" });
});

describe("events", () => {
  test("onChanged tells of the add-in's and the user's edits until it is removed; getRange leads to the cells", async () => {
    const seen: unknown[] = [];
    const handler = await frame.run(async (context) => {
      const result = context.workbook.worksheets.getActiveWorksheet().onChanged.add(async (event) => {
        await frame.run(async (inner) => {
          const range = event.getRange(inner).load("values");
          await inner.sync();
          seen.push([event.address, event.changeType, range.values]);
        });
      });
      await context.sync();
      return result;
    });
    await frame.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("A1").values = [[7]];
      await context.sync();
    });
    await until(() => seen.length === 1);
    store.type("B1", "typed");
    await until(() => seen.length === 2);
    expect(seen).toEqual([["A1", "RangeEdited", [[7]]], ["B1", "RangeEdited", [["typed"]]]]);
    await frame.window.Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
    store.type("B2", 1);
    await nextTask();
    expect(seen).toHaveLength(2);
  });

  test("selection, activation, added and deleted sheets", async () => {
    const seen: string[] = [];
    const note = (what: string): Promise<void> => Promise.resolve(void seen.push(what));
    await frame.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.getActiveWorksheet().onSelectionChanged.add(({ address }) => note(`selected ${address}`));
      worksheets.onActivated.add(({ worksheetId }) => note(`activated ${worksheetId}`));
      worksheets.onAdded.add(({ worksheetId }) => note(`added ${worksheetId}`));
      worksheets.onDeleted.add(({ worksheetId }) => note(`deleted ${worksheetId}`));
      await context.sync();
    });
    store.click("C3:D4");
    await frame.run(async (context) => {
      const sheet = context.workbook.worksheets.add("New");
      sheet.activate();
      await context.sync();
      sheet.delete();
      await context.sync();
    });
    await nextTask();
    expect(seen).toEqual(["selected C3:D4", "added sheet-2", "activated sheet-2", "deleted sheet-2", "activated sheet-1"]);
  });
});

describe("refusals", () => {
  test("members above the manifest's requirement set", async () => {
    frame.close();
    frame = await openFrame({ store, requirementSets: { ExcelApi: "1.7" } });
    const error = await frame.failure(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("A1").dataValidation.load("type");
      await context.sync();
    });
    expect([error.code, error.message]).toEqual(["ApiNotFound", "Range.dataValidation belongs to ExcelApi 1.8, which the manifest does not ask for."]);
  });

  test("members that are not modelled, named", async () => {
    const error = await frame.failure(async (context) => {
      context.workbook.pivotTables.load("items/name");
      await context.sync();
    });
    expect([error.code, error.message]).toEqual(["NotImplemented", "The workbench does not model Workbook.pivotTables."]);
    expect(frame.host.calls.get().at(-1)).toEqual({ kind: "refused", name: "Workbook.pivotTables: NotImplemented", count: 1 });
  });

  test.each([
    ["too long a name", "x".repeat(32), "InvalidArgument"],
    ["a forbidden character", "a/b", "InvalidArgument"],
    ["a name that is taken in another case", "SHEET1", "ItemAlreadyExists"],
  ])("%s for a sheet", async (_, name, code) => {
    const error = await frame.failure(async (context) => {
      context.workbook.worksheets.add(name);
      await context.sync();
    });
    expect(error.code).toBe(code);
  });

  test("the last visible sheet stays", async () => {
    const error = await frame.failure(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().delete();
      await context.sync();
    });
    expect(error.code).toBe("InvalidOperation");
  });
});

describe("while a cell is edited", () => {
  test("the workbook is closed to the add-in, also in the middle of a run, and open again afterwards", async () => {
    let editing = true;
    frame.close();
    frame = await openFrame({ store, isEditing: () => editing });
    const write = async (context: Excel.RequestContext, onFirstSync = (): void => undefined) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1");
      range.load("address");
      await context.sync();
      onFirstSync();
      range.values = [["written"]];
      await context.sync();
    };
    expect((await frame.failure((context) => write(context))).code).toBe("InvalidOperationInCellEditMode");
    editing = false;
    expect((await frame.failure((context) => write(context, () => { editing = true; }))).code).toBe("InvalidOperationInCellEditMode");
    expect(store.shown("A1")).toEqual([[""]]);
    editing = false;
    await frame.run((context) => write(context));
    expect(store.shown("A1")).toEqual([["written"]]);
  });
});

describe("faults", () => {
  test.each([
    [5004, "InvalidOperationInCellEditMode"],
    [5102, "ActivityLimitReached"],
    [7000, "AccessDenied"],
  ])("host error %i reaches the add-in as %s, once", async (error, code) => {
    const faults = { failNext: { error, count: 0 } };
    frame.close();
    frame = await openFrame({ store, faults });
    faults.failNext.count = 1;
    const write = async (context: Excel.RequestContext) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("A1").values = [["through"]];
      await context.sync();
    };
    expect((await frame.failure(write)).code).toBe(code);
    expect(store.shown("A1")).toEqual([[""]]);
    await frame.run(write);
    expect(store.shown("A1")).toEqual([["through"]]);
  });

  test("a write of more than 5 MB is refused as in Excel on the web", async () => {
    const error = await frame.failure(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("A1:A200").values = Array.from({ length: 200 }, () => ["x".repeat(30_000)]);
      await context.sync();
    });
    expect(error.code).toBe("RequestPayloadSizeLimitExceeded");
  });
});

describe("ribbon and pane", () => {
  test("a command runs its action and completes", async () => {
    frame.script(`Office.actions.associate("openHelp", (event) => { window.openedBy = event.source.id; event.completed(); });`);
    await frame.host.invokeCommand("openHelp", "HelpButton");
    expect(frame.script("window.openedBy")).toBe("HelpButton");
  });

  test("the add-in hides and shows its pane; the user's closing is told", async () => {
    const shown: boolean[] = [];
    frame.close();
    frame = await openFrame({ store, onShowPane: (visible) => shown.push(visible) });
    const modes: string[] = [];
    await frame.window.Office.addin.onVisibilityModeChanged(({ visibilityMode }) => void modes.push(visibilityMode));
    await frame.window.Office.addin.hide();
    await frame.window.Office.addin.showAsTaskpane();
    frame.host.setPaneShown(false);
    await nextTask();
    expect(shown).toEqual([false, true]);
    expect(modes).toEqual(["Hidden", "Taskpane", "Hidden"]);
  });
});
