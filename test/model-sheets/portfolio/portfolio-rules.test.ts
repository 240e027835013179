import type { Cell, Formula } from "../../../src/model-sheets";
import { columnName } from "../../../src/model-sheets/address";
import { isFixed } from "../../../src/model-sheets/portfolio/fixed-inputs";
import { columnAt, placeTables } from "../../../src/model-sheets/portfolio/input-tables";
import { FIRST_TABLE_ROW } from "../../../src/model-sheets/portfolio/inputs-sheet";
import { portfolioTables } from "../../../src/planning/portfolio/tables";
import { built, sample, SAMPLES } from "./support/samples";

// The rules of FAST and of investors' compliance (FAST, ICAEW), held against the calculating sheets of a portfolio.

const START_COLUMN = 3;
const TIMELINES = ["Market", "Power", "Model"];
/** Functions that Excel 2010 and LibreOffice 7.4 have, and that neither jump nor recalculate without need. */
const ALLOWED_FUNCTIONS = new Set([
  "AND", "AVERAGE", "CHOOSE", "COLUMN", "EDATE", "IF", "INDEX", "INT", "IRR", "LOOKUP", "MATCH", "MAX", "MIN", "MOD", "MONTH", "OR", "ROUND", "ROWS", "SIGN", "SUM", "SUMPRODUCT",
]);
const LONGEST_FORMULA = 120;

const isFormula = (cell: Cell | null | undefined): cell is Cell & { content: Formula } => typeof cell?.content === "object";
const withoutTextAndReferences = (formula: string): string => formula.replace(/"[^"]*"/g, '""').replace(/(?:'[^']+'|[A-Za-z]+)!/g, "").replace(/\$?[A-Z]{1,3}\$?\d+/g, "@");

