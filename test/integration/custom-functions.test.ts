// Cells that call add-in functions, computed by office.js's own function runtime in jsdom.
import type { FunctionMetadata } from "../../src/workbench/host";
import { MemoryStore } from "../workbench/host/support/memory-store";
import { openFrame, type Frame } from "./support/office-frame";

const scalar = (name: string, type: string, more: object = {}) => ({ name, type, ...more });
const metadata: FunctionMetadata = {
  allowErrorForDataTypeAny: true,
  functions: [
    { id: "DIVIDE", name: "DIVIDE", parameters: [scalar("a", "number"), scalar("b", "number")] },
    { id: "TOTAL", name: "TOTAL", parameters: [{ name: "m", type: "number", dimensionality: "matrix" }] },
    { id: "TABLE", name: "TABLE", parameters: [scalar("n", "number")] },
    { id: "FAIL", name: "FAIL", parameters: [scalar("how", "string")] },
    { id: "SEEN", name: "SEEN", parameters: [scalar("x", "any"), scalar("y", "any", { optional: true })] },
    { id: "SLOW", name: "SLOW", parameters: [scalar("x", "number")], options: { cancelable: true } },
    { id: "JOIN", name: "JOIN", parameters: [scalar("first", "string"), scalar("rest", "any", { repeating: true })] },
    { id: "WHERE", name: "WHERE", parameters: [], options: { requiresAddress: true } },
    { id: "TICK", name: "TICK", parameters: [], options: { stream: true } },
    { id: "GHOST", name: "GHOST", parameters: [] },
  ],
};

const functionsScript = `
  window.calls = [];
  window.slow = [];
  const { associate } = CustomFunctions;
  associate("DIVIDE", (a, b) => {
    calls.push(["DIVIDE", a, b]);
    if (b === 0) throw new CustomFunctions.Error(CustomFunctions.ErrorCode.divisionByZero, "b must not be 0");
    return a / b;
  });
  associate("TOTAL", (m) => m.flat().reduce((sum, each) => sum + each, 0));
  associate("TABLE", (n) => Array.from({ length: n }, (_, i) => [i, i * i]));
  associate("FAIL", (how) => {
    if (how === "na") throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, "no such model");
    if (how === "plain") throw new Error("boom");
    if (how === "nan") return NaN;
    if (how === "infinity") return Infinity;
    return [[1, new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, "second cell")]];
  });
  associate("SEEN", (x, y) => JSON.stringify([x && x.code ? "error " + x.code : x, y]));
  associate("SLOW", (x, invocation) => new Promise((resolve) => {
    slow.push({ x, resolve: () => resolve(x * 10) });
    invocation.onCanceled = () => calls.push(["canceled", x]);
  }));
  associate("JOIN", (first, rest) => JSON.stringify([first, rest]));
  associate("WHERE", (invocation) => invocation.address);
  associate("TICK", () => 1);
`;

jest.setTimeout(30_000);

let store: MemoryStore;
let frame: Frame;

async function open(options: { functions?: FunctionMetadata; script?: string } = {}): Promise<void> {
  store = new MemoryStore();
  frame = await openFrame({ store, metadata: options.functions ?? metadata, functionsScript: options.script ?? functionsScript });
  store.useFunctions(frame.host.evaluator);
  frame.host.connect(store);
}

/** How many calls each message to the add-in carried. */
const invocations = () =>
  frame.sent
    .map(({ _actionName, _data }) => (_actionName === "richApiMessage" ? ((_data as { ArrayData?: unknown[][] }).ArrayData ?? []) : []))
    .map((entries) => entries.filter(([category, type]) => category === 1 && type === 1000).length)
    .filter((count) => count > 0);
