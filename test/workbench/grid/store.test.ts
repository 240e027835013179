import type { StoreEvent } from "../../../src/workbench/host/store";
import { area, newSheet } from "./support";

test("constants keep their type and stay exact", async () => {
  const { store, write, values, read } = newSheet();
  write(0, 0, [[1.2345678901234567, "text", true, null, "12", "TRUE", { error: "#N/A" }]]);
  await store.settle();
  expect(values(0, 0, 1, 7)).toEqual([[1.2345678901234567, "text", true, null, "12", "TRUE", { error: "#N/A" }]]);
  write(1, 0, [["=TYPE(E1)", "=TYPE(F1)", "=ISNA(G1)", "=ISBLANK(D1)"]]);
  await store.settle();
  expect(values(1, 0, 1, 4)).toEqual([[2, 2, true, true]]);
  expect(read(0, 4).formula).toBeNull();
});

test("formulas keep their text, calculate exactly, follow changes, and give way to constants", async () => {
  const { store, write, values, read } = newSheet();
  write(0, 0, [[1], ["=A1/3"], ["=sum(A1:A2) "]]);
  await store.settle();
  expect(values(0, 0, 3, 1)).toEqual([[1], [1 / 3], [1 + 1 / 3]]);
  expect(read(2, 0).formula).toBe("=sum(A1:A2) ");
  write(0, 0, [[7], [undefined], [undefined]]);
  await store.settle();
  expect(read(1, 0).value).toBe(7 / 3);
  write(1, 0, [[5]]);
  await store.settle();
  expect(read(1, 0)).toMatchObject({ value: 5, formula: null });
  expect(read(2, 0).value).toBe(12);
});

test("errors of formulas are errors, not texts", async () => {
  const { store, write, values } = newSheet();
  write(0, 0, [["=1/0", "=NOSUCHFUNCTION()", "=A1+1", '=IFERROR(A1,"handled")', '="#N/A"&""']]);
  await store.settle();
  expect(values(0, 0, 1, 4)).toEqual([[{ error: "#DIV/0!" }, { error: "#NAME?" }, { error: "#DIV/0!" }, "handled"]]);
});

test("text is what the number format shows", async () => {
  const { store, sheetId, write, read } = newSheet();
  write(0, 0, [[-1234.5, 0.123, 46_255, "x", true, "=1/0"]]);
  store.writeNumberFormats(sheetId, area(0, 0, 1, 6), [["$#,##0.00;-$#,##0.00", "0.0%", "yyyy-mm-dd", null, "0.00", "0.00"]]);
  await store.settle();
  expect([0, 1, 2, 3, 4, 5].map((column) => read(0, column).text)).toEqual(["-$1,234.50", "12.3%", "2026-08-21", "x", "TRUE", "#DIV/0!"]);
  expect([2, 3].map((column) => read(0, column).numberFormat)).toEqual(["yyyy-mm-dd", "General"]);
});

test("formats are patches, read back in Office.js terms, and leave values alone", async () => {
  const { store, sheetId, write, read } = newSheet();
  write(1, 1, [["12"]]);
  expect(store.readFormat(sheetId, 1, 1)).toMatchObject({ bold: false, fontName: "Calibri", fontSize: 11, fillColor: null, horizontalAlignment: "General", verticalAlignment: "Bottom", indentLevel: 0 });
  const bottom = { style: "Double", color: "#1F3864", weight: "Thin" } as const;
  store.writeFormat(sheetId, area(1, 1), { bold: true, italic: true, underline: true, fontSize: 14, fontColor: "#0000FF", fillColor: "#FFF9E0", horizontalAlignment: "Center", verticalAlignment: "Top", wrapText: true, indentLevel: 2, borders: { EdgeBottom: bottom } });
  store.writeFormat(sheetId, area(1, 1), { bold: false, numberFormat: "0.00" });
  const format = store.readFormat(sheetId, 1, 1);
  expect(format).toMatchObject({ bold: false, italic: true, underline: true, fontSize: 14, fontColor: "#0000FF", fillColor: "#FFF9E0", horizontalAlignment: "Center", verticalAlignment: "Top", wrapText: true, indentLevel: 2, numberFormat: "0.00" });
  expect(format.borders?.EdgeBottom).toEqual(bottom);
  expect(format.borders?.EdgeTop?.style).toBe("None");
  store.writeFormat(sheetId, area(1, 1), { fillColor: null, numberFormat: "General", borders: { EdgeBottom: { ...bottom, style: "None" } } });
  expect(store.readFormat(sheetId, 1, 1)).toMatchObject({ fillColor: null, numberFormat: "General" });
  expect(store.readFormat(sheetId, 1, 1).borders?.EdgeBottom?.style).toBe("None");
  expect(read(1, 1).value).toBe("12");
  await store.settle();
});

test("rows grow with the font", () => {
  const { store, sheetId } = newSheet();
  store.writeFormat(sheetId, area(0, 0), { fontSize: 20 });
  expect(store.rowHeight(sheetId, 0)).toBeGreaterThanOrEqual(20);
  expect(store.rowHeight(sheetId, 1)).toBe(15);
});

test("clearing takes contents, formats or both", async () => {
  const { store, sheetId, write, read } = newSheet();
  for (const [row, what] of [[0, "Contents"], [1, "Formats"], [2, "All"]] as const) {
    write(row, 0, [[3, `=A${row + 1}`]]);
    store.writeFormat(sheetId, area(row, 0, 1, 2), { bold: true });
    store.clear(sheetId, area(row, 0, 1, 2), what);
  }
  await store.settle();
  expect([0, 1, 2].map((row) => [read(row, 0).value, read(row, 1).formula, store.readFormat(sheetId, row, 0).bold])).toEqual([[null, null, true], [3, "=A2", false], [null, null, false]]);
  store.clear(sheetId, area(0, 0, 1_048_576, 16_384), "All");
  await store.settle();
  expect(store.usedArea(sheetId)).toBeNull();
});

