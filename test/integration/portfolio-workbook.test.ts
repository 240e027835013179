// A portfolio's workbook, written by the add-in through Microsoft's office.js, calculated by the workbench's grid, changed
// there by hand, read back and built again in place.
import { webcrypto } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { marketPaths, planInsights, planPortfolio, readPortfolio, type Portfolio } from "../../src/planning/portfolio";
import type { Draft } from "../../src/taskpane/store";
import { buildWorkbook, readSheets, writeSheets } from "../../src/taskpane/store/workbook";
import type { Planned } from "../../src/taskpane/worker";
import { createHeadlessStore } from "../../src/workbench/grid/headless";
import type { UniverStore } from "../../src/workbench/grid/store";
import type { CellContent } from "../../src/workbench/host";
import { lookBeforeBuild } from "../../src/taskpane/plan/sheets";
import { openFrame, type Frame } from "./support/office-frame";

jest.setTimeout(300_000);

/** The 20 MW sample over a few months: whole years take the grid's engine minutes in this process. */
const MONTHS = 4;
const document = shortened(JSON.parse(readFileSync(join(__dirname, "../../assets/samples/portfolio-20mw-s19.json"), "utf8")) as Draft);
const MINE = "Mine";

let store: UniverStore;
let frame: Frame;
const steps: string[] = [];

beforeAll(async () => {
  Object.defineProperty(globalThis, "crypto", { value: webcrypto, configurable: true });
  store = createHeadlessStore(MINE);
  frame = await openFrame({ store });
  (globalThis as { Excel?: unknown }).Excel = frame.window.Excel;
});
afterAll(() => {
  frame.close();
  store.dispose();
  delete (globalThis as { Excel?: unknown }).Excel;
});

/** Values by month are cut as well. */
function shortened(draft: Draft): Draft {
  const cut = JSON.parse(JSON.stringify(draft), (_, value: unknown) => (Array.isArray(value) && value.length === draft["horizonMonths"] ? value.slice(0, MONTHS) : value)) as Draft;
  return { ...cut, horizonMonths: MONTHS };
}

function planned(draft: Draft): Planned {
  const portfolio = readPortfolio(draft).portfolio!;
  const paths = marketPaths(portfolio.market, portfolio.horizonMonths);
  const path = paths.find(({ scenarioId }) => scenarioId === portfolio.market.scenarioId)!;
  const plan = planPortfolio(portfolio, path);
  return { portfolio, paths, plan, insights: planInsights(portfolio, path, plan) };
}

const build = (plan: Planned): Promise<readonly string[]> => buildWorkbook(plan, [], (step) => steps.push(step));
const names = (): string[] => store.sheets().map(({ name }) => name);
const idOf = (name: string): string => store.sheets().find((each) => each.name === name)!.id;
const at = (row: number, column: number) => ({ row, column, rows: 1, columns: 1 });

function contents(sheet: string): CellContent[][] {
  return store.read(idOf(sheet), store.usedArea(idOf(sheet))!);
}

/** The cells of the first row that begins with a label and has something behind it. */
function rowOf(sheet: string, label: string): CellContent[] {
  return contents(sheet).find((row) => row.some(({ value }) => value === label) && row.filter(({ value }) => value !== null).length > 1)!;
}

function figure(sheet: string, label: string): unknown {
  const row = rowOf(sheet, label);
  return row.slice(row.findIndex(({ value }) => value === label) + 1).find(({ value }) => value !== null)?.value;
}

async function expectPlan({ plan }: Planned): Promise<void> {
  await frame.host.idle();
  const near = (actual: unknown, expected: number): void => expect(Math.abs(Number(actual) - expected)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(expected)));
  near(figure("Summary", "Net present value of free cash flow"), plan.company.npvUsd);
  near(figure("Summary", "Lowest cash at a month's end"), Math.min(...plan.company.cashUsd));
  const [fleet] = plan.fleets;
  const decision = contents("Summary").find(([first]) => first!.value === fleet!.fleetId)!.map(({ value }) => value);
  expect(decision).toContain(fleet!.alternatives[fleet!.chosen]!.label);
  expect(figure("Cover", "Master check")).toMatch(/^All/);
  const errors = names().filter((name) => name !== MINE).flatMap((name) => contents(name).flat().filter(({ value }) => typeof value === "object" && value !== null));
  expect(errors).toEqual([]);
}

