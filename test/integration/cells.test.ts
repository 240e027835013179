// Selected cells read and written by the add-in's own code, and its example sheets, through Microsoft's office.js over the headless grid.
import { INSERT_EXAMPLES, readActiveCell, readReferences, selectedAddress, takeBack, WriteError, writeFormula, writeWorkbook } from "../../src/excel";
import definitions from "../../src/functions/all.registry";
import { functionsJson } from "../../src/functions/metadata";
import { exampleSheets } from "../../src/model-sheets";
import { exampleGroups } from "../../src/taskpane/functions/worked-examples";
import { createHeadlessStore } from "../../src/workbench/grid/headless";
import type { UniverStore } from "../../src/workbench/grid/store";
import type { CellContent, CellInput, FunctionMetadata } from "../../src/workbench/host";
import type { WorksheetFunction } from "../../src/workbench/grid/functions";
import { openFrame, type Frame } from "./support/office-frame";

jest.setTimeout(120_000);

// The records of now: the committed functions.json may be older.
const metadata = functionsJson({ helpBaseUrl: "https://localhost/help/" }) as FunctionMetadata & { functions: WorksheetFunction[] };
let store: UniverStore;
let frame: Frame;
const faults: { failNext?: { count: number; error: number } } = {};

beforeAll(async () => {
  store = createHeadlessStore("Plan");
  frame = await openFrame({ store, metadata, namespace: "MINE", faults });
  store.useFunctions("MINE", metadata.functions, frame.host.evaluator);
  frame.host.connect(store);
  Object.assign(globalThis, { Excel: frame.window.Excel, CustomFunctions: (frame.window as unknown as { CustomFunctions: unknown }).CustomFunctions });
  await import("../../src/functions");
  const market = store.addSheet("My market");
  enter(market, 0, 0, [[{ value: 127e12 }], [{ value: "S21 XP" }], [{ value: true }], [{ value: null }], [{ formula: "=1/0" }]]);
  enter(plan(), 0, 0, [[{ value: 20 }, { value: 0.05 }], [{ value: 25 }, { value: 0.06 }]]);
  store.addName("Price", "='My market'!$A$1");
  store.addName("Fee", "=0.01");
  await frame.host.idle();
});
afterAll(() => {
  frame.close();
  store.dispose();
});

const plan = (): string => store.sheets()[0]!.id;
const enter = (sheetId: string, row: number, column: number, cells: CellInput[][]): void => store.write(sheetId, { row, column, rows: cells.length, columns: cells[0]!.length }, cells);
const select = (row: number, column: number, rows = 1, columns = 1): void => store.select(plan(), { row, column, rows, columns });
const cellAt = (row: number, column: number): CellContent => store.read(plan(), { row, column, rows: 1, columns: 1 })[0]![0]!;

test("the selection's address, with its sheet", async () => {
  select(0, 0, 2, 2);
  expect(await selectedAddress()).toBe("Plan!A1:B2");
});

test("the active cell: formula and what it shows, or no formula", async () => {
  enter(plan(), 4, 0, [[{ formula: "=MINE.HASHCOST(A1,B1)" }]]);
  await frame.host.idle();
  select(4, 0);
  expect(await readActiveCell()).toEqual({ sheet: "Plan", address: "A5", formula: "=MINE.HASHCOST(A1,B1)", text: "24" });
  select(0, 0, 3, 2);
  expect(await readActiveCell()).toEqual({ sheet: "Plan", address: "A1", formula: undefined, text: "20" });
});

test("references: cells, ranges, other sheets, whole columns, names, and what is none", async () => {
  const values = await readReferences("Plan", ["A1", "$A$1:B2", "'My market'!A1", "'My market'!A3", "'My market'!A4", "'My market'!A5", "'My market'!A:A", "B:B", "Price", "Fee", "NoSuch", "Nowhere!A1", "Table1[x]", "Z9"]);
  expect(Object.fromEntries(values)).toEqual({
    A1: 20,
    "$A$1:B2": [[20, 0.05], [25, 0.06]],
    "'My market'!A1": 127e12,
    "'My market'!A3": true,
    "'My market'!A4": null,
    "'My market'!A5": { code: "#DIV/0!" },
    "'My market'!A:A": [[127e12], ["S21 XP"], [true], [null], [{ code: "#DIV/0!" }]],
    "B:B": [[0.05], [0.06]],
    Price: 127e12,
    Fee: 0.01,
    Z9: null,
  });
});

