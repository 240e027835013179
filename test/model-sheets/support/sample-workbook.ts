import { columnName, type Cell, type Sheet, type Workbook } from "../../../src/model-sheets";
import { layOut, type Line } from "../../../src/model-sheets/lines";
import { FORMATS, type Look } from "../../../src/model-sheets/looks";

export interface SampleNames { readonly inputs: string; readonly model: string; readonly summary: string }

const NAMES: SampleNames = { inputs: "Inputs", model: "Model", summary: "Summary" };
export const SAMPLE_MONTHS = 36;
/** Enough lines for some 2,000 formulas. */
const LINES = 60;
const CHART_FROM = 27;
const CHART_TO = 44;

const cell = (content: Cell["content"], look: Look, format?: string): Cell => ({ content, look, format });

/** What writers have to write, in one workbook: inputs, a timeline of formulas, and a page with a chart that reads it. */
export function sampleWorkbook(names = NAMES): Workbook {
  const inputs = inputsSheet(names.inputs);
  const { sheet: model, rowOf } = modelSheet(names);
  return { sheets: [inputs, model, summarySheet(names, rowOf)], activeSheet: names.summary };
}

/** Sample names that no sheet has: all three with one number behind. */
export function freeSampleNames(taken: readonly string[]): SampleNames {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  for (let n = 1; ; n++) {
    const names = { inputs: `Inputs${n === 1 ? "" : ` ${n}`}`, model: `Model${n === 1 ? "" : ` ${n}`}`, summary: `Summary${n === 1 ? "" : ` ${n}`}` };
    if (!Object.values(names).some((name) => used.has(name.toLowerCase()))) return names;
  }
}

function inputsSheet(name: string): Sheet {
  const headers = ["Input", "Value", "Unit", "Note"];
  const line = (label: string, value: number, unit: string, format: string): Cell[] => [cell(label, "label"), cell(value, "input", format), cell(unit, "unit"), cell("=not a formula", "note")];
  const rows: (Cell | null)[][] = [
    [cell("Sample inputs", "title"), null, null, null],
    [cell("Blue cells are inputs.", "remark"), null, null, null],
    headers.map(() => null),
    headers.map(() => null),
    headers.map((text, i) => cell(text, i === 0 ? "columnHeader" : "columnHeaderIndented")),
    headers.map((_, i) => cell(i === 0 ? "Site" : "", "heading")),
    line("Power price", 0.055, "$/kWh", FORMATS.usdKwh),
    line("Market date", 46_255, "date", FORMATS.date),
    line("Growth", 0.01, "a month", FORMATS.percent),
  ];
  return { name, rows, tabColor: "#0000FF", columnWidths: [180, 165, 80, 600], freeze: { rows: 5, columns: 1 }, orientation: "landscape", charts: [] };
}

function modelSheet({ model, inputs }: SampleNames): { readonly sheet: Sheet; readonly rowOf: (key: string) => number } {
  const link = (row: number): string => `='${inputs}'!$B$${row}`;
  const lines: Line[] = [
    { kind: "text", text: "Monthly model", look: "title" },
    { kind: "text", text: "One line is one formula.", look: "remark" },
    { kind: "columnHeaders", texts: ["Line", "Value, total or mean", "Unit", "Start"] },
    { kind: "series", key: "month", label: "Month", unit: "number", formula: "=COLUMN()-COLUMN($D$3)", format: FORMATS.flag, look: "timeline" },
    { kind: "series", key: "start", label: "Month begins", unit: "date", formula: "=EDATE([$date],[month])", format: FORMATS.date, look: "timeline" },
    { kind: "heading", text: "Inputs" },
    { kind: "value", key: "price", label: "Power price", unit: "$/kWh", formula: link(7), look: "link", format: FORMATS.usdKwh },
    { kind: "value", key: "date", label: "Market date", unit: "date", formula: link(8), look: "link", format: FORMATS.date },
    { kind: "value", key: "growth", label: "Growth", unit: "a month", formula: link(9), look: "link", format: FORMATS.percent },
    ...Array.from({ length: LINES }, (_, i): Line => ({
      kind: "series", key: `line${i}`, label: `Line ${i}`, unit: "$", formula: i === 0 ? "=[$price]*(1+[$growth])^[month]" : `=[line${i - 1}]+IF([month]>0,1,0)`, format: FORMATS.usd, total: "sum",
    })),
  ];
  const { rows, positions } = layOut(lines, SAMPLE_MONTHS);
  return {
    rowOf: positions.rowOf,
    sheet: { name: model, rows, tabColor: "#1F3864", columnWidths: [250, 165, 85, ...rows[0]!.slice(3).map(() => 82)], freeze: { rows: 5, columns: 3 }, orientation: "landscape", charts: [] },
  };
}

function summarySheet({ summary, model }: SampleNames, rowOf: (key: string) => number): Sheet {
  const columns = 6;
  const row = (...cells: (Cell | null)[]): (Cell | null)[] => Array.from({ length: columns }, (_, i) => cells[i] ?? null);
  const range = (key: string): { sheet: string; address: string } => ({ sheet: model, address: `D${rowOf(key)}:${columnName(3 + SAMPLE_MONTHS)}${rowOf(key)}` });
  const total = (key: string): Cell => cell({ formula: `='${model}'!$B$${rowOf(key)}` }, "link", FORMATS.usd);
  return {
    name: summary,
    rows: [row(cell("Summary", "title")), row(cell("First", "label"), total("line0")), row(cell("Second", "label"), total("line1")), row(cell({ formula: '=IF(B2>B3,"first","second")&" is more"' }, "decision")), ...Array.from({ length: CHART_TO }, () => row())],
    tabColor: "#00702E", columnWidths: [250, 165, 85, 120, 115, 125], freeze: { rows: 0, columns: 0 }, orientation: "portrait",
    charts: [{
      kind: "line", name: "Lines", title: "Two lines ($)", categories: range("month"), categoryTitle: "Month", valueTitle: "$", valueFormat: "#,##0",
      series: [{ name: "First", values: range("line0"), color: "#1F3864" }, { name: "Second", values: range("line1"), color: "#C55A11" }],
      topLeft: `A${CHART_FROM}`, bottomRight: `${columnName(columns - 1)}${CHART_TO}`,
    }],
  };
}