let firstNames: string[];

test("the first build adds its sheets behind what was there; the figures are the planner's and every check holds", async () => {
  store.write(idOf(MINE), at(0, 0), [[{ value: "mine" }]]);
  const plan = planned(document);
  const sheets = await build(plan);
  firstNames = [MINE, ...sheets];
  expect(names()).toEqual(firstNames);
  expect(steps).toEqual(expect.arrayContaining(["Laying out the sheets", "Writing the sheets"]));
  expect(store.activeSheetId()).toBe(idOf("Summary"));
  await expectPlan(plan);
});

test("what was written is read back as it was", async () => {
  const read = await readSheets();
  expect(read.found).toBe("document");
  expect(readPortfolio((read as { draft: Draft }).draft).portfolio).toEqual(readPortfolio(document).portfolio);
  expect(await lookBeforeBuild(document, undefined, false)).toBeUndefined();
});

describe("an input changed in Excel by hand", () => {
  let changed: Portfolio;

  test("is noticed before anything is overwritten, and read", async () => {
    const id = idOf("Inputs");
    const cells = contents("Inputs");
    const header = cells.findIndex((row) => row.some(({ value }) => typeof value === "string" && /^Uptime/.test(value)));
    const column = cells[header]!.findIndex(({ value }) => typeof value === "string" && /^Uptime/.test(value));
    store.write(id, at(header + 1, column), [[{ value: 0.9 }]]);
    store.write(idOf(MINE), at(1, 0), [[{ formula: "=Summary!A1" }]]);
    await frame.host.idle();
    expect(await lookBeforeBuild(document, document, false)).toEqual({ kind: "sheets edited", paneEdited: false });
    changed = readPortfolio((await readSheets() as { draft: Draft }).draft).portfolio!;
    expect(changed.sites[0]!.uptime).toBe(0.9);
    expect(changed.fleets).toEqual(readPortfolio(document).portfolio!.fleets);
  });

  test("is planned and built again in place: the same sheets, formulas elsewhere that point at them go on, and all checks hold", async () => {
    const plan = planned(changed as unknown as Draft);
    await build(plan);
    expect(names()).toEqual(firstNames);
    await expectPlan(plan);
    const [[first], [second]] = store.read(idOf(MINE), { row: 0, column: 0, rows: 2, columns: 1 }) as [[CellContent], [CellContent]];
    expect(first.value).toBe("mine");
    expect(second).toMatchObject({ formula: "=Summary!A1", value: contents("Summary")[0]![0]!.value });
  });
});

test("changed inputs are written into the built workbook cell by cell, and its model follows them", async () => {
  const now = readPortfolio((await readSheets() as { draft: Draft }).draft).portfolio!;
  const next = { ...now, finance: { ...now.finance, overheadUsdMonth: now.finance.overheadUsdMonth + 10_000, taxRate: 0.3 } };
  const [before, after] = [planned(now as unknown as Draft), planned(next)];
  // The same decisions, so that the formulas come to what the planner finds.
  expect(after.plan.fleets.map(({ chosen }) => chosen)).toEqual(before.plan.fleets.map(({ chosen }) => chosen));
  const told: string[] = [];
  expect(await writeSheets(next, now as unknown as Draft, [], (step) => told.push(step))).toBe("cells");
  expect(told).toEqual(["Looking at the workbook", "Writing the changed cells"]);
  await frame.host.idle();
  expect(names()).toEqual(firstNames);
  expect(Math.abs(Number(figure("Summary", "Net present value of free cash flow")) / after.plan.company.npvUsd - 1)).toBeLessThan(1e-6);
  expect(Math.abs(before.plan.company.npvUsd / after.plan.company.npvUsd - 1)).toBeGreaterThan(1e-3);
  expect(readPortfolio((await readSheets() as { draft: Draft }).draft).portfolio).toEqual(next);
});
