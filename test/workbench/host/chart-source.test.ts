// How charts.add splits a range into series.
import type { SheetArea } from "../../../src/workbench/host";
import { areaAddress } from "../../../src/workbench/host/address";
import { ObjectEvents } from "../../../src/workbench/host/events";
import { seriesOf } from "../../../src/workbench/host/model/chart-source";
import { openWorkbook } from "../../../src/workbench/host/model/workbook";
import { MemoryStore } from "./support/memory-store";

function split(values: readonly (readonly (string | number | null)[])[], by: "Auto" | "Columns" | "Rows") {
  const store = new MemoryStore();
  const sheetId = store.activeSheetId();
  const area = { row: 0, column: 0, rows: values.length, columns: values[0]?.length ?? 0 };
  store.write(sheetId, area, values.map((row) => row.map((value) => ({ value }))));
  const book = openWorkbook(store, "Book.xlsx", new ObjectEvents(() => undefined));
  const shown = (where: SheetArea | string | null) => (where === null || typeof where === "string" ? where : areaAddress(where));
  return seriesOf({ book, sheetId, area }, "Line", by).map(({ name, values: data, categories }) => [shown(name), shown(data), shown(categories)]);
}

test("text heads name the series, a text column gives the categories", () => {
  const table = [["Month", "Keep", "Upgrade"], ["Jan", 1, 2], ["Feb", 3, 4]];
  expect(split(table, "Columns")).toEqual([["B1", "B2:B3", "A2:A3"], ["C1", "C2:C3", "A2:A3"]]);
  expect(split(table, "Rows")).toEqual([["A2", "B2:C2", "B1:C1"], ["A3", "B3:C3", "B1:C1"]]);
});

test("numbers under a blank corner are categories, and under a text they are a series", () => {
  expect(split([[null, "Cash"], [2026, 1], [2027, 2], [2028, 3]], "Auto")).toEqual([["B1", "B2:B4", "A2:A4"]]);
  expect(split([["Year", "Cash"], [2026, 1], [2027, 2]], "Auto")).toEqual([["A1", "A2:A3", null], ["B1", "B2:B3", null]]);
});

test("bare numbers, one column and one row", () => {
  expect(split([[1, 2], [3, 4], [5, 6]], "Auto")).toEqual([["Series1", "A1:A3", null], ["Series2", "B1:B3", null]]);
  expect(split([["Cash"], [1], [2]], "Auto")).toEqual([["A1", "A2:A3", null]]);
  expect(split([[1, 2, 3]], "Auto")).toEqual([["Series1", "A1:C1", null]]);
  expect(split([["Cash", 1, 2]], "Rows")).toEqual([["A1", "B1:C1", null]]);
});