const calls = () => JSON.parse(String(frame.script("JSON.stringify(calls)"))) as unknown[];
const message = (row: number, column = 0) => frame.host.errorMessage(store.activeSheetId(), row, column);
async function until(condition: () => boolean): Promise<void> {
  for (let waited = 0; !condition(); waited += 10) {
    if (waited > 5000) throw new Error("Waited too long.");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
const slowCalls = () => Number(frame.script("slow.length"));

beforeEach(() => open());
afterEach(() => frame.close());

test("a scalar is #BUSY! until the add-in answers; the sentence of an error stays with the cell", async () => {
  store.type("A1", "=TEST.DIVIDE(100,4)");
  store.type("A2", "=TEST.DIVIDE(1,0)");
  await store.settle();
  expect(store.shown("A1:A2")).toEqual([["#BUSY!"], ["#BUSY!"]]);
  expect(frame.host.pendingFunctions()).toBe(2);
  await frame.host.idle();
  expect(store.shown("A1:A2")).toEqual([[25], ["#DIV/0!"]]);
  expect([message(0), message(1)]).toEqual([null, "b must not be 0"]);
  store.type("A2", 5);
  expect(message(1)).toBeNull();
});

test("formulas that the add-in writes are computed the same way, and are #BUSY! right after the sync", async () => {
  const atOnce = await frame.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1:A2");
    range.formulas = [["=TEST.DIVIDE(9,3)"], ["=A1"]];
    range.load("values");
    await context.sync();
    return range.values;
  });
  expect(atOnce).toEqual([["#BUSY!"], ["#BUSY!"]]);
  await frame.host.idle();
  expect(store.shown("A1:A2")).toEqual([[3], [3]]);
});

test("matrix arguments, tables that spill, repeating and omitted arguments, the caller's address", async () => {
  store.type("A1", 1);
  store.type("A2", 2);
  store.type("B1", "=TEST.TOTAL(A1:A2)");
  store.type("B2", "=TEST.TOTAL(7)");
  store.type("C1", "=TEST.TABLE(3)");
  store.type("E1", '=TEST.JOIN("a",1,,TRUE)');
  store.type("E2", "=TEST.SEEN(1)");
  store.type("E3", "=TEST.WHERE()");
  await frame.host.idle();
  expect(store.shown("B1:B2")).toEqual([[3], [7]]);
  expect(store.shown("C1:D3")).toEqual([[0, 0], [1, 1], [2, 4]]);
  expect(store.shown("E1:E3")).toEqual([['["a",[1,null,true]]'], ["[1,null]"], ["Sheet1!E3"]]);
});

test.each([
  ["na", "#N/A", "no such model"],
  ["plain", "#VALUE!", null],
  ["nan", "#VALUE!", null],
  ["infinity", "#NUM!", null],
])("a function that ends with %s shows %s", async (how, error, sentence) => {
  store.type("A1", `=TEST.FAIL("${how}")`);
  await frame.host.idle();
  expect([store.shown("A1"), message(0)]).toEqual([[[error]], sentence]);
});

test("an error inside a table keeps its sentence at its own cell", async () => {
  store.type("A1", '=TEST.FAIL("table")');
  await frame.host.idle();
  expect(store.shown("A1:B1")).toEqual([[1, "#N/A"]]);
  expect([message(0, 0), message(0, 1)]).toEqual([null, "second cell"]);
});

test("a cell asks again only when its arguments change; a thousand calls leave in one message", async () => {
  await frame.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("Z1").values = [[2]];
    sheet.getRange("A1:A1000").formulas = Array.from({ length: 1000 }, (_, row) => [row === 0 ? "=TEST.DIVIDE(10,Z1)" : `=TEST.DIVIDE(${row},2)`]);
    await context.sync();
  });
  await frame.host.idle();
  expect(invocations()).toEqual([1000]);
  expect(store.shown("A1000")).toEqual([[499.5]]);
  store.type("Z1", 5);
  await frame.host.idle();
  expect(invocations()).toEqual([1000, 1]);
  expect(store.shown("A1")).toEqual([[2]]);
  store.type("Y1", "unrelated");
  await frame.host.idle();
  expect(invocations()).toEqual([1000, 1]);
});

test("a waiting argument never reaches the add-in; the cell follows when the answer is there", async () => {
  store.type("A1", "=TEST.SLOW(1)");
  store.type("A2", "=TEST.DIVIDE(A1,2)");
  await until(() => slowCalls() === 1);
  expect([store.shown("A2"), calls(), frame.host.pendingFunctions()]).toEqual([[["#BUSY!"]], [], 1]);
  frame.script("slow[0].resolve()");
  await frame.host.idle();
  expect([store.shown("A2"), calls()]).toEqual([[[5]], [["DIVIDE", 10, 2]]]);
});

