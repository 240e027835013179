import { areaAddress, boundingArea, columnName, insideSheet, intersection, parseAddress, quotedSheetName } from "../../../src/workbench/host/address";
import { HostError } from "../../../src/workbench/host/errors";

test.each([
  ["B2", null, { row: 1, column: 1, rows: 1, columns: 1 }, "B2"],
  ["$A$1:$c$3", null, { row: 0, column: 0, rows: 3, columns: 3 }, "A1:C3"],
  ["C3:A1", null, { row: 0, column: 0, rows: 3, columns: 3 }, "A1:C3"],
  ["XFD1048576", null, { row: 1048575, column: 16383, rows: 1, columns: 1 }, "XFD1048576"],
  ["B:D", null, { row: 0, column: 1, rows: 1048576, columns: 3 }, "B:D"],
  ["2:3", null, { row: 1, column: 0, rows: 2, columns: 16384 }, "2:3"],
  ["Plan!A1", "Plan", { row: 0, column: 0, rows: 1, columns: 1 }, "A1"],
  ["'Bob''s plan'!A1:A2", "Bob's plan", { row: 0, column: 0, rows: 2, columns: 1 }, "A1:A2"],
])("%s", (text, sheet, area, written) => {
  expect(parseAddress(text)).toEqual({ ...area, sheet });
  expect(areaAddress(area)).toBe(written);
});

test.each(["", "A0", "A1:", "A1:B2:C3", "power_price", "XFE1", "A1048577", "1", "A1:B", "A1,B2"])("%p is no address", (text) => {
  expect(parseAddress(text)).toBeNull();
});

test("column names, absolute addresses, quoted sheet names", () => {
  expect([0, 25, 26, 701, 702, 16383].map(columnName)).toEqual(["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
  expect(areaAddress({ row: 0, column: 0, rows: 2, columns: 1 }, true)).toBe("$A$1:$A$2");
  expect(["Plan", "My plan", "Bob's", "A1", "2026", "R1C1"].map(quotedSheetName)).toEqual(["Plan", "'My plan'", "'Bob''s'", "'A1'", "'2026'", "'R1C1'"]);
});

test("areas that overlap, that do not, and that leave the sheet", () => {
  const area = (row: number, column: number, rows: number, columns: number) => ({ row, column, rows, columns });
  expect(intersection(area(0, 0, 3, 3), area(2, 2, 5, 5))).toEqual(area(2, 2, 1, 1));
  expect(intersection(area(0, 0, 2, 2), area(2, 0, 1, 1))).toBeNull();
  expect(boundingArea(area(0, 0, 1, 1), area(4, 2, 1, 1))).toEqual(area(0, 0, 5, 3));
  expect(() => insideSheet(area(-1, 0, 1, 1))).toThrow(HostError);
  expect(() => insideSheet(area(0, 0, 0, 1))).toThrow(HostError);
});
