import type { Formula, Workbook } from "../../../src/model-sheets";
import { columnName } from "../../../src/model-sheets/address";
import { ALL_HOLD } from "../../../src/model-sheets/portfolio/checks";
import { NAMES, reader, reportWorkbook, rowNumber } from "./support/report";
import { sample } from "./support/samples";

// Every formula of the pages that people print has a check of its own, and that check turns the master check.

const report = reportWorkbook(sample("portfolio-leveraged"));
const sheetOf = (name: string): Workbook["sheets"][number] => report.workbook.sheets.find((each) => each.name === name)!;

/** The master check itself, and the words beside "Inputs changed" and the tolerance, are what is looked at and not what is checked. */
const UNCHECKED = ["Summary D3", "Summary H3", "Scenarios D4", "Scenarios D5"];

/** Spoils all formulas of a column, or the one in a row. */
function spoilt(name: string, column: number, only?: number): { readonly workbook: Workbook; readonly cells: readonly string[] } {
  const cells: string[] = [];
  const broken = (formula: string): Formula => ({ formula: `=IF(ISNUMBER(${formula}),${formula}*1.01+1000000,"x")` });
  const rows = sheetOf(name).rows.map((row, r) => row.map((cell, c) => {
    const address = `${name} ${columnName(c)}${r + 1}`;
    if (c !== column || typeof cell?.content !== "object" || UNCHECKED.includes(address) || (only !== undefined && only !== r + 1)) return cell;
    cells.push(address);
    return { ...cell, content: broken(cell.content.formula.slice(1)) };
  }));
  return { workbook: { ...report.workbook, sheets: report.workbook.sheets.map((each) => (each.name === name ? { ...each, rows } : each)) }, cells };
}

/** What a cell of Checks shows; a formula without a result shows an error in a spreadsheet. */
function checks(workbook: Workbook): (address: string) => unknown {
  const { cell } = reader(report, workbook);
  return (address) => {
    try {
      return cell(NAMES.checks, address);
    } catch {
      return "error";
    }
  };
}

test.each([[NAMES.summary, 8], [NAMES.scenarios, 5]])("every formula of %s has a check that notices when it is spoilt", (name, columns) => {
  const rows = sheetOf(NAMES.checks).rows;
  let seen = 0;
  for (let column = 0; column < columns; column++) {
    const { workbook, cells } = spoilt(name, column);
    const shown = checks(workbook);
    for (const cell of cells) {
      const row = rows.findIndex((each) => typeof each[1]?.content === "string" && each[1].content.startsWith(`${cell}: `)) + 1;
      expect([cell, row > 0 ? shown(`H${row}`) : "has no check"]).not.toEqual([cell, "OK"]);
      expect([cell, row]).not.toEqual([cell, 0]);
    }
    seen += cells.length;
  }
  expect(seen).toBeGreaterThan(40);
});

test.each<[string, number, number]>([[NAMES.summary, 0, 6], [NAMES.summary, 2, 9], [NAMES.summary, 6, 22], [NAMES.scenarios, 2, 9], [NAMES.scenarios, 3, 10]])("one spoilt formula of %s, column %s, row %s, turns the master check", (name, column, row) => {
  const { workbook, cells } = spoilt(name, column, row);
  expect(cells).toHaveLength(1);
  expect(checks(workbook)(`C${rowNumber(sheetOf(NAMES.checks), 0, "Master check")}`)).not.toBe(ALL_HOLD);
});
