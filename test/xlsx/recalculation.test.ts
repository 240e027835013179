import { calculateWorkbook, scenarioSheets, type Workbook } from "../../src/model-sheets";
import { defaultScenario, planScenario, readScenarioFile, type Alternative, type ScenarioInputs } from "../../src/planning";
import { workbookFile } from "../../src/xlsx";
import sample from "../../assets/samples/one-site-20mw.json";
import { changed, typed } from "../model-sheets/support/changed-inputs";
import { readParts, writeParts } from "./support/package";
import { openInLibreOffice, type RecalculatedFile } from "./support/recalculate";

// Whole files, opened by an engine that shares nothing with the planner.

const sheetNames = { inputs: "Inputs", model: "Model", summary: "Summary" };
const sheets = Object.values(sheetNames);
const base = defaultScenario();
const described = (inputs: ScenarioInputs): Workbook => scenarioSheets(inputs, { sheetNames });

async function fileOf(workbook: Workbook): Promise<Uint8Array> {
  return workbookFile(workbook, { title: "test", madeAt: new Date("2026-08-21T00:00:00Z"), valueOf: calculateWorkbook(workbook) });
}

/** The file after somebody typed into cells of a sheet, counted from 1. Nothing else of it changes: the old results stay. */
function typedInto(bytes: Uint8Array, sheet: number, values: Readonly<Record<string, number | string>>): Uint8Array {
  const parts = new Map(readParts(bytes));
  const part = `xl/worksheets/sheet${sheet}.xml`;
  let xml = parts.get(part)!;
  for (const [address, value] of Object.entries(values)) {
    const cell = new RegExp(`<c r="${address}"(?: t="\\w+")?( s="\\d+")><v>[^<]*</v></c>`);
    expect(xml).toMatch(cell);
    xml = xml.replace(cell, (_, style: string) => (typeof value === "number" ? `<c r="${address}"${style}><v>${value}</v></c>` : `<c r="${address}" t="inlineStr"${style}><is><t>${value}</t></is></c>`));
  }
  return writeParts(parts.set(part, xml));
}

/** Cells of the Inputs sheet's value column by label. */
function addresses(values: Readonly<Record<string, number | string>>): Record<string, number | string> {
  const rows = described(base).sheets[0]!.rows;
  return Object.fromEntries(Object.entries(values).map(([label, value]) => {
    const row = rows.findIndex((cells) => cells[0]?.content === label && cells[1]?.look === "input");
    if (row < 0) throw new Error(`There is no input ${label}`);
    return [`B${row + 1}`, value];
  }));
}

const dearPower: ScenarioInputs = { ...base, site: { ...base.site, powerPriceUsdKwh: 0.12 } };
const sampled = readScenarioFile(JSON.stringify(sample)) as { inputs: ScenarioInputs };

const cases: { name: string; built: ScenarioInputs; typed: Readonly<Record<string, number | string>>; inputs: ScenarioInputs }[] = [
  { name: "the default", built: base, typed: {}, inputs: base },
  { name: "the sample", built: sampled.inputs, typed: {}, inputs: sampled.inputs },
  { name: "the default with every input changed in the file", built: base, typed, inputs: changed },
  { name: "the default with dear power typed in", built: base, typed: { "Power price": 0.12 }, inputs: dearPower },
];
let recalculated: RecalculatedFile[];
let asWritten: RecalculatedFile;
let stale: { readonly always: RecalculatedFile; readonly never: RecalculatedFile };
let corrupted: RecalculatedFile;

beforeAll(async () => {
  const files = await Promise.all(cases.map(async ({ built, typed: values }) => ({ bytes: typedInto(await fileOf(described(built)), 1, addresses(values)), sheets })));
  const parts = new Map(readParts(files[0]!.bytes));
  const model = parts.get("xl/worksheets/sheet2.xml")!;
  const formula = /<f>E\d+\+E\d+\+E\d+<\/f>/.exec(model)![0];
  const broken = { bytes: writeParts(parts.set("xl/worksheets/sheet2.xml", model.replace(formula, formula.replace("</f>", "+1000</f>")))), sheets };
  const summary = parts.get("xl/worksheets/sheet3.xml")!;
  const old = { bytes: writeParts(new Map(readParts(files[0]!.bytes)).set("xl/worksheets/sheet3.xml", summary.replace(/(<c r="B12"[^>]*><f>[^<]*<\/f>)<v>[^<]*/, "$1<v>4711"))), sheets };
  const [first, second, ...others] = openInLibreOffice([broken, old, ...files]);
  [corrupted, recalculated] = [first!, others];
  const [written, kept] = openInLibreOffice([files[0]!, old], "never");
  [asWritten, stale] = [written!, { always: second!, never: kept! }];
}, 180_000);

