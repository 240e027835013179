// A workbook with tables, rules and charts, written and written again in place through Microsoft's office.js.
import { readTables, WriteError, writeWorkbook } from "../../src/excel";
import type { Sheet, Workbook } from "../../src/model-sheets";
import { createHeadlessStore } from "../../src/workbench/grid/headless";
import type { UniverStore } from "../../src/workbench/grid/store";
import { chartData } from "../../src/workbench/page/charts/chart-data";
import { FLEETS, fleetWorkbook, MONTHS, type Fleet } from "../model-sheets/support/fleet-workbook";
import { MemoryStore } from "../workbench/host/support/memory-store";
import { openFrame, type Frame } from "./support/office-frame";

jest.setTimeout(60_000);

const OURS = ["Fleets", "Months"];
const [S21] = FLEETS as [Fleet];

let store: UniverStore;
let frame: Frame;
let syncs: number;
const faults: { failNext?: { count: number; error: number } } = {};

/** The add-in's Excel is the frame's, with the writer's round trips counted (Excel.run makes more at its end). */
function useExcel(of: Frame): void {
  const run = (work: (context: Excel.RequestContext) => Promise<unknown>): Promise<unknown> => of.run(async (context) => {
    const sync = context.sync.bind(context);
    context.sync = (value) => (syncs++, sync(value));
    try {
      return await work(context);
    } finally {
      context.sync = sync;
    }
  });
  (globalThis as { Excel?: unknown }).Excel = { run };
}

beforeAll(async () => {
  store = createHeadlessStore("Mine");
  frame = await openFrame({ store, faults });
  useExcel(frame);
});
afterAll(() => {
  frame.close();
  store.dispose();
  delete (globalThis as { Excel?: unknown }).Excel;
});
beforeEach(() => (syncs = 0));

const idOf = (name: string): string => store.sheets().find((each) => each.name === name)!.id;
const at = (row: number, column: number) => ({ row, column, rows: 1, columns: 1 });

function values(name: string): unknown[][] {
  return store.read(idOf(name), store.usedArea(idOf(name))!).map((row) => row.map(({ value }) => value));
}

const again = (describe: () => Workbook): Promise<Workbook> => writeWorkbook(describe, undefined, undefined, { replaceSheets: OURS });

/** Excel.run releases its objects in a batch of its own, after its end. */
async function quiet(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 50));
  await frame.host.idle();
}

/** All that a person can see of the workbook. */
async function everything(): Promise<unknown> {
  await quiet();
  const sheets = store.sheets().map(({ id, name }) => {
    const area = { ...store.usedArea(id)!, rows: 30, columns: 30 };
    const looks = Array.from({ length: 8 }, (_, row) => Array.from({ length: 8 }, (__, column) => store.readFormat(id, row, column)));
    return { name, cells: store.read(id, area), looks };
  });
  const tables = await frame.run(async (context) => {
    const { tables: all } = context.workbook;
    all.load("items/name,items/style,items/showBandedRows,items/showFilterButton");
    await context.sync();
    const areas = all.items.map((table) => table.getRange().load("address"));
    await context.sync();
    return all.items.map(({ name, style, showBandedRows, showFilterButton }, i) => ({ name, style, showBandedRows, showFilterButton, address: areas[i]!.address }));
  });
  await quiet();
  const rules = frame.host.conditionalFormats.get().map(({ id: _, priority: __, ...rule }) => rule);
  return { sheets, tables, charts: frame.host.charts.get(), rules, validations: frame.host.validations.get(), active: store.activeSheetId() };
}

