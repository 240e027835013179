import { comparisonInputs, type ComparisonInputs } from "./compare-inputs";
import { gearRows } from "./compare-gear-rows";
import { machineRows } from "./compare-machine-rows";
import type { Cell, Sheet, Workbook } from "./workbook";

export type { ComparisonInputs } from "./compare-inputs";

const WIDTHS = [190, 112, 74, 74, 66, 78, 78, 78, 84, 84, 84, 74, 74, 74, 78, 70, 70, 78];
const LONGEST_NAME = 31;
const FIRST_INPUT_ROW = 5;
const CHART = { from: "F4", to: "N24" } as const;

/**
 * A comparison as a sheet of native formulas: inputs in blue, machines under them, the gears of the site where there are any.
 * @param taken names of the sheets that are there
 */
export function compareSheet(inputs: ComparisonInputs, taken: readonly string[]): Workbook {
  const name = freeName("Compare", taken);
  const block = comparisonInputs(inputs, FIRST_INPUT_ROW);
  const machinesRow = FIRST_INPUT_ROW + block.rows.length + 1;
  const machines = machineRows(inputs, block, machinesRow);
  const gears = inputs.gears ? gearRows(inputs.gears.gears, block, machinesRow + machines.rows.length + 1) : [];
  const rows: (Cell | null)[][] = [
    [{ content: inputs.title, look: "title" }],
    [{ content: inputs.remark, look: "remark" }],
    [{ content: "Blue cells are inputs: change them and everything follows. Formulas are Excel's own and need no add-in.", look: "remark" }],
    [],
    ...block.rows, [],
    ...machines.rows, [],
    ...gears,
  ];
  const width = WIDTHS.length;
  const range = (column: string): { sheet: string; address: string } => ({ sheet: name, address: `${column}${machines.first}:${column}${machines.last}` });
  const sheet: Sheet = {
    name,
    tabColor: "#2E9E6B",
    columnWidths: WIDTHS,
    rows: rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? null)),
    freeze: { rows: 0, columns: 1 },
    orientation: "landscape",
    fitToOnePage: true,
    charts: [{
      kind: "bar", name: "BreakevenPower", title: "Breakeven power price by machine", categories: range("A"),
      series: [{ name: "Breakeven power price", values: range("I"), color: "#1F3864" }],
      categoryTitle: "", valueTitle: "$/kWh", valueFormat: "0.00", topLeft: CHART.from, bottomRight: CHART.to,
    }],
    validations: block.validations,
    conditionalFormats: [{ address: `G${machines.first}:H${machines.last}`, formula: `=G${machines.first}<0`, fontColor: "#C00000" }],
  };
  return { sheets: [sheet], activeSheet: name };
}

function freeName(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map((each) => each.toLowerCase()));
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? "" : ` ${n}`;
    const numbered = name.slice(0, LONGEST_NAME - suffix.length) + suffix;
    if (!used.has(numbered.toLowerCase())) return numbered;
  }
}