function rowOf(book: RecalculatedFile, sheet: string, label: string): readonly string[] {
  const found = book.get(sheet)!.find((row) => row[0] === label);
  if (!found) throw new Error(`${sheet} has no row "${label}"`);
  return found;
}

function expectClose(actual: string | undefined, expected: number, scale = 0): void {
  expect({ actual, expected, close: actual !== "" && Math.abs(Number(actual) - expected) <= 1e-9 * Math.max(Math.abs(expected), scale) }).toEqual({ actual, expected, close: true });
}

describe.each(cases.map((each, i) => ({ ...each, i })))("$name, recalculated by LibreOffice", ({ inputs, typed: values, i }) => {
  const plan = planScenario(inputs);
  const labels: Readonly<Record<Alternative, string>> = { keep: "Keep", upgrade: "Upgrade", shutdown: "Shut down" };

  test("values and decision are the planner's", () => {
    const book = recalculated[i]!;
    for (const name of ["keep", "upgrade", "shutdown"] as const) expectClose(rowOf(book, "Summary", labels[name])[1], plan.npvUsd[name]);
    expect(rowOf(book, "Summary", "Recommendation")[1]).toBe(labels[plan.recommendation.best]);
    const payback = rowOf(book, "Summary", "Payback of the upgrade")[1];
    if (plan.payback.months === "never") expect(payback).toBe("never");
    else expectClose(payback, plan.payback.months);
    expect(rowOf(book, "Summary", "Fleet")[1]).toBe(inputs.fleet.machine.name);
    expect(rowOf(book, "Summary", "Checks")[1]).toBe("All hold");
    expect(rowOf(book, "Summary", "Inputs changed since the build")[1]).toBe(String(Object.keys(values).length));
  });

  test("every month is the planner's", () => {
    const book = recalculated[i]!;
    rowOf(book, "Model", "Hashprice").slice(3).forEach((text, m) => expectClose(text, plan.months[m]!.hashpriceUsdPhDay));
    for (const [label, name] of [["Cash flow, keep", "keep"], ["Cash flow, upgrade", "upgrade"], ["Cash flow, shut down", "shutdown"]] as const) {
      const row = rowOf(book, "Model", label).slice(3);
      expect(row).toHaveLength(plan.months.length);
      row.forEach((text, m) => expectClose(text, plan.months[m]!.cash[name].cashFlowUsd, plan.months[m]!.cash[name].revenueUsd));
    }
  });
});

test("what the file shows before it is calculated is what it shows after", () => {
  for (const sheet of sheets) {
    const [written, calculated] = [asWritten.get(sheet)!, recalculated[0]!.get(sheet)!];
    expect(written.map((row) => row.length)).toEqual(calculated.map((row) => row.length));
    written.forEach((row, r) => row.forEach((text, c) => {
      const other = calculated[r]![c]!;
      // Small differences of large values are as exact as those.
      if (text !== other) expectClose(text, Number(other), sheet === "Inputs" ? 0 : 10);
    }));
  }
  expect(rowOf(asWritten, "Summary", "Checks")[1]).toBe("All hold");
});

test("results that a file carries are shown by a reader that does not calculate, and by no other", () => {
  expect(rowOf(stale.never, "Summary", "Keep")[1]).toBe("4711");
  expectClose(rowOf(stale.always, "Summary", "Keep")[1], planScenario(base).npvUsd.keep);
});

test("a corrupted formula turns the checks", () => {
  expect(rowOf(corrupted, "Summary", "Checks")[1]).toBe("See below");
});