test("writes table, rules, charts, print area and property in three round trips", async () => {
  await writeWorkbook(() => fleetWorkbook());
  expect(syncs).toBe(3);
  await frame.host.idle();
  expect(values("Fleets").slice(2)).toEqual([
    ["Fleet", "Units", "Power W", "Load kW", "From"],
    ...FLEETS.map(({ name, units, powerW }, i) => [name, units, powerW, units * powerW / 1000, 46_023 + i]),
  ]);
  const [month, load, growth] = values("Months");
  expect([month!.at(-1), load!.at(-1), growth!.at(-1)]).toEqual([MONTHS, 9000, MONTHS - 1]);
  expect(frame.host.charts.get().map((chart) => [chart.type, chartData(store, chart).series.map(({ name, color, values: drawn }) => [name, color, drawn.length])])).toEqual([
    ["ColumnClustered", [["Fleets", "#1F3864", 3]]],
    ["BarClustered", [["Fleets", "#1F3864", 3]]],
    ["ColumnStacked", [["Load", "#2E9E6B", MONTHS], ["Growth", "#C55A11", MONTHS]]],
  ]);
  expect(frame.host.charts.get().map((chart) => chartData(store, chart).categories[0])).toEqual(["S21", "S21", "1"]);
  expect(frame.host.charts.get().map(({ categoryAxis }) => categoryAxis.tickLabelPosition)).toEqual(["Low", "Low", "Low"]);
  expect([...frame.host.conditionalFormats.get()].sort((a, b) => a.priority - b.priority).map(({ rule, fillColor, fontColor, bold }) => [rule!.formula, fillColor, fontColor, bold])).toEqual([
    ["=$D4>4000", "#FFC7CE", "#9C0006", true], ["=$D4=0", null, "#595959", null],
  ]);
  expect(frame.host.validations.get().map(({ rule }) => rule)).toEqual([
    { list: { inCellDropDown: true, source: 'S21,M66S,A "quoted" one' } },
    { wholeNumber: { formula1: 0, formula2: 100_000, operator: "Between" } },
    { custom: { formula: "=IFERROR(AND(ISNUMBER(C4),C4<=20000,C4>0),FALSE)" } },
    { date: { formula1: "=46023", formula2: "=50040", operator: "Between" } },
    { list: { inCellDropDown: true, source: "=Fleets!$A$4:$A$6" } },
    { textLength: { formula1: 31, operator: "LessThanOrEqualTo" } },
  ]);
  expect(frame.host.validations.get()[0]).toMatchObject({ errorAlert: { title: "Fleets", message: "Not a fleet.", style: "Stop" }, prompt: { title: "Machine", message: "Choose one." } });
  expect(frame.host.sheetViews.get().find(({ sheetId }) => sheetId === idOf("Fleets"))!.printArea).toEqual({ row: 0, column: 0, rows: 6, columns: 5 });
  const property = await frame.run(async (context) => {
    const found = context.workbook.properties.custom.getItem("Hashplan layout").load("value");
    await context.sync();
    return found.value as unknown;
  });
  expect(property).toBe("1");
});

test("its tables are read back in one round trip; one that is missing is left out", async () => {
  store.write(idOf("Fleets"), at(4, 0), [[{ value: null }]]);
  expect(await readTables(["fleets_", "Sites"])).toEqual({
    sheetNames: ["Mine", "Fleets", "Months"],
    tables: [{
      name: "Fleets_",
      headers: ["Fleet", "Units", "Power W", "Load kW", "From"],
      rows: FLEETS.map(({ name, units, powerW }, i) => [i === 1 ? null : name, units, powerW, units * powerW / 1000, 46_023 + i]),
    }],
  });
  expect(syncs).toBe(1);
  faults.failNext = { count: 2, error: 7000 };
  await expect(readTables(["Fleets_"])).rejects.toThrow(WriteError);
  faults.failNext = { count: 0, error: 0 };
});

