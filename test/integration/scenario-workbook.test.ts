// The scenario's sheets, written by the add-in's writer through Microsoft's office.js and calculated by the workbench's grid.
import { WriteError, writeWorkbook } from "../../src/excel";
import { freeSheetNames, scenarioSheets, type Workbook } from "../../src/model-sheets";
import { defaultScenario, planScenario, type ScenarioInputs, type ScenarioPlan } from "../../src/planning";
import { createHeadlessStore } from "../../src/workbench/grid/headless";
import type { UniverStore } from "../../src/workbench/grid/store";
import type { CellContent } from "../../src/workbench/host";
import { openFrame, type Frame } from "./support/office-frame";

jest.setTimeout(60_000);

const base = defaultScenario();
const describeScenario = (inputs: ScenarioInputs) => (taken: readonly string[]): Workbook => scenarioSheets(inputs, { sheetNames: freeSheetNames(taken) });

let store: UniverStore;
let frame: Frame;
const faults: { failNext?: { count: number; error: number } } = {};

beforeAll(async () => {
  store = createHeadlessStore("Sheet1");
  frame = await openFrame({ store, faults });
  (globalThis as { Excel?: unknown }).Excel = frame.window.Excel;
});
afterAll(() => {
  frame.close();
  store.dispose();
  delete (globalThis as { Excel?: unknown }).Excel;
});

const names = (): string[] => store.sheets().map(({ name }) => name);

function contents(sheet: string): CellContent[][] {
  const { id } = store.sheets().find(({ name }) => name === sheet)!;
  return store.read(id, store.usedArea(id)!);
}

/** The row of a figure; a heading of the same name has nothing behind its label. */
function rowOf(sheet: string, label: string): CellContent[] {
  return contents(sheet).find(([first, value]) => first!.value === label && value!.value !== null)!;
}

function expectSummary(sheet: string, plan: ScenarioPlan): void {
  const labels = { keep: "Keep", upgrade: "Upgrade", shutdown: "Shut down" } as const;
  for (const [name, label] of Object.entries(labels) as [keyof typeof labels, string][]) {
    expect(Math.abs(Number(rowOf(sheet, label)[1]!.value) - plan.npvUsd[name])).toBeLessThanOrEqual(1e-9 * Math.abs(plan.npvUsd[name]));
  }
  expect(rowOf(sheet, "Recommendation")[1]!.value).toBe(labels[plan.recommendation.best]);
  expect(rowOf(sheet, "Checks")[1]!.value).toBe("All hold");
}

test("builds three sheets and a chart; the summary's values are the planner's", async () => {
  await writeWorkbook(describeScenario(base));
  await frame.host.idle();
  expect(names()).toEqual(["Sheet1", "Inputs", "Model", "Summary"]);
  expectSummary("Summary", planScenario(base));
  const [chart] = frame.host.charts.get();
  expect(chart).toMatchObject({ type: "Line", title: "Cumulative present value ($)", sheetId: store.activeSheetId() });
  expect(chart!.series.map(({ name }) => name)).toEqual(["Keep", "Upgrade", "Shut down"]);
  for (const row of [...contents("Inputs"), ...contents("Model"), ...contents("Summary")]) {
    for (const { value } of row) expect(typeof value === "object" ? value : null).toBeNull();
  }
});

test("cells look as described", () => {
  const power = rowOf("Inputs", "Power price")[1]!;
  expect(power).toMatchObject({ value: 0.045, formula: null, text: "0.0450" });
  const model = contents("Model");
  expect(model[4]![3]!.text).toBe(base.market.date);
  const inputs = store.sheets().find(({ name }) => name === "Inputs")!.id;
  const row = contents("Inputs").findIndex(([label]) => label!.value === "Power price");
  expect(store.readFormat(inputs, row, 1)).toMatchObject({ fontColor: "#0000FF", fillColor: "#FFF9E0" });
});

test("recalculates when an input is changed by hand", async () => {
  const inputs = store.sheets().find(({ name }) => name === "Inputs")!.id;
  const row = contents("Inputs").findIndex(([label]) => label!.value === "Power price");
  store.write(inputs, { row, column: 1, rows: 1, columns: 1 }, [[{ value: 0.03 }]]);
  await frame.host.idle();
  expectSummary("Summary", planScenario({ ...base, site: { ...base.site, powerPriceUsdKwh: 0.03 } }));
  expect(rowOf("Summary", "Inputs changed since the build")[1]!.value).toBe(1);
});

test("a second scenario, of 120 months and with a name like a formula, stands beside the first", async () => {
  const inputs: ScenarioInputs = {
    ...base, horizon: { ...base.horizon, months: 120 }, candidate: { ...base.candidate, machine: { ...base.candidate.machine, name: "=1+1" } },
  };
  await writeWorkbook(describeScenario(inputs));
  await frame.host.idle();
  expect(names()).toEqual(["Sheet1", "Inputs", "Model", "Summary", "Inputs 2", "Model 2", "Summary 2"]);
  expectSummary("Summary 2", planScenario(inputs));
  expect(rowOf("Inputs 2", "Candidate machine")[1]).toMatchObject({ value: "=1+1", formula: null });
  expect(rowOf("Summary 2", "Candidate")[1]!.value).toBe("=1+1");
});

describe("a build that fails leaves the workbook as it was", () => {
  let before: string[];
  beforeEach(() => (before = names()));
  afterEach(() => expect(names()).toEqual(before));

  test("when Excel refuses a sheet in the middle of the batch", async () => {
    const refused = (taken: readonly string[]): Workbook => {
      const workbook = describeScenario(base)(taken);
      return { ...workbook, sheets: workbook.sheets.map((sheet, i) => (i === 2 ? { ...sheet, name: "Sum/mary" } : sheet)) };
    };
    await expect(writeWorkbook(refused)).rejects.toThrow(WriteError);
  });

  test("when the chart cannot be drawn after cells were written", async () => {
    const refused = (taken: readonly string[]): Workbook => {
      const workbook = describeScenario(base)(taken);
      return { ...workbook, sheets: workbook.sheets.map((sheet) => ({ ...sheet, charts: sheet.charts.map((chart) => ({ ...chart, categories: { ...chart.categories, sheet: "No such" } })) })) };
    };
    await expect(writeWorkbook(refused)).rejects.toThrow(/The workbook is as it was\.$/);
  });

  test.each(["Reading the workbook", "Writing the sheets"])("when Excel does not answer at: %s", async (at) => {
    await expect(writeWorkbook(describeScenario(base), (step) => {
      if (step === at) faults.failNext = { count: 1, error: 5001 };
    })).rejects.toThrow(WriteError);
  });
});
