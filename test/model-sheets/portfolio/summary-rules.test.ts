import type { Cell, Formula } from "../../../src/model-sheets";
import { columnName } from "../../../src/model-sheets/address";
import { NAMES, reportWorkbook } from "./support/report";
import { sample, SAMPLES } from "./support/samples";

// The rules of FAST and of investors' compliance, held against the sheets that report.

const START_COLUMN = 3;
const UNIT_COLUMN = 2;
/** Functions that Excel 2010 and LibreOffice 7.4 have, and that neither jump nor recalculate without need. */
const ALLOWED_FUNCTIONS = new Set([
  "ABS", "AND", "AVERAGE", "CHOOSE", "COUNT", "COUNTIF", "IF", "IFERROR", "INDEX", "IRR", "ISNUMBER", "MATCH", "MAX", "MIN", "NPV", "ROUND", "ROWS", "SIGN", "SQRT", "SUM", "SUMPRODUCT",
]);
const LONGEST_FORMULA = 120;

const isFormula = (cell: Cell | null | undefined): cell is Cell & { content: Formula } => typeof cell?.content === "object";
const withoutTextAndReferences = (formula: string): string => formula.replace(/"[^"]*"/g, '""').replace(/[A-Za-z]+!/g, "").replace(/\$?[A-Z]{1,3}\$?\d+/g, "@");

describe.each(SAMPLES)("%s", (name) => {
  const { workbook, portfolio } = reportWorkbook(sample(name));
  const sheets = workbook.sheets.filter((sheet) => Object.values(NAMES).includes(sheet.name));
  const timelines = sheets.filter((sheet) => [NAMES.company, NAMES.routes].includes(sheet.name));
  const tables = sheets.filter((sheet) => [NAMES.summary, NAMES.scenarios, NAMES.checks].includes(sheet.name));
  const formulas = sheets.flatMap(({ name: sheet, rows }) => rows.flatMap((row, r) => row.flatMap((cell, c) => (isFormula(cell) ? [{ at: `${sheet}!${columnName(c)}${r + 1}`, formula: cell.content.formula, look: cell.look }] : []))));

  test("no constants in formulas but 0 and 1; short formulas of plain functions", () => {
    expect(formulas.length).toBeGreaterThan(100 * portfolio.horizonMonths);
    expect(formulas.filter(({ formula }) => (withoutTextAndReferences(formula).match(/(?<![A-Za-z@])\d+(\.\d+)?(E[+-]?\d+)?/gi) ?? []).some((n) => n !== "0" && n !== "1"))).toEqual([]);
    expect(formulas.filter(({ formula }) => formula.length > LONGEST_FORMULA)).toEqual([]);
    const used = new Set(formulas.flatMap(({ formula }) => [...withoutTextAndReferences(formula).matchAll(/([A-Z][A-Z0-9.]*)\(/g)].map(([, each]) => each!)));
    expect([...used].filter((each) => !ALLOWED_FUNCTIONS.has(each))).toEqual([]);
  });

  test("links to other sheets are nothing but links, and green", () => {
    expect(formulas.filter(({ formula, look }) => {
      const crosses = formula.replace(/"[^"]*"/g, "").includes("!");
      return crosses !== (look === "link" || look === "linkText") || (crosses && !/^=[A-Za-z]+!\$?[A-Z]+\$?\d+$/.test(formula));
    })).toEqual([]);
  });

  test("each line of a timeline has one formula in all its columns", () => {
    const relative = (formula: string, column: number): string => formula.replace(/(\$?)\b([A-Z]{1,3})(\$?\d+)/g, (_, fixed: string, letters: string, row: string) => (fixed ? `$${letters}${row}` : `C[${columnIndex(letters) - column}]${row}`));
    for (const { rows } of timelines) {
      const lines = rows.filter((row) => row.slice(START_COLUMN).some(isFormula));
      expect(lines.length).toBeGreaterThan(20);
      for (const row of lines) {
        const distinct = new Set(row.slice(START_COLUMN).map((cell, i) => relative((cell!.content as Formula).formula, START_COLUMN + i)));
        expect({ label: row[0]!.content, formulas: distinct.size }).toEqual({ label: row[0]!.content, formulas: 1 });
      }
    }
  });

  test("every number that is typed in says that it is as of build; nothing is typed into the timelines", () => {
    for (const { rows } of timelines) expect(rows.flat().filter((cell) => typeof cell?.content === "number")).toEqual([]);
    for (const { rows } of tables) expect(rows.flat().filter((cell) => typeof cell?.content === "number" && cell.look !== "computed")).toEqual([]);
    for (const { rows } of tables) expect(rows.flat().some((cell) => typeof cell?.content === "string" && /as of build/i.test(cell.content))).toBe(true);
  });

  test("every figure of a timeline has a unit, and labels tell lines apart", () => {
    for (const { rows } of timelines) {
      expect(rows.filter((row) => row.slice(1).some(isFormula) && (row[UNIT_COLUMN]?.content ?? "") === "").map((row) => row[0]?.content)).toEqual([]);
      const labels = rows.filter((row) => row[0]?.look === "label").map((row) => row[0]!.content);
      expect(labels.filter((label, i) => labels.indexOf(label) !== i)).toEqual([]);
    }
  });

  test("every row is as wide as its sheet, and every column has a width", () => {
    for (const { name: sheet, rows, columnWidths } of sheets) expect({ sheet, widths: new Set(rows.map((row) => row.length)) }).toEqual({ sheet, widths: new Set([columnWidths.length]) });
  });
});

function columnIndex(name: string): number {
  return [...name].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