describe("written again in place", () => {
  beforeAll(() => store.write(idOf("Mine"), { row: 0, column: 0, rows: 1, columns: 2 }, [[{ formula: "=Fleets!B4*2" }, { formula: "=SUM(Months!B2:Y2)" }]]));

  test("the sheets stay where they are, the person's own formulas go on, and nothing of the old is left", async () => {
    const ids = store.sheets().map(({ id }) => id);
    store.write(idOf("Fleets"), at(40, 8), [[{ value: "scribbled" }]]);
    await again(() => fleetWorkbook([{ ...S21, units: 500 }]));
    expect(syncs).toBeLessThanOrEqual(5);
    await frame.host.idle();
    expect(store.sheets().map(({ id }) => id)).toEqual(ids);
    expect(values("Mine")).toEqual([[1000, 500 * 3.5 * MONTHS]]);
    expect(values("Fleets").slice(3)).toEqual([["S21", 500, 3500, 1750, 46_023]]);
    expect(store.readFormat(idOf("Fleets"), 5, 1)).toMatchObject({ fillColor: null, fontColor: "#000000", numberFormat: "General" });
    expect(frame.host.charts.get().map(({ name }) => name)).toEqual(["Fleets column", "Fleets bar", "Load"]);
    expect(frame.host.conditionalFormats.get()).toHaveLength(2);
    expect(frame.host.validations.get()).toHaveLength(6);
    expect((await everything() as { tables: unknown }).tables).toEqual([{ name: "Fleets_", style: "TableStyleLight1", showBandedRows: false, showFilterButton: true, address: "Fleets!A3:E4" }]);
  });

  test("a table at the same place is the same table afterwards", async () => {
    const tableId = (): Promise<string> => frame.run(async (context) => {
      const table = context.workbook.tables.getItem("Fleets_").load("id");
      await context.sync();
      return table.id;
    });
    const before = await tableId();
    await again(() => fleetWorkbook([{ ...S21, units: 600 }]));
    expect(await tableId()).toBe(before);
  });

  test("what may be replaced counts as free, other sheets and tables as taken", async () => {
    let taken: unknown;
    await again((...names: unknown[]) => ((taken = names), fleetWorkbook()));
    expect(taken).toEqual([["Mine"], []]);
    await expect(writeWorkbook((...names: unknown[]) => ((taken = names), fleetWorkbook()))).rejects.toThrow(/takes the next free names\. The workbook is as it was\.$/);
    expect(taken).toEqual([["Mine", "Fleets", "Months"], ["Fleets_"]]);
  });

  test("a sheet that is new this time is added", async () => {
    const extra: Sheet = { ...fleetWorkbook().sheets[1]!, name: "More", charts: [] };
    await again(() => ({ ...fleetWorkbook(), sheets: [...fleetWorkbook().sheets, extra] }));
    expect(store.sheets().map(({ name }) => name)).toEqual(["Mine", "Fleets", "Months", "More"]);
    store.deleteSheet(idOf("More"));
  });
});

describe("a rewrite that fails puts everything back", () => {
  let before: unknown;
  beforeAll(async () => {
    store.write(idOf("Fleets"), at(8, 0), [[{ formula: "=B4+1" }]]);
    store.writeFormat(idOf("Fleets"), at(8, 0), { italic: true, numberFormat: "0.0" });
    before = await everything();
  });
  afterEach(async () => {
    faults.failNext = { count: 0, error: 0 };
    expect(await everything()).toEqual(before);
  });

  test.each<[string, Partial<Sheet>]>([
    ["a chart of no such sheet", { charts: [{ ...fleetWorkbook().sheets[0]!.charts[0]!, categories: { sheet: "No such", address: "A1:A3" } }] }],
    ["a table over a blank header", { tables: [{ name: "Other", address: "A3:G5" }] }],
    ["a color that is none", { conditionalFormats: [{ address: "A4", formula: "=TRUE", fillColor: "12" }] }],
  ])("%s", async (_, change) => {
    await expect(again(() => fleetWorkbook([S21], change))).rejects.toThrow(/The workbook is as it was\.$/);
    expect(syncs).toBeLessThanOrEqual(5);
  });

  test.each(["Reading the workbook", "Writing the sheets"])("Excel does not answer at: %s", async (step) => {
    await expect(writeWorkbook(() => fleetWorkbook([S21]), (at) => {
      // The release of what was read may take the first.
      if (at === step) faults.failNext = { count: 2, error: 5001 };
    }, undefined, { replaceSheets: OURS })).rejects.toThrow(WriteError);
  });
});

test("100,000 formulas along time go in one piece, and again in place", async () => {
  const grid = new MemoryStore();
  const other = await openFrame({ store: grid });
  useExcel(other);
  const name = "A model of many months";
  const rows = Array.from({ length: 1000 }, (_, r) => Array.from({ length: 100 }, (__, c) => ({ content: { formula: c === 0 ? `=${r}` : `=${String.fromCharCode(65)}$${r + 1}*MAX(0,${columnOf(c - 1)}${r + 1})` }, look: "calculation", format: r % 2 ? "#,##0" : "0.00" } as const)));
  const large: Workbook = { sheets: [{ ...fleetWorkbook().sheets[1]!, name, rows, charts: [] }], activeSheet: name };
  grid.settle = () => Promise.resolve();
  await writeWorkbook(() => large);
  await writeWorkbook(() => large, undefined, undefined, { replaceSheets: [name] });
  expect(syncs).toBeLessThanOrEqual(8);
  const { id } = grid.sheets().find((each) => each.name === name)!;
  expect(grid.read(id, at(999, 99))[0]![0]!.formula).toBe("=A$1000*MAX(0,CU1000)");
  other.close();
});

function columnOf(column: number): string {
  return (column < 26 ? "" : String.fromCharCode(64 + Math.floor(column / 26))) + String.fromCharCode(65 + (column % 26));
}
