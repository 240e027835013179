import { calculateWorkbook, type Cell, type Formula } from "../../../src/model-sheets";
import { layOutBook } from "../../../src/model-sheets/portfolio/book";
import type { BookLine, BookSheet } from "../../../src/model-sheets/portfolio/book-line";
import { sheetHead } from "../../../src/model-sheets/portfolio/links";

const series = (key: string, formula: string, more: object = {}): BookLine => ({ kind: "series", key, label: key, unit: "$", formula, format: "0", ...more });
const value = (key: string, formula: string, more: object = {}): BookLine => ({ kind: "value", key, label: key, unit: "$", formula, look: "calculation", ...more });
const sheet = (name: string, lines: readonly BookLine[]): BookSheet => ({ name, tabColor: "#000000", frozenLines: 0, lines });

const first = sheet("First", [
  ...sheetHead("First", "", [series("month", "=COLUMN()-COLUMN($D$3)"), series("start", "=[month]")]),
  series("a", "=[month]*(1+0)", { total: "sum" }),
  series("b", "=[a]+1"),
  value("ratio", "=[a>]/[a|]"),
]);
const cell = { key: "Sites.1.uptime", label: "Uptime", unit: "share", sheet: "Inputs", address: "$B$1" };
const inputs = { name: "Inputs", rows: [[null, { content: 0.5, look: "input" } as Cell]], tabColor: "#000000", columnWidths: [], freeze: { rows: 0, columns: 0 }, orientation: "portrait", charts: [] } as const;

function formulas(rows: readonly (readonly (Cell | null)[])[], label: string): (string | undefined)[] {
  return rows.find((row) => row[0]?.content === label)!.map((each) => (each?.content as Formula | undefined)?.formula);
}

test("formulas name lines of other sheets through links, each once, in the order in which they stand", () => {
  const book = layOutBook([first, sheet("Second", [
    { kind: "links", heading: "From elsewhere" },
    series("sum", "=SUM([a:b])*[$Sites.1.uptime]+[$a]", { total: "sum" }),
    series("before", "=IF([month]>0,[sum-1],[$ratio])"),
  ])], 2, [cell]);
  const [, second] = book.sheets;
  expect(second!.rows.map((row) => row[0]?.content)).toEqual(["From elsewhere", "Uptime", "month", "a", "b", "ratio", "sum", "before"]);
  expect(formulas(second!.rows, "a").slice(3)).toEqual(["=First!D6", "=First!E6", "=First!F6"]);
  expect(formulas(second!.rows, "a")[1]).toBe("=First!$B$6");
  expect(formulas(second!.rows, "Uptime")[1]).toBe("=Inputs!$B$1");
  expect(formulas(second!.rows, "sum").slice(3)).toEqual(["=SUM(D4:D5)*$B$2+$B$4", "=SUM(E4:E5)*$B$2+$B$4", "=SUM(F4:F5)*$B$2+$B$4"]);
  expect(formulas(second!.rows, "before").slice(3)).toEqual(["=IF(D3>0,C7,$B$6)", "=IF(E3>0,D7,$B$6)", "=IF(F3>0,E7,$B$6)"]);
  expect(second!.rows.flat().filter((each) => (each?.content as Formula | undefined)?.formula?.includes("!")).every((each) => each!.look === "link")).toBe(true);
  expect([book.reference("a"), book.startReference("sum"), book.timeline("b"), book.months("b"), book.sheetOf("sum")]).toEqual([
    "First!$B$6", "Second!$D$7", { sheet: "First", address: "D7:F7" }, { sheet: "First", address: "E7:F7" }, "Second",
  ]);
  const valueOf = calculateWorkbook({ sheets: [inputs, ...book.sheets], activeSheet: "First" });
  expect(["D", "E", "F"].map((column) => valueOf("Second", `${column}8`))).toEqual([2, 3.5, 4.5]);
});

test("links of one kind can stand in a place of their own", () => {
  const book = layOutBook([first, sheet("Second", [
    { kind: "links", heading: "All others" }, { kind: "gap" }, { kind: "links", heading: "Of the site", prefixes: ["Sites.1."] },
    value("x", "=[$Sites.1.uptime]+[$ratio]"),
  ])], 1, [cell]);
  expect(book.sheets[1]!.rows.map((row) => row[0]?.content)).toEqual(["All others", "ratio", undefined, "Of the site", "Uptime", "x"]);
});

test.each<[string, readonly BookLine[], string]>([
  ["a key that is not there", [value("x", "=[$nothing]")], 'There is no line "nothing"'],
  ["another sheet's line without a link", [value("x", "=[$ratio]*1")], 'names "ratio" of another sheet, and is no link'],
  ["a link that calculates", [value("x", "=[$ratio]*1", { look: "link" })], "is no link"],
  ["a cell by its address", [value("x", "=First!$B$6")], "names a cell instead of a key"],
  ["a key given twice", [value("ratio", "=1")], 'Two lines have the key "ratio"'],
])("%s is refused", (_, lines, why) => {
  expect(() => layOutBook([first, sheet("Second", lines)], 1)).toThrow(why);
});
