import { calculateWorkbook, columnName, type Cell, type Workbook } from "../../../src/model-sheets";
import { calculate } from "../support/libreoffice";

type Content = string | number | boolean | null;

/** A workbook of one sheet, "S": what begins with "=" is a formula. */
function small(rows: readonly (readonly Content[])[]): Workbook {
  const cell = (content: string | number | boolean): Cell => ({ content: typeof content === "string" && content.startsWith("=") ? { formula: content } : content, look: "label" });
  return {
    sheets: [{ name: "S", rows: rows.map((row) => row.map((content) => (content === null ? null : cell(content)))), tabColor: "#000000", columnWidths: [], freeze: { rows: 0, columns: 0 }, orientation: "portrait", charts: [] }],
    activeSheet: "S",
  };
}

test("functions and arrays of the portfolio's workbook, with LibreOffice", () => {
  const cells: Content[][] = [
    [1, 2, 3, "x", null, -7.5],
    [10, 20, 30, 40, 2.5, 0],
    [-100, 30, 40, 50, 60, 70],
    ["=CHOOSE(2,A1,B2,1/0)", "=COUNT(A1:F1,5)", "=IFERROR(1/0,A2)", "=ISBLANK(E1)", "=ISNUMBER(D1)", "=LOOKUP(25,A2:D2,A1:D1)"],
    ["=MOD(-7,3)", "=MONTH(46255)", "=OR(A1=2,B1=2)", "=ROUND(-2.5,0)", "=ROUND(1.005,2)", "=SIGN(F1)"],
    ["=SQRT(B2-A1*4)", "=SUMPRODUCT(A1:C1,A2:C2)", "=SUMPRODUCT(--(A2:D2>15),A2:D2)", "=SUMPRODUCT((A1:C1<=2)*(A2:C2-A1)*3)", "=SUMPRODUCT(--(A1:D1<>A2:D2))", "=SUMPRODUCT(A1:E1,A2:E2)"],
    ["=CHOOSE(A1,B1)", "=OR(FALSE,A1)", "=INDEX(A1:A3,B1)", "=MATCH(MAX(A1:A3),A1:A3,0)", "=ROWS($A$1:$A$3)", "=IF(A1=1,\"a\",1/0)"],
    ["=ISERROR(1/0)", "=ISERROR(A1)", "=-A1^2", "=A1&\"!A1\"", "='S'!B1+S!$C$1", "=LOOKUP(20,A2:D2)"],
  ];
  const workbook = small(cells);
  const valueOf = calculateWorkbook(workbook);
  const theirs = calculate([workbook])[0]!.get("S")!;
  cells.forEach((row, r) => row.forEach((content, c) => {
    if (typeof content !== "string" || !content.startsWith("=")) return;
    const ours = valueOf("S", `${columnName(c)}${r + 1}`);
    const [shown, other] = typeof ours === "number" ? [ours.toPrecision(9), Number(theirs[r]![c]).toPrecision(9)] : [String(ours).toUpperCase(), theirs[r]![c]!.toUpperCase()];
    expect({ content, value: shown }).toEqual({ content, value: other });
  }));
}, 60_000);

// LibreOffice shows it as a percentage, without its digits; the test of the whole workbook compares those.
test("at the internal rate of return flows are worth nothing", () => {
  const valueOf = calculateWorkbook(small([[-100, 30, 40, 50], ["=IRR(A1:D1)", "=A1+NPV(A2,B1:D1)", "=IRR(A1:D1,0.3)-A2"], [100, -20, -30, "=IRR(A3:C3)"], [-100, 1, 1, "=IRR(A4:C4,-0.5)"]]));
  expect(valueOf("S", "A2")).toBeCloseTo(0.0889634, 6);
  expect(valueOf("S", "B2")).toBeCloseTo(0, 9);
  expect(valueOf("S", "C2")).toBe(0);
  expect([valueOf("S", "D3"), valueOf("S", "D4")]).toEqual([expect.closeTo(-0.3432, 3), expect.closeTo(-0.8949, 3)]);
});

test("a formula copied along a row or down a column is the same one, and texts in it stay", () => {
  const valueOf = calculateWorkbook(small([[1, 2, 3], ["=A1*$A1&\"A1\"", "=B1*$A1&\"A1\"", "=C1*$A1&\"B1\""], ["=SUM($A1:A1)", "=SUM($A1:B1)", "=SUM($A1:C1)"]]));
  expect(["A2", "B2", "C2", "A3", "B3", "C3"].map((address) => valueOf("S", address))).toEqual(["1A1", "2A1", "3B1", 1, 3, 6]);
});

test("long chains do not fill the stack", () => {
  const length = 30_000;
  const valueOf = calculateWorkbook(small([[1], ...Array.from({ length }, (_, i) => [`=IF(A${i + 1}>0,A${i + 1}+1,0)`])]));
  expect(valueOf("S", `A${length + 1}`)).toBe(length + 1);
});

test("a circle is one only where it is read", () => {
  const valueOf = calculateWorkbook(small([["=IF(C1=1,B1,5)", "=IF(C1=1,7,A1)", 0], ["=A3", "", ""], ["=A2+1", "", ""]]));
  expect([valueOf("S", "A1"), valueOf("S", "B1")]).toEqual([5, 5]);
  expect(() => valueOf("S", "A2")).toThrow("a formula depends on its own result");
});

test.each([
  ["=A1:A2+1", "a range stands where one cell belongs"],
  ["=SUMPRODUCT(A1:A2,A1:A1)", "SUMPRODUCT needs ranges of one size"],
  ["=SUMPRODUCT(A1:A2*A1:A3)", "ranges of different sizes go together"],
  ["=LOOKUP(0,A1:A2)", "LOOKUP finds no 0"],
  ["=IRR(A1:A2)", "IRR finds no rate"],
  ["=CHOOSE(3,1,2)", "an argument is missing"],
])("%s has no result", (formula, why) => {
  expect(() => calculateWorkbook(small([[1, formula], [2]]))("S", "B1")).toThrow(why);
});
