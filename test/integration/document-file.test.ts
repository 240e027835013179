// The open workbook as a file, and another workbook from a file, through Microsoft's office.js over the headless grid.
import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { functionsJson } from "../../src/functions/metadata";
import { createHeadlessStore } from "../../src/workbench/grid/headless";
import type { WorksheetFunction } from "../../src/workbench/grid/functions";
import type { UniverStore } from "../../src/workbench/grid/store";
import type { FunctionMetadata } from "../../src/workbench/host";
import { openFrame, type Frame } from "./support/office-frame";

jest.setTimeout(120_000);

const metadata = functionsJson({ helpBaseUrl: "https://localhost/help/" }) as FunctionMetadata & { functions: WorksheetFunction[] };
const opened: (Uint8Array | null)[] = [];
let store: UniverStore;
let frame: Frame;

beforeAll(async () => {
  store = createHeadlessStore("My plan");
  frame = await openFrame({ store, metadata, namespace: "MINE", onNewWorkbook: (file) => opened.push(file) });
  store.useFunctions("MINE", metadata.functions, frame.host.evaluator);
  frame.host.connect(store);
  Object.assign(globalThis, { Excel: frame.window.Excel, CustomFunctions: (frame.window as unknown as { CustomFunctions: unknown }).CustomFunctions });
  await import("../../src/functions");
  await frame.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("My plan");
    sheet.getRange("A1:B3").values = [["Efficiency, J/TH", 17.5], ["Power price, $/kWh", 0.05], ["#N/A", "'=1+1"]];
    sheet.getRange("B4:B8").formulas = [["=MINE.HASHCOST(B1,B2)"], ["=IFERROR(B4*2,0)"], ["=1/0"], ["=B6"], ['=IF(B1>17,"more","less")']];
    sheet.getRange("D1").formulas = [["=MINE.ASICPROFILES(\"S21 XP\")"]];
    sheet.getRange("B2").numberFormat = [["0.000"]];
    sheet.getRange("A1:A3").format.font.bold = true;
    sheet.getRange("A1").format.fill.color = "#FFEE00";
    sheet.getRange("B1").dataValidation.rule = { decimal: { formula1: 5, formula2: 60, operator: "Between" } };
    const rule = sheet.getRange("B4").conditionalFormats.add("Custom");
    rule.custom.rule.formula = "=$B$4>MINE.HASHCOST(20,0.05)";
    rule.custom.format.font.color = "#C00000";
    const notes = context.workbook.worksheets.add("Notes");
    notes.getRange("A1:B3").values = [["Month", "USD"], ["Jan", 10], ["Feb", 12]];
    notes.tables.add("A1:B3", true).name = "Months";
    notes.charts.add("Line", notes.getRange("A1:B3")).title.text = "Months";
    notes.visibility = "Hidden";
    context.workbook.names.add("Price", sheet.getRange("B2"));
    context.workbook.names.add("Cost", "=MINE.HASHCOST(20,Price)");
    context.workbook.comments.add("'My plan'!B1", "From the nameplate");
    await context.sync();
  });
  await frame.host.idle();
});
afterAll(() => {
  frame.close();
  store.dispose();
});

type Slices = { size: number; sliceCount: number; getSliceAsync: Office.File["getSliceAsync"]; closeAsync: Office.File["closeAsync"] };

const openFile = (type = "compressed", sliceSize = 4000): Promise<Office.AsyncResult<Slices>> =>
  new Promise((resolve) => frame.window.Office.context.document.getFileAsync(type as unknown as Office.FileType, { sliceSize }, (result) => resolve(result)));
const slice = (file: Slices, index: number): Promise<Office.AsyncResult<Office.Slice>> => new Promise((resolve) => file.getSliceAsync(index, resolve));
const close = (file: Slices): Promise<Office.AsyncResult<void>> => new Promise((resolve) => file.closeAsync(resolve));

async function fileBytes(): Promise<Uint8Array> {
  const { value: file } = await openFile();
  const bytes: number[] = [];
  for (let index = 0; index < file.sliceCount; index++) bytes.push(...((await slice(file, index)).value.data as number[]));
  expect(bytes).toHaveLength(file.size);
  expect((await close(file)).status).toBe("succeeded");
  return Uint8Array.from(bytes);
}