describe("writing a formula", () => {
  test("into the selected cell, and taking it back", async () => {
    enter(plan(), 6, 0, [[{ value: "007" }]]);
    select(6, 0);
    const written = await writeFormula(({ sheet, address }) => {
      expect({ sheet, address }).toEqual({ sheet: "Plan", address: "A7" });
      return "=MINE.HASHCOST(A1,B1)";
    });
    await frame.host.idle();
    expect(cellAt(6, 0)).toMatchObject({ formula: "=MINE.HASHCOST(A1,B1)", value: 24 });
    select(0, 0);
    expect(await takeBack(written)).toBe(true);
    expect(cellAt(6, 0)).toMatchObject({ formula: null, value: "007" });
  });

  test.each<[string, CellInput]>([["a number", { value: 1.5 }], ["a formula", { formula: "=A1+1" }], ["nothing", { value: null }], ["TRUE", { value: true }], ["a text like a formula", { value: "+x" }]])("over %s, which comes back", async (_, content) => {
    enter(plan(), 7, 0, [[content]]);
    await frame.host.idle();
    const before = cellAt(7, 0);
    select(7, 0);
    const written = await writeFormula(() => "=MINE.HASHCOST(20,0.05)");
    expect(await takeBack(written)).toBe(true);
    await frame.host.idle();
    expect(cellAt(7, 0)).toEqual(before);
  });

  test("a cell formatted as text shows the result, and its text again afterwards", async () => {
    store.writeFormat(plan(), { row: 8, column: 0, rows: 1, columns: 1 }, { numberFormat: "@" });
    enter(plan(), 8, 0, [[{ value: "1E5" }]]);
    select(8, 0);
    const written = await writeFormula(() => "=MINE.HASHCOST(20,0.05)");
    await frame.host.idle();
    expect(cellAt(8, 0).value).toBe(24);
    expect(await takeBack(written)).toBe(true);
    expect(cellAt(8, 0)).toMatchObject({ value: "1E5", numberFormat: "@" });
  });

  test("is not taken back over a change, nor on a sheet that is gone", async () => {
    select(9, 0);
    const written = await writeFormula(() => "=MINE.HASHCOST(20,0.05)");
    enter(plan(), 9, 0, [[{ value: 3 }]]);
    expect(await takeBack(written)).toBe(false);
    expect(cellAt(9, 0).value).toBe(3);
    expect(await takeBack({ ...written, sheet: "Gone" })).toBe(false);
  });

  test("a refusal of the caller comes through; a failure of Excel becomes sentences", async () => {
    faults.failNext = { count: 1, error: 5001 };
    await expect(writeFormula(() => "=1")).rejects.toMatchObject({ name: "WriteError", whatToDo: "Write it again; if it fails again, report this text." });
    faults.failNext = { count: 1, error: 5001 };
    await expect(readActiveCell()).rejects.toBeInstanceOf(WriteError);
    const refusal = new WriteError("No.", "Do.", undefined);
    await expect(writeFormula(() => { throw refusal; })).rejects.toBe(refusal);
  });
});

test("example sheets: every function computes what its example says, and tables have their room", async () => {
  const { sheets } = await writeWorkbook((taken) => exampleSheets(exampleGroups(definitions), taken), undefined, INSERT_EXAMPLES);
  await frame.host.idle();
  const checks = sheets.flatMap(({ name, rows }) => {
    const { id } = store.sheets().find((sheet) => sheet.name === name)!;
    const cells = store.read(id, { row: 0, column: 0, rows: rows.length, columns: 2 });
    expect(cells[2]![1]!.value).toBe("None differs");
    let current: unknown;
    return cells.flatMap(([label, value]) => {
      if (typeof label!.value === "string" && label!.value.startsWith("MINE.")) current = label!.value;
      return label!.value === "Check" ? [[current, value!.value]] : [];
    });
  });
  expect(checks.filter(([, verdict]) => verdict !== "agrees")).toEqual([]);
  expect(checks.map(([name]) => name).sort()).toEqual(definitions.map(({ id }) => `MINE.${id}`).sort());
});

test("a changed input says so instead of differing", async () => {
  const { id } = store.sheets().find(({ name }) => name === "Examples Network")!;
  const cells = store.read(id, store.usedArea(id)!);
  const block = cells.findIndex(([label]) => label!.value === "MINE.SUBSIDY");
  const check = cells.findIndex(([label], row) => row > block && label!.value === "Check");
  enter(id, block + 2, 1, [[{ value: 1 }]]);
  await frame.host.idle();
  const [[result, verdict]] = [[store.read(id, { row: check - 1, column: 1, rows: 1, columns: 1 })[0]![0]!.value, store.read(id, { row: check, column: 1, rows: 1, columns: 1 })[0]![0]!.value]] as const;
  expect([result, verdict]).toEqual([50, "inputs changed"]);
});
