import { translateFormulaToR1C1 } from "@borgar/fx";
import fc from "fast-check";
import { relativeFormula } from "../../src/excel/relative-formula";
import { columnName, sheetReference } from "../../src/model-sheets";

test.each([
  ["=D4*$B$5", "=R[-1]C*R5C2"],
  ["=SUM(D4:$F6)", "=SUM(R[-1]C:R[1]C6)"],
  ["='It''s A1'!D$5&\"A1 \"\"B2\"", "='It''s A1'!R5C&\"A1 \"\"B2\""],
  ["=Q1!A1+LOG10(D5)", "=Q1!R[-4]C[-3]+LOG10(RC)"],
  ["=MINE.X1+Sheet_A1+Fleets[Units A1]+1E5", "=MINE.X1+Sheet_A1+Fleets[Units A1]+1E5"],
  ["=ROW(XFD1048576)", "=ROW(R[1048571]C[16380])"],
])("%s in D5", (formula, relative) => {
  expect(relativeFormula(formula, 4, 3)).toBe(relative);
});

test.each(["=SUM(A:B)", "=SUM($1:3)", "=LET(r,1,r)", "=R1C1+1", "=RC"])("%s is not translated", (formula) => {
  expect(relativeFormula(formula, 4, 3)).toBeUndefined();
});

test("as @borgar/fx translates it", () => {
  const reference = fc.tuple(fc.constantFrom("", "Model", "My plan", "It's"), fc.boolean(), fc.nat(16_383), fc.boolean(), fc.nat(1_048_575))
    .map(([sheet, fixedColumn, column, fixedRow, row]) => `${sheet && `${sheetReference(sheet)}!`}${fixedColumn ? "$" : ""}${columnName(column)}${fixedRow ? "$" : ""}${row + 1}`);
  const formula = fc.array(fc.oneof(reference, fc.constantFrom("2.5", '"B7"', "LOG10(3)", "SUM(B2:$C9)")), { minLength: 1, maxLength: 4 }).map((parts) => `=${parts.join("+")}`);
  fc.assert(fc.property(formula, fc.nat(500), fc.nat(500), (text, row, column) => {
    expect(relativeFormula(text, row, column)).toBe(translateFormulaToR1C1(text, `${columnName(column)}${row + 1}`));
  }));
});
