import { freeSheetNames, scenarioSheets, type Cell, type Workbook } from "../../src/model-sheets";
import { defaultScenario, planScenario, type ScenarioInputs } from "../../src/planning";
import vectors from "../fixtures/scenario-vectors.json";
import { changed, typed } from "./support/changed-inputs";
import { calculate, type CalculatedWorkbook } from "./support/libreoffice";

const sheetNames = { inputs: "Inputs 2", model: "Model 2", summary: "Summary 2" };
const base = defaultScenario();

/** Calculated row whose first cell reads `label`. */
function rowOf(book: CalculatedWorkbook, sheet: keyof typeof sheetNames, label: string, nth = 0): readonly string[] {
  const found = book.get(sheetNames[sheet])!.filter((row) => row[0] === label)[nth];
  if (!found) throw new Error(`${sheet} has no row "${label}"`);
  return found;
}

/** The workbook after somebody typed other values into the Inputs sheet. */
function withInputs(workbook: Workbook, values: Readonly<Record<string, number | string>>): Workbook {
  const left = new Set(Object.keys(values));
  const [inputs, ...others] = workbook.sheets;
  const rows = inputs!.rows.map((row) => {
    const label = (row[0]?.content ?? "") as string;
    const value = values[label];
    if (value === undefined || row[1]?.look !== "input") return row;
    left.delete(label);
    return row.map((cell, i): Cell | null => (i === 1 ? { ...cell!, content: value } : cell));
  });
  if (left.size > 0) throw new Error(`No inputs ${[...left].join(", ")}`);
  return { ...workbook, sheets: [{ ...inputs!, rows }, ...others] };
}

function expectClose(actual: string | undefined, expected: number, scale = 0): void {
  expect(Math.abs(Number(actual) - expected)).toBeLessThanOrEqual(1e-9 * Math.max(Math.abs(expected), scale));
}

const scenarios: { name: string; workbook: Workbook; inputs: ScenarioInputs; changedInputs: number }[] = [
  ...vectors.map(({ name, inputs }) => ({ name, workbook: scenarioSheets(inputs, { sheetNames }), inputs, changedInputs: 0 })),
  { name: "the default after every input was changed by hand", workbook: withInputs(scenarioSheets(base, { sheetNames }), typed), inputs: changed, changedInputs: Object.keys(typed).length },
  {
    name: "an upgrade to the same machine for nothing",
    ...((inputs: ScenarioInputs) => ({ workbook: scenarioSheets(inputs, { sheetNames }), inputs }))({
      ...base, fleet: { machine: base.candidate.machine, units: 5_225, resaleUsdTh: 0 }, candidate: { ...base.candidate, landedPriceUsdTh: 0 },
    }),
    changedInputs: 0,
  },
];
let calculated: CalculatedWorkbook[];
beforeAll(() => {
  calculated = calculate(scenarios.map(({ workbook }) => workbook));
}, 120_000);

