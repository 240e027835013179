import { scenarioSheets, type Cell, type Formula } from "../../src/model-sheets";
import { columnName } from "../../src/model-sheets/address";
import { defaultScenario } from "../../src/planning";

// The rules of FAST and of investors' compliance (FAST, ICAEW), held against the description itself.

const base = defaultScenario();
const sheetNames = { inputs: "Inputs", model: "Model", summary: "Summary" };
const workbook = scenarioSheets(base, { sheetNames });
const [inputs, model, summary] = workbook.sheets as [(typeof workbook.sheets)[number], (typeof workbook.sheets)[number], (typeof workbook.sheets)[number]];

/** Functions that Excel 2010 and LibreOffice 7.4 have, and that neither jump nor recalculate without need. */
const ALLOWED_FUNCTIONS = new Set([
  "ABS", "AND", "AVERAGE", "COLUMN", "COUNTIF", "EDATE", "IF", "INDEX", "INT", "LOWER", "MATCH", "MAX", "MIN", "NPV", "RANK", "ROWS", "SUM",
]);
const LONGEST_FORMULA = 110;

const isFormula = (cell: Cell | null): cell is Cell & { content: Formula } => typeof cell?.content === "object";
const formulaCells = workbook.sheets.flatMap(({ name, rows }) => rows.flatMap((row, r) => row.flatMap((cell, c) =>
  isFormula(cell) ? [{ at: `${name}!${columnName(c)}${r + 1}`, formula: cell.content.formula, look: cell.look }] : [])));
const withoutTextAndReferences = (formula: string): string =>
  formula.replace(/"[^"]*"/g, '""').replace(/(?:'[^']+'|[A-Za-z]+)!/g, "").replace(/\$?[A-Z]{1,3}\$?\d+/g, "@");

test("there are formulas to look at", () => {
  expect(formulaCells.length).toBeGreaterThan(50 * base.horizon.months);
});

test("no constants in formulas but 0 and 1", () => {
  const offenders = formulaCells.filter(({ formula }) => (withoutTextAndReferences(formula).match(/(?<![A-Za-z@])\d+(\.\d+)?(E[+-]?\d+)?/gi) ?? []).some((n) => n !== "0" && n !== "1"));
  expect(offenders).toEqual([]);
});

test("formulas are short and use plain functions only", () => {
  for (const { formula, at } of formulaCells) {
    expect({ at, short: formula.length <= LONGEST_FORMULA }).toEqual({ at, short: true });
    for (const [, name] of withoutTextAndReferences(formula).matchAll(/([A-Z][A-Z0-9.]*)\(/g)) expect(ALLOWED_FUNCTIONS).toContain(name);
  }
});

test("each line of the model has one formula in all its columns", () => {
  const relative = (formula: string, column: number): string => formula.replace(/(\$?)([A-Z]{1,3})(\$?\d+)/g, (_, fixed: string, name: string, row: string) =>
    fixed ? `$${name}${row}` : `C[${columnIndex(name) - column}]${row}`);
  let lines = 0;
  for (const row of model.rows) {
    const columns = row.map((cell, c) => ({ cell, c })).slice(3).filter(({ cell }) => isFormula(cell));
    if (columns.length === 0) continue;
    lines++;
    expect(columns).toHaveLength(base.horizon.months + 1);
    expect(new Set(columns.map(({ cell, c }) => relative((cell!.content as Formula).formula, c))).size).toBe(1);
  }
  expect(lines).toBeGreaterThan(50);
});

test("links to other sheets are nothing but links, and green; everything else stays on its sheet", () => {
  for (const { at, formula, look } of formulaCells) {
    const crosses = formula.includes("!");
    expect({ at, crosses, plain: /^='?[A-Za-z0-9 ]+'?!\$[A-Z]+\$\d+$/.test(formula) }).toEqual({ at, crosses: look === "link", plain: look === "link" });
  }
});

test("every number typed in is on the Inputs sheet, or marked as it was at the build, or a rank to look up", () => {
  for (const { name, rows } of [model, summary]) {
    const typed = rows.flatMap((row) => row.filter((cell) => typeof cell?.content === "number" && cell.look !== "atBuild").map((cell) => cell!.content));
    expect(typed).toEqual(name === "Summary" ? [1, 2] : []);
  }
});

test("every figure has a unit and every input a note", () => {
  for (const row of inputs.rows.filter((cells) => cells[1]?.look === "input" || cells[1]?.look === "constant")) {
    expect(row[2]!.content).not.toBe("");
    expect(row[5]!.content).not.toBe("");
  }
  for (const { rows } of [model, summary]) {
    const figures = rows.filter((cells) => isFormula(cells[1] ?? null) || isFormula(cells[3] ?? null));
    expect(figures.filter((row) => (row[2]?.content ?? "") === "")).toEqual([]);
  }
});

test("labels of a sheet's lines tell them apart", () => {
  for (const { rows } of [inputs, model]) {
    const labels = rows.filter((row) => row[0]?.look === "label").map((row) => row[0]!.content);
    expect(labels.filter((label, i) => labels.indexOf(label) !== i)).toEqual([]);
  }
});

test("a name that looks like a formula stays text", () => {
  const name = '=HYPERLINK("http://example.test")';
  const made = scenarioSheets({ ...base, candidate: { ...base.candidate, machine: { ...base.candidate.machine, name } } }, { sheetNames });
  const cells = made.sheets.flatMap((sheet) => sheet.rows.flat());
  expect(cells.filter((cell) => cell?.content === name)).toHaveLength(2);
  expect(cells.some((cell) => isFormula(cell) && cell.content.formula.includes("HYPERLINK"))).toBe(false);
});

test("the chart reads the three cumulative lines, month by month", () => {
  const [chart] = summary.charts;
  const label = (address: string): unknown => model.rows[Number(/\d+/.exec(address)![0]) - 1]![0]!.content;
  expect(chart!.series.map(({ values }) => label(values.address))).toEqual([
    "Cumulative present value, keep", "Cumulative present value, upgrade", "Cumulative present value, shut down",
  ]);
  expect(label(chart!.categories.address)).toBe("Month");
  for (const { values } of [...chart!.series, { values: chart!.categories }]) expect(values.address).toMatch(new RegExp(`^D(\\d+):${columnName(3 + base.horizon.months)}\\1$`));
});

function columnIndex(name: string): number {
  return [...name].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
