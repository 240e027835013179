import type { CellValue } from "../../../src/workbench/host/store";
import { area, BUSY, FakeEvaluator, LATER, newSheet, type TestSheet } from "./support";

const FUNCTIONS = [
  { name: "DOUBLE", parameters: [{ name: "x" }, { name: "y", optional: true }] },
  { name: "TABLE", parameters: [] },
];

function sheetWith(answer: ConstructorParameters<typeof FakeEvaluator>[0]): TestSheet & { evaluator: FakeEvaluator } {
  const sheet = newSheet();
  const evaluator = new FakeEvaluator(answer);
  sheet.store.useFunctions("mine", FUNCTIONS, evaluator);
  return { ...sheet, evaluator };
}

test("arguments arrive as they stand in the formula", async () => {
  const { store, write, evaluator, sheetId } = sheetWith(() => 1);
  write(0, 0, [[1, "a", true, null], [2, { error: "#N/A" }, "12", 0.1]]);
  write(4, 2, [["=mine.double(A1:D2,)"], ['=MINE.DOUBLE(-2.5,"x")+MINE.DOUBLE(B2)'], ["=MINE.DOUBLE(D1,1/0)"]]);
  await store.settle();
  const calls = evaluator.calls.filter(({ row }) => row >= 4).map(({ row, callIndex, name, args }) => ({ row, callIndex, name, args }));
  expect(calls).toContainEqual({ row: 4, callIndex: 0, name: "MINE.DOUBLE", args: [[[1, "a", true, null], [2, { error: "#N/A" }, "12", 0.1]], null] });
  expect(calls).toContainEqual({ row: 5, callIndex: 0, name: "MINE.DOUBLE", args: [-2.5, "x"] });
  expect(calls).toContainEqual({ row: 5, callIndex: 1, name: "MINE.DOUBLE", args: [{ error: "#N/A" }] });
  expect(calls).toContainEqual({ row: 6, callIndex: 0, name: "MINE.DOUBLE", args: [null, { error: "#DIV/0!" }] });
  expect(evaluator.calls.every((call) => call.sheetId === sheetId && (call.row < 4 || call.column === 2))).toBe(true);
});

test.each<[string, CellValue]>([
  ["a number, exact to the last bit", 0.1 + 0.2],
  ["a text that looks like a number", "12"],
  ["a text that looks like a percentage", "5%"],
  ["a text that looks like a date", "2026-01-31"],
  ["a text that looks like a boolean", "TRUE"],
  ["a boolean", false],
  ["an error", { error: "#N/A" }],
])("a result keeps its type: %s", async (_, result) => {
  const { store, sheetId, write, values } = sheetWith(() => result);
  write(0, 0, [["=MINE.DOUBLE(1)", "=TYPE(A1)"]]);
  await store.settle();
  const type = typeof result === "number" ? 1 : typeof result === "string" ? 2 : typeof result === "boolean" ? 4 : 16;
  expect(values(0, 0, 1, 2)).toEqual([[result, type]]);
  store.writeFormat(sheetId, area(0, 0), { bold: true });
  expect(values(0, 0, 1, 1)).toEqual([[result]]);
});

test("a table spills, shrinks, and reports #SPILL! where cells are in its way", async () => {
  let rows: CellValue[][] = [["Model", 1 / 3], ["12", null], [{ error: "#N/A" }, true]];
  const { store, sheetId, write, values } = sheetWith(() => rows);
  write(0, 0, [["=MINE.TABLE()"]]);
  await store.settle();
  expect(values(0, 0, 3, 2)).toEqual([["Model", 1 / 3], ["12", ""], [{ error: "#N/A" }, true]]);
  expect(store.read(sheetId, area(1, 0))[0]?.[0]?.formula).toBeNull();
  rows = [["Model", "TH/s"]];
  store.recalculate([{ sheetId, row: 0, column: 0 }]);
  await store.settle();
  expect(values(0, 0, 3, 2)).toEqual([["Model", "TH/s"], [null, null], [null, null]]);
  write(0, 1, [["in the way"]]);
  await store.settle();
  expect(values(0, 0, 1, 2)).toEqual([[{ error: "#SPILL!" }, "in the way"]]);
});

test("#BUSY! spreads to dependents until the answer arrives, and nobody computes with it", async () => {
  const { store, write, values, evaluator } = sheetWith(() => LATER);
  write(0, 0, [[21], ["=MINE.DOUBLE(A1)"], ["=A2+1"], ["=LEN(A2)"], ['=A2&"x"']]);
  await store.settle();
  expect(values(1, 0, 4, 1)).toEqual([[BUSY], [BUSY], [BUSY], [BUSY]]);
  evaluator.arrive(store, ({ args }) => Number(args[0]) * 2);
  await store.settle();
  expect(values(1, 0, 4, 1)).toEqual([[42], [43], [2], ["42x"]]);
});

test("a thousand answers cost one calculation", async () => {
  const { store, write, values, evaluator } = sheetWith(() => LATER);
  write(0, 0, Array.from({ length: 1_000 }, (_, row) => [`=MINE.DOUBLE(${row})`]));
  await store.settle();
  let calculations = 0;
  store.subscribe(({ type }) => (calculations += type === "calculated" ? 1 : 0));
  evaluator.arrive(store, ({ args }) => Number(args[0]) * 2);
  await store.settle();
  expect(calculations).toBe(1);
  expect(values(0, 0, 1_000, 1).map(([value]) => value)).toEqual(Array.from({ length: 1_000 }, (_, row) => row * 2));
});

test("an evaluator that fails costs its own cell only", async () => {
  const complaint = jest.spyOn(console, "error").mockImplementation(() => undefined);
  const { store, write, values } = sheetWith(({ args }) => {
    if (args[0] === 1) throw new Error("broken");
    return 7;
  });
  write(0, 0, [["=MINE.DOUBLE(1)", "=MINE.DOUBLE(2)", "=1+1"]]);
  await store.settle();
  expect(values(0, 0, 1, 3)).toEqual([[{ error: "#VALUE!" }, 7, 2]]);
  expect(complaint).toHaveBeenCalled();
  complaint.mockRestore();
});

test("cells that show errors are found, spilled ones too", async () => {
  const { store, sheetId, write } = sheetWith(() => [["a"], [{ error: "#N/A" }]]);
  write(0, 0, [["=MINE.TABLE()", "=1/0"]]);
  await store.settle();
  expect(store.errorCells()).toEqual(expect.arrayContaining([{ sheetId, row: 1, column: 0 }, { sheetId, row: 0, column: 1 }]));
  expect(store.errorCells()).toHaveLength(2);
});