describe.each(scenarios.map((scenario, i) => ({ ...scenario, i })))("$name, calculated by LibreOffice", ({ inputs, i, changedInputs }) => {
  const plan = planScenario(inputs);
  const labels = { keep: "Keep", upgrade: "Upgrade", shutdown: "Shut down" };
  const book = (): CalculatedWorkbook => calculated[i]!;

  test("values, ranks and decision are the planner's", () => {
    for (const name of ["keep", "upgrade", "shutdown"] as const) expectClose(rowOf(book(), "summary", labels[name])[1], plan.npvUsd[name]);
    expect(rowOf(book(), "summary", "Recommendation")[1]).toBe(labels[plan.recommendation.best]);
    expect(rowOf(book(), "summary", "Runner-up")[1]).toBe(labels[plan.recommendation.runnerUp]);
    expectClose(rowOf(book(), "summary", "Lead over the runner-up")[1], plan.recommendation.gapUsd, 1);
  });

  test("key figures are the planner's", () => {
    const payback = rowOf(book(), "summary", "Payback of the upgrade")[1];
    if (plan.payback.months === "never") expect(payback).toBe("never");
    else expectClose(payback, plan.payback.months);
    expect(rowOf(book(), "summary", "Payback counted against")[1]).toBe(plan.payback.against === "keep" ? "keeping" : "shutting down");
    expectClose(rowOf(book(), "summary", "Hashprice on the start date")[1], plan.months[0]!.hashpriceUsdPhDay);
    expectClose(rowOf(book(), "summary", "Breakeven power price, fleet")[1], plan.fleets.keep.breakevenPowerPriceUsdKwh);
    expectClose(rowOf(book(), "summary", "Breakeven power price, candidate")[1], plan.fleets.upgrade.breakevenPowerPriceUsdKwh);
  });

  test("every month is the planner's", () => {
    const lines = {
      "Month begins": (m: number) => plan.months[m]!.start,
      Days: (m: number) => plan.months[m]!.days,
      "Mean subsidy": (m: number) => plan.months[m]!.subsidyBtc,
      Hashprice: (m: number) => plan.months[m]!.hashpriceUsdPhDay,
      "Discount factor": (m: number) => plan.months[m]!.discountFactor,
    };
    for (const [label, of] of Object.entries(lines)) {
      rowOf(book(), "model", label).slice(3).forEach((text, m) => expectClose(text, of(m)));
    }
    const flows = { "Cash flow, keep": "keep", "Cash flow, upgrade": "upgrade", "Cash flow, shut down": "shutdown" } as const;
    for (const [label, name] of Object.entries(flows)) {
      const row = rowOf(book(), "model", label).slice(3);
      expect(row).toHaveLength(plan.months.length);
      row.forEach((text, m) => expectClose(text, plan.months[m]!.cash[name].cashFlowUsd, plan.months[m]!.cash[name].revenueUsd));
    }
  });

  test("every check holds, and changed inputs are counted", () => {
    expect(rowOf(book(), "summary", "Checks")[1]).toBe("All hold");
    expect(rowOf(book(), "summary", "Inputs changed since the build")[1]).toBe(String(changedInputs));
    const statuses = book().get(sheetNames.summary)!.map((row) => row[5]).filter((status) => status === "OK" || status === "inputs changed");
    expect(statuses).toEqual([...Array<string>(3).fill(changedInputs > 0 ? "inputs changed" : "OK"), ...Array<string>(7).fill("OK")]);
  });

  test("no cell shows an error", () => {
    for (const rows of book().values()) for (const row of rows) for (const text of row) expect(text).not.toMatch(/^(#|Err:)/);
  });
});

test("a check that fails is said", () => {
  const workbook = scenarioSheets(base, { sheetNames });
  const [inputs, model, summary] = workbook.sheets;
  const broken = summary!.rows.map((row) => row.map((cell) => (cell?.look === "atBuild" ? { ...cell, content: Number(cell.content) + 1 } : cell)));
  const [book] = calculate([{ ...workbook, sheets: [inputs!, model!, { ...summary!, rows: broken }] }]);
  expect(rowOf(book!, "summary", "Checks")[1]).toBe("See below");
}, 60_000);

test("where no machine fits the site any more, the check says so", () => {
  const [book] = calculate([withInputs(scenarioSheets(base, { sheetNames }), { "Site power": 0.001 })]);
  expect(rowOf(book!, "summary", "Checks")[1]).toBe("See below");
  expect(rowOf(book!, "summary", "Machines that run: not fewer than a plan needs").slice(1, 6)).toEqual(["0", "machines", "1", "-1", "CHECK"]);
}, 60_000);

test.each([
  [[], { inputs: "Inputs", model: "Model", summary: "Summary" }],
  [["Sheet1", "MODEL"], { inputs: "Inputs 2", model: "Model 2", summary: "Summary 2" }],
  [["Inputs", "summary 2"], { inputs: "Inputs 3", model: "Model 3", summary: "Summary 3" }],
])("free names beside %j", (taken, names) => {
  expect(freeSheetNames(taken)).toEqual(names);
});