test("the used area spans values, formulas and spilled cells, and formats alone do not count", async () => {
  const { store, sheetId, write } = newSheet();
  expect(store.usedArea(sheetId)).toBeNull();
  store.writeFormat(sheetId, area(40, 20), { bold: true });
  expect(store.usedArea(sheetId)).toBeNull();
  write(2, 1, [[5], [undefined], ["=SEQUENCE(3,2)"]]);
  await store.settle();
  expect(store.usedArea(sheetId)).toEqual(area(2, 1, 5, 2));
});

test("the sheet grows to hold what is written far out", async () => {
  const { store, write, read } = newSheet();
  write(2_999, 149, [["=1+1"]]);
  await store.settle();
  expect(read(2_999, 149).value).toBe(2);
});

test("sheets are added, renamed, moved and deleted, and formulas and names follow", async () => {
  const { store, sheetId, write } = newSheet();
  write(0, 0, [[21]]);
  store.addName("Rate", "=Sheet1!$A$1");
  const model = store.addSheet("Model");
  store.write(model, area(0, 0, 2), [[{ formula: "=Sheet1!A1*2" }], [{ formula: "=Rate+1" }]]);
  await store.settle();
  store.renameSheet(sheetId, "My inputs");
  store.moveSheet(model, 0);
  await store.settle();
  expect(store.sheets()).toEqual([{ id: model, name: "Model" }, { id: sheetId, name: "My inputs" }]);
  expect(store.names()).toEqual([{ name: "Rate", formula: "='My inputs'!$A$1" }]);
  expect(store.read(model, area(0, 0, 2)).map(([cell]) => [cell?.formula, cell?.value])).toEqual([["='My inputs'!A1*2", 42], ["=Rate+1", 22]]);
  store.activateSheet(sheetId);
  store.deleteSheet(sheetId);
  await store.settle();
  expect(store.activeSheetId()).toBe(model);
  expect(store.read(model, area(0, 0))[0]?.[0]?.value).toEqual({ error: "#REF!" });
  expect(() => store.deleteSheet(model)).toThrow("at least one sheet");
});

test("a name may stand for a formula, and goes when it is deleted", async () => {
  const { store, write, read } = newSheet();
  store.addName("HashesPerDifficulty", "=2^32");
  write(0, 0, [["=HashesPerDifficulty/2"]]);
  await store.settle();
  expect(read(0, 0).value).toBe(2 ** 31);
  store.deleteName("HASHESPERDIFFICULTY");
  expect(store.names()).toEqual([]);
});

test("widths and heights are points; panes, grid lines, tab colors and selection are kept", () => {
  const { store, sheetId } = newSheet();
  expect(store.columnWidth(sheetId, 0)).toBe(48);
  store.setColumnWidth(sheetId, 1, 2, 90);
  store.setRowHeight(sheetId, 0, 3, 30);
  expect([0, 1, 2, 3].map((column) => store.columnWidth(sheetId, column))).toEqual([48, 90, 90, 48]);
  expect([2, 3].map((row) => store.rowHeight(sheetId, row))).toEqual([30, 15]);
  store.freeze(sheetId, 2, 1);
  store.setGridlines(sheetId, false);
  store.setTabColor(sheetId, "#00702E");
  const config = store["workbook"].getSheetBySheetId(sheetId)?.getConfig();
  expect(config).toMatchObject({ freeze: { xSplit: 1, ySplit: 2, startRow: 2, startColumn: 1 }, showGridlines: 0, tabColor: "#00702E" });
  store.select(sheetId, area(3, 2, 2, 4));
  expect(store.selection()).toEqual({ sheetId, area: area(3, 2, 2, 4) });
});

test("only what a person does is reported as an edit", async () => {
  const { store, sheetId, write, read } = newSheet();
  const events: StoreEvent[] = [];
  store.subscribe((event) => events.push(event));
  write(0, 0, [[1], ["=A1+1"]]);
  store.select(sheetId, area(1, 1));
  store.activateSheet(store.addSheet("Other"));
  await store.settle();
  expect(new Set(events.map(({ type }) => type))).toEqual(new Set(["calculated"]));
  events.length = 0;
  store.enter(sheetId, 0, 0, "5%");
  await store.settle();
  expect(events).toContainEqual({ type: "edited", sheetId, area: area(0, 0) });
  expect(events.at(-1)).toEqual({ type: "calculated" });
  expect(read(1, 0).value).toBe(1.05);
  expect(read(0, 0)).toMatchObject({ value: 0.05, text: "5%" });
});

test("changes made while a calculation runs are not lost", async () => {
  const { store, write, read } = newSheet();
  write(0, 0, [[1]]);
  write(0, 1, Array.from({ length: 600 }, (_, row) => [`=A$1*${row}`]));
  for (let value = 2; value <= 6; value++) {
    await new Promise((resolve) => setTimeout(resolve, 90 + value * 7));
    write(0, 0, [[value]]);
  }
  await store.settle();
  expect(read(599, 1).value).toBe(6 * 599);
});

test("what is entered while formulas calculate stays", async () => {
  const { store, write, values } = newSheet();
  write(0, 0, Array.from({ length: 1_200 }, (_, row) => [`=SUM(${row},1)`]));
  await new Promise((resolve) => setTimeout(resolve, 30));
  write(0, 0, Array.from({ length: 1_200 }, () => ["constant"]));
  await store.settle();
  expect(new Set(values(0, 0, 1_200, 1).flat())).toEqual(new Set(["constant"]));
});