test("slices together are the workbook: cells with their results, names, tables, rules, comments", async () => {
  const bytes = await fileBytes();
  const parts = unzipSync(bytes);
  const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"]!);
  expect(sheet).toContain("<f>_xldudf_MINE_HASHCOST(B1,B2)</f><v>21</v>");
  expect(sheet).toMatch(/<c r="B6"[^>]* t="e"[^>]*><f>1\/0<\/f><v>#DIV\/0!<\/v>/);
  expect(sheet).toMatch(/<c r="D1"[^>]* cm="1"[^>]*><f t="array" ref="D1:[A-Z]+\d+">_xldudf_MINE_ASICPROFILES\("S21 XP"\)/);
  expect(sheet).toContain("_xldudf_MINE_HASHCOST(20,0.05)");
  const read = await readXlsx(bytes, { readStyles: true });
  expect(read.sheets.map(({ name, hidden }) => [name, hidden ?? false])).toEqual([["My plan", false], ["Notes", true]]);
  const [plan, notes] = read.sheets;
  expect(plan!.rows.slice(0, 3).map((row) => row.slice(0, 2))).toEqual([["Efficiency, J/TH", 17.5], ["Power price, $/kWh", 0.05], ["#N/A", "=1+1"]]);
  expect(plan!.cells!.get("1,1")!.style!.numFmt).toBe("0.000");
  expect(plan!.cells!.get("0,0")!.style).toMatchObject({ font: { bold: true }, fill: { fgColor: { rgb: "FFEE00" } } });
  expect(plan!.cells!.get("0,1")!.comment!.text).toBe("From the nameplate");
  expect(plan!.dataValidations).toMatchObject([{ type: "decimal", range: "B1", formula1: "5", formula2: "60" }]);
  expect(notes!.tables).toMatchObject([{ name: "Months", range: "A1:B3" }]);
  expect(Object.keys(parts).some((part) => /^xl\/charts\/chart\d+\.xml$/.test(part))).toBe(true);
  expect(read.namedRanges).toEqual(expect.arrayContaining([expect.objectContaining({ name: "Price", range: "'My plan'!$B$2" }), expect.objectContaining({ name: "Cost", range: "_xldudf_MINE_HASHCOST(20,Price)" })]));
});

test("at most two copies are open, and a closed one gives nothing more; a PDF is refused", async () => {
  const [first, second] = [(await openFile()).value, (await openFile()).value];
  expect((await openFile()).status).toBe("failed");
  await close(first);
  expect((await slice(first, 0)).status).toBe("failed");
  expect((await close(first)).status).toBe("failed");
  const third = await openFile();
  expect(third.status).toBe("succeeded");
  await close(second);
  await close(third.value);
  expect((await openFile("pdf")).status).toBe("failed");
});

test("another workbook is handed on with its bytes; what is no file is refused", async () => {
  const bytes = await fileBytes();
  await frame.window.Excel.createWorkbook(Buffer.from(bytes).toString("base64"));
  expect(opened).toHaveLength(1);
  expect(Buffer.from(opened[0]!).equals(Buffer.from(bytes))).toBe(true);
  await expect(frame.window.Excel.createWorkbook("AAAA")).rejects.toMatchObject({ code: "InvalidArgument" });
  await frame.window.Excel.createWorkbook();
  expect(opened.at(-1)).toBeNull();
});

test("comments: their cells, one each, deleted; protected sheets take neither cells nor comments", async () => {
  const read = await frame.run(async (context) => {
    const { comments } = context.workbook;
    comments.load("items/content");
    await context.sync();
    const places = comments.items.map((comment) => comment.getLocation().load("address"));
    await context.sync();
    return comments.items.map(({ content }, i) => [places[i]!.address, content]);
  });
  expect(read).toEqual([["'My plan'!B1", "From the nameplate"]]);
  expect(await frame.failure(async (context) => { context.workbook.comments.add("'My plan'!B1", "again"); await context.sync(); })).toMatchObject({ code: "InvalidOperation" });
  await frame.run(async (context) => { context.workbook.worksheets.getItem("Notes").protection.protect(); await context.sync(); });
  for (const change of [
    (context: Excel.RequestContext) => void (context.workbook.worksheets.getItem("Notes").getRange("A1").values = [[1]]),
    (context: Excel.RequestContext) => void context.workbook.worksheets.getItem("Notes").getRange("A1").clear(),
    (context: Excel.RequestContext) => void context.workbook.comments.add("Notes!A1", "no"),
  ]) expect(await frame.failure(async (context) => { change(context); await context.sync(); })).toMatchObject({ code: "AccessDenied" });
  await frame.run(async (context) => { context.workbook.worksheets.getItem("Notes").protection.unprotect(); context.workbook.worksheets.getItem("Notes").getRange("D1").values = [[1]]; await context.sync(); });
});

test("spills: where they go, where they come from, and which ranges have some", async () => {
  const read = await frame.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("My plan");
    const cell = (address: string): Excel.Range => sheet.getRange(address);
    const to = cell("D1").getSpillingToRangeOrNullObject().load("address");
    const parent = cell("D2").getSpillParentOrNullObject().load("address");
    const none = cell("A1").getSpillingToRangeOrNullObject().load("address");
    const ranges = ["A1:B2", "D1:D2", "C1:D1"].map((address) => cell(address).load("hasSpill"));
    await context.sync();
    return [to.address.replace(/\d+$/, "n"), parent.address, none.isNullObject, ...ranges.map(({ hasSpill }) => hasSpill)];
  });
  expect(read).toEqual([expect.stringMatching(/^'My plan'!D1:[A-Z]+n$/), "'My plan'!D1", true, false, true, null]);
});
