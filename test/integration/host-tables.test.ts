// Tables, relative formulas, copies and page layout of the workbench's object model, through Microsoft's office.js.
import { MemoryStore } from "../workbench/host/support/memory-store";
import { openFrame, type Frame } from "./support/office-frame";

let frame: Frame;
let store: MemoryStore;
beforeEach(async () => {
  store = new MemoryStore();
  frame = await openFrame({ store });
  store.write(store.activeSheetId(), { row: 1, column: 1, rows: 3, columns: 2 }, [[{ value: "Site" }, { value: "Load MW" }], [{ value: "North" }, { value: 20 }], [{ value: "South" }, { value: null }]]);
});
afterEach(() => frame.close());

test("a table is made, found by name in the workbook, and read by its parts", async () => {
  const read = await frame.run(async (context) => {
    const table = context.workbook.worksheets.getActiveWorksheet().tables.add("B2:C4", true);
    table.name = "Sites";
    table.style = "TableStyleLight1";
    table.showBandedRows = false;
    table.showFilterButton = false;
    await context.sync();
    const { tables } = context.workbook;
    tables.load("items/name,items/style,items/showBandedRows,items/showFilterButton,items/worksheet/name,count");
    const missing = tables.getItemOrNullObject("Fleets");
    const sites = tables.getItem("sites");
    const [whole, header, body] = [sites.getRange().load("address"), sites.getHeaderRowRange().load("values"), sites.getDataBodyRange().load("address,values")];
    await context.sync();
    return [tables.items.map((each) => ({ ...each.toJSON(), on: each.worksheet.name })), tables.count, missing.isNullObject, whole.address, header.values, body.address, body.values];
  });
  expect(read).toEqual([
    [expect.objectContaining({ name: "Sites", style: "TableStyleLight1", showBandedRows: false, showFilterButton: false, on: "Sheet1" })],
    1, true, "Sheet1!B2:C4", [["Site", "Load MW"]], "Sheet1!B3:C4", [["North", 20], ["South", ""]],
  ]);
});

test("converted to a range its cells stay; deleted they go; with its sheet it goes", async () => {
  const counts = await frame.run(async (context) => {
    const { tables, worksheets } = context.workbook;
    const sheet = worksheets.getActiveWorksheet();
    sheet.tables.add("B2:C4", true).convertToRange();
    const kept = sheet.getRange("B2").load("values");
    const none = tables.getCount();
    sheet.tables.add("B2:C4", true).delete();
    const gone = sheet.getRange("B2").load("values");
    await context.sync();
    const other = worksheets.add("Other");
    other.getRange("A1:A2").values = [["Head"], [1]];
    other.tables.add("A1:A2", true);
    const one = tables.getCount();
    other.delete();
    const last = tables.getCount();
    await context.sync();
    return [kept.values, none.value, gone.values, one.value, last.value];
  });
  expect(counts).toEqual([[["Site"]], 0, [[""]], 1, 0]);
});

test.each<[string, (sheet: Excel.Worksheet) => void, string]>([
  ["over another one", (sheet) => { sheet.tables.add("B2:C4", true); sheet.tables.add("C2:D4", true); }, "InvalidArgument"],
  ["of a name that is taken", (sheet) => { sheet.tables.add("B2:B4", true).name = "Sites"; sheet.tables.add("C2:C4", true).name = "sites"; }, "InvalidArgument"],
  ["of a name like a cell", (sheet) => { sheet.tables.add("B2:C4", true).name = "B2"; }, "InvalidArgument"],
  ["without a header row", (sheet) => { sheet.tables.add("B2:C4", false); }, "NotImplemented"],
  ["with a blank header", (sheet) => { sheet.tables.add("B2:D4", true); }, "NotImplemented"],
])("a table %s is refused", async (_, make, code) => {
  const error = await frame.failure(async (context) => {
    make(context.workbook.worksheets.getActiveWorksheet());
    await context.sync();
  });
  expect(error.code).toBe(code);
});

test("one relative formula fills an area and reads back relative", async () => {
  const read = await frame.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange("D5:E6");
    range.set({ formulasR1C1: "=R[-1]C&\"R1C1\"&'a R1'!R2C[1]" as unknown as string[][] });
    await context.sync();
    range.load("formulas,formulasR1C1");
    await context.sync();
    return [range.formulas, new Set(range.formulasR1C1.flat())];
  });
  expect(read).toEqual([[["=D4&\"R1C1\"&'a R1'!E$2", "=E4&\"R1C1\"&'a R1'!F$2"], ["=D5&\"R1C1\"&'a R1'!E$2", "=E5&\"R1C1\"&'a R1'!F$2"]], new Set(["=R[-1]C&\"R1C1\"&'a R1'!R2C[1]"])]);
});

test("cells are copied to the same place of another sheet, and nowhere else", async () => {
  store.type("D2", "=C3");
  const copied = await frame.run(async (context) => {
    const [from, to] = [context.workbook.worksheets.getItem("Sheet1"), context.workbook.worksheets.add("Copy")];
    from.getRange("B2").format.font.bold = true;
    const custom = from.getRange("C3:C4").conditionalFormats.add("Custom").custom;
    custom.rule.formula = "=C3>1";
    to.getRange("B3").values = [["before"]];
    to.getRange("B2:D4").copyFrom("Sheet1!B2:D4", "Formulas");
    to.getRange("B2:D4").copyFrom("Sheet1!B2:D4", "Formats");
    const cells = to.getRange("B2:D3").load("formulas");
    const bold = to.getRange("B2").format.font.load("bold");
    const rules = to.getRange("C4").conditionalFormats.getCount();
    await context.sync();
    return [cells.formulas, bold.bold, rules.value];
  });
  expect(copied).toEqual([[["Site", "Load MW", "=C3"], ["North", 20, ""]], true, 1]);
  const elsewhere = await frame.failure(async (context) => {
    context.workbook.worksheets.getItem("Copy").getRange("A1").copyFrom("Sheet1!B2", "Formulas");
    await context.sync();
  });
  expect(elsewhere.code).toBe("NotImplemented");
});

test("how a sheet prints is kept", async () => {
  const read = await frame.run(async (context) => {
    const { pageLayout } = context.workbook.worksheets.getActiveWorksheet();
    pageLayout.orientation = "Landscape";
    pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 2 };
    pageLayout.setPrintArea("A1:C9");
    pageLayout.setPrintTitleRows("$1:$2");
    pageLayout.setPrintTitleColumns("$A:$A");
    const footer = pageLayout.headersFooters.defaultForAllPages;
    footer.leftFooter = "&A";
    await context.sync();
    pageLayout.load("orientation,zoom");
    footer.load("leftFooter,rightFooter");
    const [rows, columns] = [pageLayout.getPrintTitleRowsOrNullObject().load("address"), pageLayout.getPrintTitleColumnsOrNullObject().load("address")];
    await context.sync();
    return [pageLayout.orientation, pageLayout.zoom, footer.leftFooter, footer.rightFooter, rows.address, columns.address];
  });
  expect(read).toEqual(["Landscape", { horizontalFitToPages: 1, verticalFitToPages: 2 }, "&A", "", "Sheet1!1:2", "Sheet1!A:A"]);
  expect(frame.host.sheetViews.get()[0]!.printArea).toEqual({ row: 0, column: 0, rows: 9, columns: 3 });
});