test("errors in arguments reach parameters of type any and end the call elsewhere", async () => {
  await frame.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange("A1:A3").formulas = [["#N/A"], ["=TEST.SEEN(A1)"], ["=TEST.DIVIDE(A1,2)"]];
    await context.sync();
  });
  await frame.host.idle();
  expect(store.shown("A2:A3")).toEqual([['["error #N/A",null]'], ["#N/A"]]);
  expect(calls()).toEqual([]);
});

test("without allowErrorForDataTypeAny an error ends every call", async () => {
  frame.close();
  await open({ functions: { functions: metadata.functions } });
  store.type("A1", "=NOSUCH()");
  store.type("A2", "=TEST.SEEN(A1)");
  await frame.host.idle();
  expect(store.shown("A2")).toEqual([["#NAME?"]]);
});

test("an answer that comes after the cell changed is dropped, and a cancelable call is canceled", async () => {
  store.type("A1", "=TEST.SLOW(1)");
  await until(() => slowCalls() === 1);
  store.type("A1", "=TEST.SLOW(2)");
  await until(() => slowCalls() === 2);
  frame.script("slow[0].resolve()");
  await until(() => calls().length === 1);
  expect([calls(), store.shown("A1"), frame.host.pendingFunctions()]).toEqual([[["canceled", 1]], [["#BUSY!"]], 1]);
  frame.script("slow[1].resolve()");
  await frame.host.idle();
  expect(store.shown("A1")).toEqual([[20]]);
});

test("overwriting a waiting cell, or deleting its sheet, leaves nothing pending", async () => {
  store.type("A1", "=TEST.SLOW(1)");
  await until(() => slowCalls() === 1);
  store.type("A1", "over");
  expect(frame.host.pendingFunctions()).toBe(0);
  await frame.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Draft");
    sheet.getRange("A1").formulas = [["=TEST.SLOW(3)"]];
    await context.sync();
  });
  await until(() => slowCalls() === 2);
  await frame.run(async (context) => {
    context.workbook.worksheets.getItem("Draft").delete();
    await context.sync();
  });
  await frame.host.idle();
  expect([frame.host.pendingFunctions(), store.shown("A1")]).toEqual([0, [["over"]]]);
});

test.each([
  ["=OTHER.DIVIDE(1,2)", "#NAME?", null],
  ["=TEST.NOSUCH(1)", "#NAME?", null],
  ["=TEST.DIVIDE(1)", "#VALUE!", "DIVIDE needs at least 2 arguments."],
  ["=TEST.DIVIDE(1,2,3)", "#VALUE!", "DIVIDE takes at most 2 arguments."],
  ['=TEST.DIVIDE("x",2)', "#VALUE!", "a takes a number."],
  ["=TEST.DIVIDE(B1:B2,2)", "#VALUE!", "a takes one value, not a range."],
  ["=TEST.TICK()", "#NAME?", "The workbench does not run streaming functions."],
])("%s is refused without a call", async (formula, error, sentence) => {
  store.type("A1", formula);
  await frame.host.idle();
  expect([store.shown("A1"), invocations(), message(0)]).toEqual([[[error]], [], sentence]);
});

test("a function that the page never associated ends as the runtime has it", async () => {
  store.type("A1", "=TEST.GHOST()");
  await frame.host.idle();
  expect(store.shown("A1")).toEqual([["#VALUE!"]]);
});

test("numeric text and booleans become numbers for a number parameter", async () => {
  store.type("A1", '=TEST.DIVIDE("8",TRUE)');
  await frame.host.idle();
  expect(store.shown("A1")).toEqual([[8]]);
});

test("formulas typed before the runtime is up are computed once it is", async () => {
  frame.close();
  store = new MemoryStore();
  const opening = openFrame({ store, metadata, functionsScript });
  store.type("A1", "=TEST.DIVIDE(6,2)");
  frame = await opening;
  store.useFunctions(frame.host.evaluator);
  frame.host.connect(store);
  store.recalculate();
  await frame.host.idle();
  expect(store.shown("A1")).toEqual([[3]]);
});
