// Changed inputs written cell by cell through Microsoft's office.js, and taken back where Excel refuses one of them.
import { webcrypto } from "node:crypto";
import { changeCells, readTables, type Task } from "../../src/excel";
import { INPUT_TABLES, readPortfolio, type Portfolio } from "../../src/planning/portfolio";
import { readSheets, writeSheets } from "../../src/taskpane/store/workbook";
import { createHeadlessStore } from "../../src/workbench/grid/headless";
import type { UniverStore } from "../../src/workbench/grid/store";
import sample from "../../assets/samples/portfolio-20mw-s19.json";
import { openFrame, type Frame } from "./support/office-frame";

jest.setTimeout(180_000);
const TASK: Task = { thing: "the inputs", again: "write them again", smaller: "Write fewer" };

let store: UniverStore;
let frame: Frame;
let steps: string[];
beforeEach(async () => {
  Object.defineProperty(globalThis, "crypto", { value: webcrypto, configurable: true });
  store = createHeadlessStore("Mine");
  frame = await openFrame({ store });
  (globalThis as { Excel?: unknown }).Excel = frame.window.Excel;
  steps = [];
});
afterEach(() => {
  frame.close();
  store.dispose();
  delete (globalThis as { Excel?: unknown }).Excel;
});

const portfolio = readPortfolio(sample).portfolio!;
const write = (next: Portfolio, known?: Portfolio): ReturnType<typeof writeSheets> => { steps = []; return writeSheets(next, known === undefined ? "overwrite" : { ...known }, [], (step) => steps.push(step)); };
const read = async (): Promise<Portfolio> => readPortfolio((await readSheets() as { draft: unknown }).draft).portfolio!;
const withSite = (change: Partial<Portfolio["sites"][number]>): Portfolio => ({ ...portfolio, sites: portfolio.sites.map((site, i) => (i === 0 ? { ...site, ...change } : site)) });
const site = (): string => store.sheets().find(({ name }) => name === "Inputs")!.id;

test("first all tables, then the cells that changed and nothing else", async () => {
  expect(await write(portfolio)).toBe("inputs");
  const changed = { ...withSite({ uptime: 0.91, note: "=not a formula" }), finance: { ...portfolio.finance, taxRate: 0.25 } };
  const sheet = site();
  // What a person put beside the tables stays, which a new sheet would not have.
  store.write(sheet, { row: 0, column: 60, rows: 1, columns: 1 }, [[{ value: "mine" }]]);
  expect(await write(changed)).toBe("cells");
  expect(steps).toEqual(["Looking at the workbook", "Writing the changed cells"]);
  expect(await read()).toEqual(changed);
  expect(site()).toBe(sheet);
  expect(store.read(sheet, { row: 0, column: 60, rows: 1, columns: 1 })[0]![0]!.value).toBe("mine");
  expect(await write(changed)).toBe("cells");
});

test("what somebody typed into the tables since is not overwritten unasked", async () => {
  await write(portfolio);
  const typed = withSite({ uptime: 0.88 });
  expect(await write(typed, portfolio)).toBe("cells");
  const other = withSite({ fixedOpexUsdMonth: 12_345 });
  expect(await write(other, portfolio)).toEqual({ kind: "sheets edited", paneEdited: true });
  expect(await read()).toEqual(typed);
  expect(await write(typed, portfolio)).toBe("cells");
  expect(await write(other)).toBe("cells");
  expect(await read()).toEqual(other);
});

test("tables of which nothing is known, or that cannot be read, are not overwritten unasked either", async () => {
  await write(portfolio);
  const other = withSite({ fixedOpexUsdMonth: 12_345 });
  expect(await writeSheets(other, undefined, [], () => undefined)).toEqual({ kind: "sheets edited", paneEdited: true });
  const sheet = site();
  const area = store.usedArea(sheet)!;
  const [header] = store.read(sheet, area).flatMap((line, r) => line.flatMap(({ value }, c) => (typeof value === "string" && value.startsWith("Uptime") ? [{ row: area.row + r, column: area.column + c, rows: 1, columns: 1 }] : [])));
  store.write(sheet, header!, [[{ value: "How long it runs" }]]);
  expect(await write(other, portfolio)).toMatchObject({ kind: "sheets unreadable" });
  expect(store.read(sheet, header!)[0]![0]!.value).toBe("How long it runs");
  expect(await write(other)).toBe("inputs");
  expect(await read()).toEqual(other);
});

test.each<[string, Portfolio]>([
  ["a fleet more", { ...portfolio, fleets: [...portfolio.fleets, { ...portfolio.fleets[0]!, id: "Second" }] }],
  ["another name", { ...portfolio, candidates: portfolio.candidates.map((each, i) => (i === 0 ? { ...each, id: "Other" } : each)) }],
  ["another kind", { ...portfolio, contracts: portfolio.contracts.map((each) => ({ ...each, energy: { kind: "hosting", rateUsdKwh: 0.06, billedOn: "metered", nameplateSurcharge: 0, profitShare: 0, lowPowerAllowed: true } })) }],
  ["another length", { ...portfolio, horizonMonths: portfolio.horizonMonths - 1 }],
])("%s lays the tables out anew", async (_, changed) => {
  await write(portfolio);
  expect(await write(changed)).toBe("inputs");
  expect(await read()).toEqual(changed);
});

describe("two tables, one of them on a protected sheet", () => {
  const add = (): Promise<void> => frame.run(async (context) => {
    for (const name of ["Open", "Shut"]) {
      const sheet = context.workbook.worksheets.add(name);
      sheet.getRange("A1:C2").values = [["a", "b", "c"], [1, "'007", "=1+1"]];
      sheet.tables.add("A1:C2", true).name = `${name}Table`;
    }
    context.workbook.worksheets.getItem("Shut").protection.protect();
    await context.sync();
  });
  const cells = async (): Promise<unknown[][]> => frame.run(async (context) => {
    const ranges = ["Open", "Shut"].map((name) => context.workbook.worksheets.getItem(name).getRange("A2:C2").load("formulas,values"));
    await context.sync();
    return ranges.map(({ formulas, values }): unknown[] => [...(formulas[0] as unknown[]), typeof values[0]![1]]);
  });

  test("what was written before the refusal is put back, and the sentence says so", async () => {
    await add();
    const before = await cells();
    expect(before[0]).toEqual([1, "007", "=1+1", "string"]);
    const change = (table: string, column: number) => ({ table, row: 0, column, value: "changed" });
    await expect(changeCells([change("OpenTable", 0), change("OpenTable", 1), change("OpenTable", 2), change("ShutTable", 0)], TASK)).rejects.toMatchObject({ whatToDo: expect.stringMatching(/write them again\. The tables are as they were\.$/) as string });
    expect(await cells()).toEqual(before);
  });

  test("a table that is gone changes nothing", async () => {
    await add();
    const before = await cells();
    await expect(changeCells([{ table: "OpenTable", row: 0, column: 0, value: 5 }, { table: "Nowhere", row: 0, column: 0, value: 5 }], TASK)).rejects.toMatchObject({ name: "WriteError" });
    expect(await cells()).toEqual(before);
    expect((await readTables(INPUT_TABLES)).tables).toEqual([]);
  });
});
