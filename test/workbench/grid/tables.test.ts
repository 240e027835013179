import { area, newSheet, type TestSheet } from "./support";

function withTable({ store, sheetId, write }: TestSheet, rows = 3): void {
  write(0, 0, [["Model", "Power"], ["A", 100], ["B", 250]]);
  store.useTables([{ name: "Rigs", sheetId, area: area(0, 0, rows, 2) }]);
}

test("formulas refer to a table, its columns and its headers, whenever they were entered, and follow its cells", async () => {
  const sheet = newSheet();
  const { store, write, values, read } = sheet;
  write(0, 4, [["=ROWS(Rigs)"], ["=SUM(Rigs[Power])"]]);
  await store.settle();
  expect(values(0, 4, 2, 1)).toEqual([[{ error: "#NAME?" }], [{ error: "#NAME?" }]]);
  withTable(sheet);
  write(2, 4, [["=COLUMNS(Rigs)"], ["=INDEX(Rigs[#All],1,2)"], ["=INDEX(Rigs[Model],2)"], ["=INDEX(Rigs[#Headers],1,1)"]]);
  await store.settle();
  expect(values(0, 4, 6, 1)).toEqual([[2], [350], [2], ["Power"], ["B"], ["Model"]]);
  write(1, 1, [[1]]);
  await store.settle();
  expect(values(0, 4, 2, 1)).toEqual([[2], [251]]);
  write(8, 4, [["=E2+1"]]);
  await store.settle();
  expect(read(8, 4).value).toBe(252);
});

test("formulas follow a table that grows, is renamed or goes", async () => {
  const sheet = newSheet();
  const { store, sheetId, write, values } = sheet;
  withTable(sheet);
  write(0, 4, [["=SUM(Rigs[Power])"], ["=SUM(Others[Power])"]]);
  await store.settle();
  expect(values(0, 4, 2, 1)).toEqual([[350], [{ error: "#NAME?" }]]);
  write(3, 0, [["C", 1000]]);
  store.useTables([{ name: "Rigs", sheetId, area: area(0, 0, 4, 2) }]);
  await store.settle();
  expect(values(0, 4, 2, 1)).toEqual([[1350], [{ error: "#NAME?" }]]);
  write(3, 1, [[2000]]);
  await store.settle();
  expect(values(0, 4, 1, 1)).toEqual([[2350]]);
  store.useTables([{ name: "Others", sheetId, area: area(0, 0, 4, 2) }]);
  await store.settle();
  expect(values(0, 4, 2, 1)).toEqual([[{ error: "#NAME?" }], [2350]]);
  store.useTables([]);
  await store.settle();
  write(3, 1, [[1]]);
  await store.settle();
  expect(values(0, 4, 2, 1)).toEqual([[{ error: "#NAME?" }], [{ error: "#NAME?" }]]);
});
