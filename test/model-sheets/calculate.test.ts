import { calculateWorkbook, columnName, type ValueOf, type Workbook } from "../../src/model-sheets";
import { calculate } from "./support/libreoffice";

/** A workbook of one sheet, "S": what begins with "=" is a formula. */
function small(rows: readonly (readonly (string | number | boolean | null)[])[]): Workbook {
  const cell = (content: string | number | boolean): Workbook["sheets"][number]["rows"][number][number] =>
    ({ content: typeof content === "string" && content.startsWith("=") ? { formula: content } : content, look: "label" });
  return {
    sheets: [{
      name: "S", rows: rows.map((row) => row.map((content) => (content === null ? null : cell(content)))),
      tabColor: "#000000", columnWidths: [], freeze: { rows: 0, columns: 0 }, orientation: "portrait", charts: [],
    }],
    activeSheet: "S",
  };
}

function formulaCells({ sheets }: Workbook): { sheet: string; row: number; column: number; address: string }[] {
  return sheets.flatMap(({ name, rows }) => rows.flatMap((row, r) => row.flatMap((cell, c) =>
    typeof cell?.content === "object" ? [{ sheet: name, row: r, column: c, address: `${columnName(c)}${r + 1}` }] : [])));
}

test("every function and operator, with LibreOffice", () => {
  const cells = [
    [1, 2, 3, "x", null, true],
    ["b", "A", "b", -4, 0, 2.5],
    ["=ABS(D2)", "=AND(A1=1,B1<3)", "=AVERAGE(A1:E1)", "=COUNTIF(A2:C2,\"B\")", "=EDATE(46053,1)", "=INDEX(A2:C2,2)"],
    ["=INT(-2.5)", "=LOWER(A2&B2)", "=MATCH(\"a\",A2:C2,0)", "=MAX(A1:E1,7)", "=MIN(A1:E2,F2)", "=NPV(0.1,A1:C1,4)"],
    ["=RANK(2,A1:C1)", "=ROWS(A1:E2)", "=SUM(A1:E2,F1)", "=IF(D1=\"x\",COLUMN(),0)", "=COLUMN($C$3)", "=-2^2"],
    ["=2^-1", "=\"x\"&50%", "=7-2-1", "=8/2/2", "=\"a\"&1", "=E1"],
    ["=1<>1", "=2>=2", "=2<=1", "=3>2", "=E1=0", "=E1=\"\""],
    ["=S!A1+'S'!$B$1", "=IF(FALSE,1/0,5)", "=MATCH(3,A1:C1,0)", "=COUNTIF(A1:C1,2)", "=+A1", "=1.5E+2"],
  ];
  const workbook = small(cells);
  const valueOf = calculateWorkbook(workbook);
  const [book] = calculate([workbook]);
  for (const { row, column, address } of formulaCells(workbook)) {
    const ours = valueOf("S", address);
    const theirs = book!.get("S")![row]![column]!;
    const shown = typeof ours === "boolean" ? String(ours).toUpperCase() : ours;
    expect({ address, value: typeof shown === "number" ? Number(shown.toPrecision(12)) : shown }).toEqual({ address, value: typeof shown === "number" ? Number(Number(theirs).toPrecision(12)) : theirs });
  }
}, 60_000);

test.each([
  ["=XLOOKUP(1,A1:A1,A1:A1)", "the function XLOOKUP is not known here"],
  ["=B1", "B1 holds =A1, which cannot be calculated: a formula depends on its own result"],
  ["=1/0", "it divides by zero"],
  ["=Other!A1", 'there is no sheet "Other"'],
  ["=C1+1", '"text" stands where a number belongs'],
  ["=B1:C1", "a formula depends on its own result"],
  ["=C1:D1", "a range stands where one cell belongs"],
  ["=COUNTIF(C1:D1,\">1\")", 'the criterion ">1" is not known here'],
  ["=MATCH(9,C1:D1,0)", "MATCH finds no 9"],
  ["=MATCH(9,C1:D1)", "an argument is missing"],
  ["=INDEX(C1:D1,3)", "INDEX finds no 3"],
  ["=A:A", "A:A is no range with corners"],
  ["=somewhere", '"somewhere" names no cells'],
  ["=10^400", "the result is no number"],
  ["={1,2}", "a ArrayExpression is not known here"],
  ["=\"a\"=", "which cannot be calculated"],
])("%s has no result, and the cell is named", (formula, why) => {
  const valueOf: ValueOf = calculateWorkbook(small([[formula, "=A1", "text", 5]]));
  const attempt = (): unknown => valueOf("S", "A1");
  expect(attempt).toThrow(why);
  expect(attempt).toThrow(/^S!A1 holds|^S!B1 holds/);
});

// LibreOffice's own documents differ here: TRUE is a number that looks different, and texts differ by case.
test("as in Excel, of a range's cells only numbers count, and case does not", () => {
  const valueOf = calculateWorkbook(small([[1, true, "a", "=SUM(A1:C1)", "=C1=\"A\"", "=C1&TRUE"]]));
  expect(["D1", "E1", "F1"].map((address) => valueOf("S", address))).toEqual([1, true, "aTRUE"]);
});

test("cells without formula are read as they are, blank ones and those outside as blank", () => {
  const valueOf = calculateWorkbook(small([[1, "x", true, "", null]]));
  expect(["A1", "B1", "C1", "D1", "E1", "Z9"].map((address) => valueOf("s", address))).toEqual([1, "x", true, null, null, null]);
});
