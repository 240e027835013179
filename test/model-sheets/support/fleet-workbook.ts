import type { Cell, Chart, Look, Sheet, Validation, Workbook } from "../../../src/model-sheets";

// A small workbook with everything that a description can carry: a table with rules, charts, and a row of formulas along time.

export interface Fleet {
  readonly name: string;
  readonly units: number;
  readonly powerW: number;
}

export const FLEETS: readonly Fleet[] = [{ name: "S21", units: 1200, powerW: 3500 }, { name: "=1+1", units: 800, powerW: 3250 }, { name: "M66S", units: 400, powerW: 5500 }];
export const MONTHS = 24;

const cell = (content: Cell["content"], look: Look = "label", format?: string): Cell => ({ content, look, ...(format && { format }) });

export function fleetWorkbook(fleets: readonly Fleet[] = FLEETS, change: Partial<Sheet> = {}): Workbook {
  return { sheets: [fleetSheet(fleets, change), monthSheet(fleets.length)], activeSheet: "Months", customProperties: { "Hashplan layout": "1" } };
}

function fleetSheet(fleets: readonly Fleet[], change: Partial<Sheet>): Sheet {
  const last = 3 + fleets.length;
  const row = ({ name, units, powerW }: Fleet, i: number): Cell[] => [
    cell(name, "inputText"), cell(units, "input", "#,##0"), cell(powerW, "input", "#,##0"),
    cell({ formula: `=B${4 + i}*C${4 + i}/1000` }, "calculation", "#,##0"), cell(46_023 + i, "input", "yyyy-mm-dd"),
  ];
  const blank = Array.from({ length: 5 }, () => null);
  const shared = { errorTitle: "Fleets", errorMessage: "Not a fleet." };
  const column = (letter: string): string => `${letter}4:${letter}${last}`;
  const validations: Validation[] = [
    { ...shared, address: column("A"), rule: { kind: "list", values: ["S21", "M66S", "A \"quoted\" one"] }, promptTitle: "Machine", prompt: "Choose one." },
    { ...shared, address: column("B"), rule: { kind: "whole", minimum: 0, maximum: 100_000 } },
    { ...shared, address: column("C"), rule: { kind: "decimal", exclusiveMinimum: 0, maximum: 20_000 } },
    { ...shared, address: column("E"), rule: { kind: "date", from: "2026-01-01", to: "2036-12-31" } },
    { ...shared, address: "G4", rule: { kind: "listRange", sheet: "Fleets", address: column("A") } },
    { ...shared, address: "G5", rule: { kind: "textLength", maximum: 31 } },
    { ...shared, address: "G6", rule: { kind: "list", values: ["x".repeat(200), "y".repeat(100)] } },
  ];
  return {
    name: "Fleets", tabColor: "#0000FF", columnWidths: [120, 70, 70, 90, 80], freeze: { rows: 3, columns: 1 }, orientation: "landscape",
    rows: [
      [cell("Fleets", "title"), null, null, null, null],
      blank,
      ["Fleet", "Units", "Power W", "Load kW", "From"].map((name) => cell(name, "tableHeader")),
      ...fleets.map(row),
    ],
    tables: [{ name: "Fleets_", address: `A3:E${last}` }],
    validations,
    conditionalFormats: [
      { address: column("D"), formula: "=$D4>4000", fontColor: "#9C0006", fillColor: "#FFC7CE", bold: true },
      { address: column("D"), formula: "=$D4=0", fontColor: "#595959" },
    ],
    charts: [fleetChart("column", "B", last, "G8", "L20"), fleetChart("bar", "D", last, "G22", "L34")],
    printArea: `A1:E${last}`,
    ...change,
  };
}

function fleetChart(kind: Chart["kind"], values: string, last: number, topLeft: string, bottomRight: string): Chart {
  return {
    kind, name: `Fleets ${kind}`, title: `Fleets as ${kind}`, categoryTitle: "Fleet", valueTitle: "Number", valueFormat: "#,##0", topLeft, bottomRight,
    categories: { sheet: "Fleets", address: `A4:A${last}` },
    series: [{ name: "Fleets", values: { sheet: "Fleets", address: `${values}4:${values}${last}` }, color: "#1F3864" }],
  };
}

/** Along time every row holds one formula, as models do. */
function monthSheet(fleets: number): Sheet {
  const along = (label: string, formula: (column: string, before: string) => string, format = "#,##0"): (Cell | null)[] => [
    cell(label), ...Array.from({ length: MONTHS }, (_, i) => cell({ formula: formula(letter(i + 1), letter(i)) }, "calculation", format)),
  ];
  const lastColumn = letter(MONTHS);
  const line = (row: number): string => `B${row}:${lastColumn}${row}`;
  return {
    name: "Months", tabColor: "#00702E", columnWidths: [150], freeze: { rows: 1, columns: 1 }, orientation: "portrait", fitToOnePage: true,
    rows: [
      along("Month", (column) => `=COLUMN()-COLUMN($A$1)+0*${column}3`, "0"),
      along("Load kW", () => `=SUM(Fleets!$D$4:$D$${3 + fleets})`),
      along("Growth", (_, before) => (before === "A" ? "=0" : `=${before}3+1`), "0"),
    ],
    charts: [{
      kind: "stackedColumn", name: "Load", title: "Load", categoryTitle: "Month", valueTitle: "kW", valueFormat: "#,##0", topLeft: "A6", bottomRight: "H20",
      categories: { sheet: "Months", address: line(1) },
      series: [{ name: "Load", values: { sheet: "Months", address: line(2) }, color: "#2E9E6B" }, { name: "Growth", values: { sheet: "Months", address: line(3) }, color: "#C55A11" }],
    }],
  };
}

function letter(column: number): string {
  return String.fromCharCode(65 + column);
}