describe.each(SAMPLES)("%s", (name) => {
  const portfolio = sample(name);
  const { sheets } = built(portfolio);
  const timelines = sheets.filter((sheet) => TIMELINES.includes(sheet.name));
  const formulas = sheets.flatMap(({ name: sheet, rows }) => rows.flatMap((row, r) => row.flatMap((cell, c) => (isFormula(cell) ? [{ sheet, at: `${sheet}!${columnName(c)}${r + 1}`, formula: cell.content.formula, look: cell.look }] : []))));

  test("there are formulas to look at", () => {
    expect(formulas.length).toBeGreaterThan(200 * portfolio.horizonMonths);
  });

  test("no constants in formulas but 0 and 1", () => {
    expect(formulas.filter(({ formula }) => (withoutTextAndReferences(formula).match(/(?<![A-Za-z@])\d+(\.\d+)?(E[+-]?\d+)?/gi) ?? []).some((n) => n !== "0" && n !== "1"))).toEqual([]);
  });

  test("formulas are short and use plain functions only", () => {
    expect(formulas.filter(({ formula }) => formula.length > LONGEST_FORMULA)).toEqual([]);
    const used = new Set(formulas.flatMap(({ formula }) => [...withoutTextAndReferences(formula).matchAll(/([A-Z][A-Z0-9.]*)\(/g)].map(([, each]) => each!)));
    expect([...used].filter((each) => !ALLOWED_FUNCTIONS.has(each))).toEqual([]);
  });

  test("each line of a timeline has one formula in all its columns, or links, or what was computed at the build", () => {
    const relative = (formula: string, column: number): string => formula.replace(/(\$?)\b([A-Z]{1,3})(\$?\d+)/g, (_, fixed: string, letters: string, row: string) => (fixed ? `$${letters}${row}` : `C[${columnIndex(letters) - column}]${row}`));
    for (const { name: sheet, rows } of timelines) {
      let lines = 0;
      rows.forEach((row, r) => {
        const cells = row.slice(START_COLUMN);
        if (!cells.some((cell) => cell !== null && (isFormula(cell) || cell.look === "computed"))) return;
        lines++;
        expect({ sheet, row: r + 1, cells: cells.filter((cell) => cell !== null).length }).toEqual({ sheet, row: r + 1, cells: portfolio.horizonMonths + 1 });
        if (cells.every((cell) => !isFormula(cell))) return;
        const distinct = new Set(cells.map((cell, i) => relative((cell!.content as Formula).formula, START_COLUMN + i)));
        expect({ sheet, row: r + 1, one: distinct.size === 1 || cells.every((cell) => cell!.look === "link") }).toEqual({ sheet, row: r + 1, one: true });
      });
      expect(lines).toBeGreaterThan(20);
    }
  });

  test("links to other sheets are nothing but links, and green; only the comparison with the build reads another sheet besides", () => {
    const wrong = formulas.filter(({ sheet, formula, look }) => {
      const crosses = formula.replace(/"[^"]*"/g, "").includes("!");
      if (sheet === "AtBuild" && look === "calculation") return !/^=SUMPRODUCT\(--\(Inputs!(\$A\$\d+:\$[A-Z]+\$\d+)<>\1\)\)$/.test(formula);
      return crosses !== (look === "link") || (crosses && !/^='?[A-Za-z0-9 ]+'?!\$?[A-Z]+\$?\d+$/.test(formula));
    });
    expect(wrong).toEqual([]);
  });

  test("every number on the timelines is a formula's, or says that it was computed at the build", () => {
    for (const { rows } of timelines) expect(rows.flat().filter((cell) => typeof cell?.content === "number" && cell.look !== "computed")).toEqual([]);
  });

  test("every figure has a unit, and labels tell lines apart", () => {
    for (const { rows } of timelines) {
      const figures = rows.filter((row) => row.slice(1).some((cell) => isFormula(cell) || cell?.look === "computed"));
      expect(figures.filter((row) => (row[2]?.content ?? "") === "").map((row) => row[0]?.content)).toEqual([]);
      const labels = rows.filter((row) => row[0]?.look === "label").map((row) => row[0]!.content);
      expect(labels.filter((label, i) => labels.indexOf(label) !== i)).toEqual([]);
    }
  });

  test("inputs are blue where formulas follow them and grey where they do not, and refuse what the document refuses", () => {
    const inputs = sheets.find((sheet) => sheet.name === "Inputs")!;
    const followed = new Set(formulas.flatMap(({ formula }) => [...formula.matchAll(/Inputs!\$([A-Z]+)\$(\d+)/g)].map(([, column, row]) => `${column!}${row!}`)));
    const own = new Set(inputs.rows.flat().filter(isFormula).flatMap(({ content }) => [...content.formula.matchAll(/\$?([A-Z]+)\$?(\d+)/g)].map(([, column, row]) => `${column!}${row!}`)));
    const { placed } = placeTables(portfolioTables(portfolio).filter((table) => table.name !== "HourlyPrices"), FIRST_TABLE_ROW);
    // Words and the day of figures, what belongs to the company's sheets, and moves where there is no other site.
    const besides = /note|name|source|asOf$|calibration|^csvFile$|^finance\.(treasury|overhead)|relocation/;
    const unfollowed: string[] = [];
    for (const { table, firstRow } of placed) {
      table.rows.forEach((row, r) => row.forEach((_, c) => {
        const { key } = columnAt(table, r, c);
        const cell = inputs.rows[firstRow + r - 1]![c]!;
        if (cell.look !== "input" && cell.look !== "inputText") return;
        expect(isFixed(table, r, key)).toBe(false);
        const address = `${columnName(c)}${firstRow + r}`;
        if (!followed.has(address) && !own.has(address) && !besides.test(key) && !["Debts", "Hedges"].includes(table.name)) unfollowed.push(`${table.name} ${r + 1} ${key}`);
      }));
    }
    // Of a site with one contract, and of a path that is a table, some inputs have nothing to decide.
    expect(unfollowed.filter((each) => !/^ScenarioTables|^PowerRamp|^Candidates \d+ (?!.*units)/.test(each))).toEqual([]);
    for (const { address, errorMessage } of inputs.validations!) {
      expect(address).toMatch(/^[A-Z]+\d+(:[A-Z]+\d+)?$/);
      expect(errorMessage).toMatch(/^[A-Z].* must be .*\.$/);
      expect(errorMessage.length).toBeLessThanOrEqual(225);
    }
    expect(inputs.tables!.map((table) => table.name)).toEqual(placed.map(({ table }) => table.name));
  });
});

function columnIndex(name: string): number {
  return [...name].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
