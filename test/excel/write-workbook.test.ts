import { WriteError } from "../../src/excel/write-error";
import { writeWorkbook } from "../../src/excel/write-workbook";
import type { Workbook } from "../../src/model-sheets";
import { freeSampleNames, sampleWorkbook } from "../model-sheets/support/sample-workbook";
import { FakeExcel } from "./support/fake-excel";

const describeSample = (taken: readonly string[]): Workbook => sampleWorkbook(freeSampleNames(taken));

function withSheets(...names: string[]): FakeExcel {
  const excel = new FakeExcel(names);
  (globalThis as { Excel?: unknown }).Excel = excel;
  return excel;
}

async function failure(): Promise<WriteError> {
  return writeWorkbook(describeSample).then(() => { throw new Error("it was written"); }, (error: unknown) => error as WriteError);
}

afterEach(() => delete (globalThis as { Excel?: unknown }).Excel);

test("writes whole blocks on new sheets in three round trips, and shows the summary", async () => {
  const excel = withSheets("Sheet1");
  const steps: string[] = [];
  const workbook = await writeWorkbook(describeSample, (step) => steps.push(step));
  expect(excel.names()).toEqual(["Sheet1", "Inputs", "Model", "Summary"]);
  expect(excel.active).toBe("Summary");
  expect(excel.syncs).toBe(3);
  expect(steps).toEqual(["Reading the workbook", "Writing the sheets", "Finishing"]);
  const [inputs, model] = workbook.sheets;
  const written = excel.deeds("Model").filter(({ what }) => what.endsWith("formulas"));
  expect(written).toHaveLength(1);
  expect(written[0]!.value).toHaveLength(model!.rows.length);
  expect((written[0]!.value as unknown[][])[3]!.slice(0, 5)).toEqual(["Month", "", "number", null, null]);
  expect(excel.deeds("Model")).toContainEqual({ what: "getRange(D4:AN4) formulasR1C1", value: "=COLUMN()-COLUMN(R3C4)" });
  expect(excel.deeds("Model").map(({ what }) => what)).toContain("freezePanes freezeAt");
  const fill = excel.deeds("Inputs").filter(({ what }) => what.endsWith("fill color"));
  expect(fill.some(({ value }) => value === "#FFF9E0")).toBe(true);
  expect(inputs!.rows[6]![1]!.look).toBe("input");
  expect(excel.deeds("Summary").map(({ what }) => what)).toContain("charts add(Line,Rows) title text");
});

test("prints readably: fitted to pages, what stays in view repeated, sheet and page named", async () => {
  const excel = withSheets("Sheet1");
  await writeWorkbook(describeSample);
  const print = (name: string) => Object.fromEntries(excel.deeds(name).filter(({ what }) => what.startsWith("pageLayout")).map(({ what, value }) => [what.slice("pageLayout ".length), value]));
  const footer = { "headersFooters defaultForAllPages leftFooter": "&A", "headersFooters defaultForAllPages rightFooter": "Page &P of &N" };
  expect(print("Summary")).toEqual({ orientation: "Portrait", zoom: { horizontalFitToPages: 1 }, ...footer });
  expect(print("Inputs")).toEqual({ orientation: "Landscape", zoom: { horizontalFitToPages: 1 }, setPrintTitleColumns: ["$A:$A"], setPrintTitleRows: ["$1:$5"], ...footer });
  expect(print("Model")).toEqual({ orientation: "Landscape", zoom: { horizontalFitToPages: 4 }, setPrintTitleColumns: ["$A:$C"], setPrintTitleRows: ["$1:$5"], ...footer });
});

test("an Excel that refuses a nicety keeps the sheets", async () => {
  const excel = withSheets("Sheet1");
  excel.failures.set(3, { code: "NotImplemented", doneBefore: 0 });
  await writeWorkbook(describeSample);
  expect(excel.names()).toEqual(["Sheet1", "Inputs", "Model", "Summary"]);
});

test("never touches the sheets that are there; a second workbook takes the next names", async () => {
  const excel = withSheets("Plan", "inputs");
  await writeWorkbook(describeSample);
  expect(excel.names()).toEqual(["Plan", "inputs", "Inputs 2", "Model 2", "Summary 2"]);
  expect([...excel.deeds("Plan"), ...excel.deeds("inputs")]).toEqual([]);
});

describe("all or nothing", () => {
  test.each([
    [2, 0], [2, 2], [2, 3], [2, 8], [2, 500],
  ])("round trip %d fails after %d effects: no sheet is left", async (sync, doneBefore) => {
    const excel = withSheets("Sheet1", "Model");
    excel.failures.set(sync, { code: "GeneralException", doneBefore });
    const error = await failure();
    expect(error).toBeInstanceOf(WriteError);
    expect(error.message).toMatch(/\(GeneralException\).*The workbook is as it was\.$/);
    expect(excel.names()).toEqual(["Sheet1", "Model"]);
  });

  test("a workbook that cannot even be read is left alone", async () => {
    const excel = withSheets("Sheet1");
    excel.failures.set(1, { code: "AccessDenied", doneBefore: 0 });
    expect((await failure()).message).toMatch(/read-only or its structure is protected/);
    expect(excel.names()).toEqual(["Sheet1"]);
  });

  test("when the removal fails too, what is left is named", async () => {
    const excel = withSheets("Sheet1");
    excel.failures.set(2, { code: "ServiceNotAvailable", doneBefore: 5 });
    excel.failures.set(4, { code: "ServiceNotAvailable", doneBefore: 1 });
    expect((await failure()).message).toMatch(/Delete what was begun by hand: Model, Summary\.$/);
    expect(excel.names()).toEqual(["Sheet1", "Model", "Summary"]);
  });

  test("a sheet that somebody else adds meanwhile is not ours to delete", async () => {
    const excel = withSheets("Sheet1");
    excel.failures.set(2, { code: "GeneralException", doneBefore: 1 });
    const run = excel.run;
    let runs = 0;
    Object.assign(excel, { run: (work: never) => { if (++runs === 3) excel.sheets.push({ id: "{other}", name: "Budget", deeds: [] }); return run(work); } });
    await failure();
    expect(excel.names()).toEqual(["Sheet1", "Budget"]);
  });

  test("a description that cannot be made reaches the caller, and nothing is written", async () => {
    const excel = withSheets("Sheet1");
    const problem = new Error("no plan");
    await expect(writeWorkbook(() => { throw problem; })).rejects.toBe(problem);
    expect(excel.syncs).toBe(1);
  });
});

test.each([
  ["InvalidOperationInCellEditMode", /finish editing the cell/],
  ["ItemAlreadyExists", /takes the next free names/],
  ["RequestPayloadSizeLimitExceeded", /Plan fewer months/],
  ["ApiNotFound", /Update Excel/],
  ["Timeout", /Wait until Excel/],
])("%s is explained", async (code, sentence) => {
  withSheets("Sheet1").failures.set(2, { code, doneBefore: 0 });
  expect((await failure()).message).toMatch(sentence);
});
