// Formulas frozen, put back and repaired by the add-in's own code, through Microsoft's office.js over the headless grid.
import { freezeSelection, frozenCells, repairFormulas, unfreeze, WriteError } from "../../src/excel";
import { callsOurs, underOurNames } from "../../src/functions/live-formula";
import { functionsJson } from "../../src/functions/metadata";
import { createHeadlessStore } from "../../src/workbench/grid/headless";
import type { WorksheetFunction } from "../../src/workbench/grid/functions";
import type { UniverStore } from "../../src/workbench/grid/store";
import type { CellContent, CellInput, FunctionMetadata } from "../../src/workbench/host";
import { openFrame, type Frame } from "./support/office-frame";

jest.setTimeout(120_000);

const metadata = functionsJson({ helpBaseUrl: "https://localhost/help/" }) as FunctionMetadata & { functions: WorksheetFunction[] };
const faults: { failNext?: { count: number; error: number } } = {};
let store: UniverStore;
let frame: Frame;

beforeAll(async () => {
  store = createHeadlessStore("Plan");
  frame = await openFrame({ store, metadata, namespace: "MINE", faults });
  store.useFunctions("MINE", metadata.functions, frame.host.evaluator);
  frame.host.connect(store);
  Object.assign(globalThis, { Excel: frame.window.Excel, Office: frame.window.Office, CustomFunctions: (frame.window as unknown as { CustomFunctions: unknown }).CustomFunctions });
  await import("../../src/functions");
  store.addSheet("Other");
});
afterAll(() => {
  frame.close();
  store.dispose();
});

const sheet = (index = 0): string => store.sheets()[index]!.id;
const put = (row: number, column: number, cells: CellInput[][], index = 0): void => store.write(sheet(index), { row, column, rows: cells.length, columns: cells[0]!.length }, cells);
const select = (row: number, column: number, rows = 1, columns = 1): void => store.select(sheet(), { row, column, rows, columns });
const at = (row: number, column: number, index = 0): CellContent => store.read(sheet(index), { row, column, rows: 1, columns: 1 })[0]![0]!;
const noteAt = (row: number, column: number): string | null => store.note(sheet(), row, column);
const freeze = (isWanted: (formula: string) => boolean = callsOurs): ReturnType<typeof freezeSelection> => freezeSelection({ isWanted, frozenAt: "2026-11-26 00:12 UTC" });
const protect = (name: string, on: boolean): Promise<void> => frame.run(async (context) => {
  const { protection } = context.workbook.worksheets.getItem(name);
  if (on) protection.protect();
  else protection.unprotect();
  await context.sync();
});
const refusal = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(() => undefined, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(WriteError);
  return (error as WriteError).message;
};
/** Everything that stands on the first sheet, notes too. */
const everything = (): unknown => [store.read(sheet(), { row: 0, column: 0, rows: 30, columns: 20 }).map((line) => line.map(({ value, formula }) => [value, formula])), store.comments().map(({ row, column, text }) => [row, column, text])];

beforeEach(async () => {
  for (const { id } of store.sheets()) store.clear(id, { row: 0, column: 0, rows: 40, columns: 30 }, "All");
  for (const { id } of store.comments()) store.deleteComment(id);
  put(0, 0, [[{ value: 17.5 }, { value: 0.05 }]]);
  put(1, 0, [[{ formula: "=MINE.HASHCOST(A1,B1)" }, { formula: "=A2*2" }, { formula: '=IF(A2>20,MINE.ASIC("S21 XP","maker"),"")' }]]);
  put(2, 0, [[{ formula: '=MINE.ASICPROFILES("S21 XP")' }]]);
  await frame.host.idle();
});

describe("freezing", () => {
  test("puts values in place of our formulas, keeps each in a note, and leaves Excel's own live; unfreezing gives the same workbook", async () => {
    const before = everything();
    select(0, 0, 2, 4);
    expect(await freeze()).toEqual({ sheet: "Plan", addresses: ["A2", "C2"], mark: "comment" });
    await frame.host.idle();
    expect(at(1, 0)).toMatchObject({ value: 21, formula: null });
    expect(at(1, 1)).toMatchObject({ value: 42, formula: "=A2*2" });
    expect(at(1, 2)).toMatchObject({ value: "Bitmain", formula: null });
    expect(noteAt(1, 0)).toMatch(/^Frozen by Hashplan on 2026-11-26 00:12 UTC\.\n=MINE\.HASHCOST\(A1,B1\)\nCell A2\. While this note is here, Unfreeze puts the formula back\. Check [\da-f]{8}\.$/);
    put(0, 1, [[{ value: 0.08 }]]);
    await frame.host.idle();
    expect(at(1, 0).value).toBe(21);
    put(0, 1, [[{ value: 0.05 }]]);
    expect((await frozenCells()).map(({ sheet: name, address, formula, frozenAt }) => [name, address, formula, frozenAt])).toEqual([
      ["Plan", "A2", "=MINE.HASHCOST(A1,B1)", "2026-11-26 00:12 UTC"], ["Plan", "C2", '=IF(A2>20,MINE.ASIC("S21 XP","maker"),"")', "2026-11-26 00:12 UTC"],
    ]);
    const { restored, left } = await unfreeze("selection");
    expect([restored.map(({ address }) => address), left]).toEqual([["A2", "C2"], []]);
    await frame.host.idle();
    expect(everything()).toEqual(before);
  });

  test("takes every formula where that is asked for, texts and empty texts staying what they are", async () => {
    put(4, 10, [[{ formula: '="0"&"07"' }, { formula: '=""' }, { formula: "=1=1" }, { formula: "=NA()" }, { formula: '="=A1"' }]]);
    await frame.host.idle();
    const before = store.read(sheet(), { row: 4, column: 10, rows: 1, columns: 5 })[0]!.map(({ value }) => value);
    select(4, 0, 1, 20);
    expect((await freeze(() => true)).addresses).toEqual(["K5", "L5", "M5", "N5", "O5"]);
    await frame.host.idle();
    expect(store.read(sheet(), { row: 4, column: 10, rows: 1, columns: 5 })[0]!.map(({ value, formula }) => [value, formula])).toEqual(before.map((value) => [value, null]));
    expect((await unfreeze("workbook")).restored).toHaveLength(5);
    await frame.host.idle();
    expect(store.read(sheet(), { row: 4, column: 10, rows: 1, columns: 5 })[0]!.map(({ value }) => value)).toEqual(before);
  });

  test("a formula is frozen with all that it spills, and comes back with it; any of its cells unfreezes it", async () => {
    const before = everything();
    const [area] = store.spills(sheet());
    expect(area!.rows * area!.columns).toBeGreaterThan(10);
    select(2, 0);
    const { addresses: [address] } = await freeze();
    expect(address).toMatch(/^A3:[A-Z]+\d+$/);
    await frame.host.idle();
    expect(store.spills(sheet())).toEqual([]);
    expect(at(2, 0)).toMatchObject({ value: "Profile", formula: null });
    expect(at(3, 0)).toMatchObject({ formula: null });
    expect(at(3, 1).value).toBe(270);
    select(3, 2);
    expect((await unfreeze("selection")).restored.map(({ address: each }) => each)).toEqual([address]);
    await frame.host.idle();
    expect(everything()).toEqual(before);
  });

  test("a spill is the same where Excel tells its formula in each of its cells", async () => {
    const read = store.read.bind(store);
    const [area] = store.spills(sheet());
    const formula = at(2, 0).formula;
    store.read = (sheetId, asked) => read(sheetId, asked).map((line, r) => line.map((cell, c) => {
      const [row, column] = [asked.row + r - area!.row, asked.column + c - area!.column];
      const isSpilled = sheetId === sheet() && store.spills(sheet()).length > 0 && row >= 0 && row < area!.rows && column >= 0 && column < area!.columns;
      return isSpilled ? { ...cell, formula } : cell;
    }));
    try {
      select(3, 1, 1, 2);
      expect(await refusal(freeze())).toMatch(/^Cell B4 shows what the formula in A3 spills\./);
      select(2, 0, 2, 3);
      expect((await freeze()).addresses).toEqual([expect.stringMatching(/^A3:/)]);
      expect(store.comments()).toHaveLength(1);
    } finally {
      store.read = read;
    }
  });

  test("whole columns are taken as far as they are used, and nothing to freeze changes nothing", async () => {
    select(0, 0, 1_048_576, 1);
    expect((await freeze()).addresses).toEqual(["A2", expect.stringMatching(/^A3:/)]);
    await unfreeze("workbook");
    await frame.host.idle();
    const before = everything();
    select(20, 5, 2, 2);
    expect((await freeze()).addresses).toEqual([]);
    select(1, 1);
    expect((await freeze()).addresses).toEqual([]);
    expect((await unfreeze("selection")).restored).toEqual([]);
    expect(everything()).toEqual(before);
  });

  test.each<[string, () => void | Promise<void>, RegExp]>([
    ["part of a spill without its formula", () => select(3, 1, 1, 2), /^Cell B4 shows what the formula in A3 spills\. Select A3 too, .* Nothing was changed\.$/],
    ["a protected sheet", async () => { select(1, 0); await protect("Plan", true); }, /^The sheet Plan is protected\. Remove its protection .* Nothing was changed\.$/],
    ["a cell with a comment", () => { select(1, 0); store.addComment(sheet(), 1, 0, "mine"); }, /^Cell A2 has a note or comment already, .* Nothing was changed\.$/],
    ["a cell without a result", async () => { put(6, 10, [[{ formula: "=MINE.NOSUCH(1)" }]]); select(6, 10); await frame.host.idle(); }, /^Cell K7 shows #NAME\? and no result\. .* Nothing was changed\.$/],
    ["more formulas than notes", async () => { put(0, 25, Array.from({ length: 501 }, () => [{ formula: "=MINE.HASHCOST(A1,B1)" }])); select(0, 25, 501, 1); await frame.host.idle(); }, /^The selection has 501 formulas to freeze; at most 500 .* Nothing was changed\.$/],
  ])("%s is refused, and nothing is changed", async (_, arrange, sentence) => {
    await arrange();
    const before = everything();
    expect(await refusal(freeze())).toMatch(sentence);
    expect(everything()).toEqual(before);
    await protect("Plan", false);
    store.clear(sheet(), { row: 0, column: 25, rows: 600, columns: 1 }, "All");
  });

  test("when writing fails half way, formulas and notes are as before", async () => {
    const before = everything();
    select(0, 0, 2, 3);
    const add = store.addComment.bind(store);
    let notes = 0;
    store.addComment = (...note) => {
      if (++notes === 2) throw new Error("no more notes");
      return add(...note);
    };
    const sentence = await refusal(freeze());
    store.addComment = add;
    expect(sentence).toMatch(/no more notes.* The workbook is as it was\.$/);
    await frame.host.idle();
    expect(everything()).toEqual(before);
  });

  test("a cell in edit mode is said to be in the way", async () => {
    select(1, 0);
    faults.failNext = { count: 1, error: 5004 };
    expect(await refusal(freeze())).toMatch(/^A cell is being edited\. Press Enter or Esc/);
  });
});

describe("unfreezing", () => {
  test("leaves cells that were changed by hand since, and tells of them", async () => {
    select(0, 0, 2, 3);
    await freeze();
    put(1, 0, [[{ value: 25 }]]);
    const { restored, left } = await unfreeze("workbook");
    expect([restored.map(({ address }) => address), left.map(({ address, why }) => [address, why])]).toEqual([["C2"], [["A2", "changed"]]]);
    expect(at(1, 0)).toMatchObject({ value: 25, formula: null });
    expect(noteAt(1, 0)).toContain("=MINE.HASHCOST(A1,B1)");
  });

  test("leaves what stands elsewhere by now: its formula would read other cells", async () => {
    select(1, 0);
    await freeze();
    const [comment] = store.comments();
    store.deleteComment(comment!.id);
    store.addComment(sheet(), 5, 0, comment!.text);
    put(5, 0, [[{ value: 21 }]]);
    const { restored, left } = await unfreeze("workbook");
    expect([restored, left.map(({ address, why }) => [address, why])]).toEqual([[], [["A6", "moved"]]]);
  });

  test("a protected sheet is refused; notes of others are left alone", async () => {
    select(1, 0);
    await freeze();
    store.addComment(sheet(), 8, 8, "Frozen by nobody");
    await protect("Plan", true);
    const before = everything();
    expect(await refusal(unfreeze("workbook"))).toMatch(/^The sheet Plan is protected\./);
    expect(everything()).toEqual(before);
    await protect("Plan", false);
    expect((await unfreeze("workbook")).restored).toHaveLength(1);
    expect(store.comments().map(({ text }) => text)).toEqual(["Frozen by nobody"]);
  });
});

describe("repairing", () => {
  const repair = (): ReturnType<typeof repairFormulas> => repairFormulas({ isOurs: callsOurs, asEntered: underOurNames, patienceMs: 50 });

  test("enters stand-ins of our functions again on every sheet, in formulas and names, and counts before and after", async () => {
    put(10, 0, [[{ formula: "=_xldudf_MINE_HASHCOST(A1,B1)*2" }, { formula: "=_xldudf_OTHER_HASHCOST(A1,B1)" }], [{ formula: "=_xldudf_MINE_HASHCOST(20,0.05)" }, { formula: "=A11+1" }]]);
    put(0, 0, [[{ formula: '="_xldudf_MINE_X is a text"' }, { formula: "=SUM(_xldudf_MINE_HASHCOST(10,0.1),1)" }]], 1);
    put(3, 3, [[{ formula: "=MINE.NOSUCH(1)" }]], 1);
    store.addName("Cost", "=_xldudf_MINE_HASHCOST(20,0.05)");
    await frame.host.idle();
    expect(at(10, 0).value).toEqual({ error: "#NAME?" });
    const { before, after, entered, names, left, protectedSheets, refused, waiting } = await repair();
    expect({ before, after, entered, names, left, protectedSheets, refused, waiting }).toEqual({
      before: 4, after: 1, entered: 4, names: ["Cost"], left: [{ sheet: "Other", address: "D4", formula: "=MINE.NOSUCH(1)", shows: "#NAME?" }], protectedSheets: [], refused: [], waiting: 0,
    });
    await frame.host.idle();
    expect(at(10, 0)).toMatchObject({ value: 42, formula: "=MINE.HASHCOST(A1,B1)*2" });
    expect(at(11, 1).value).toBe(43);
    expect(at(10, 1)).toMatchObject({ value: { error: "#NAME?" }, formula: "=_xldudf_OTHER_HASHCOST(A1,B1)" });
    expect(at(0, 1, 1)).toMatchObject({ value: 25, formula: "=SUM(MINE.HASHCOST(10,0.1),1)" });
    expect(store.names().find(({ name }) => name === "Cost")!.formula).toBe("=MINE.HASHCOST(20,0.05)");
    store.deleteName("Cost");
  });

  test("leaves protected sheets alone and tells how many of their cells are broken", async () => {
    put(10, 0, [[{ formula: "=_xldudf_MINE_HASHCOST(A1,B1)" }]]);
    put(0, 0, [[{ formula: "=_xldudf_MINE_HASHCOST(10,0.1)" }, { formula: "=_xldudf_MINE_HASHCOST(11,0.1)" }]], 1);
    await frame.host.idle();
    await protect("Other", true);
    expect(await repair()).toMatchObject({ before: 3, entered: 1, after: 2, protectedSheets: [{ name: "Other", cells: 2 }] });
    expect(at(0, 0, 1).formula).toBe("=_xldudf_MINE_HASHCOST(10,0.1)");
    await protect("Other", false);
  });

  test("nothing broken changes nothing", async () => {
    const before = everything();
    expect(await repair()).toMatchObject({ before: 0, after: 0, entered: 0, names: [] });
    expect(everything()).toEqual(before);
  });

  test("cells that Excel refuses are told of, and the others are repaired", async () => {
    put(10, 0, Array.from({ length: 5 }, (_, i) => [{ formula: `=_xldudf_MINE_HASHCOST(${10 + i},0.1)` }]));
    await frame.host.idle();
    const write = store.write.bind(store);
    store.write = (sheetId, area, cells) => {
      if (area.row <= 12 && area.row + area.rows > 12) throw new Error("part of an array");
      write(sheetId, area, cells);
    };
    const result = await repair();
    store.write = write;
    expect(result).toMatchObject({ before: 5, entered: 4, after: 1, refused: [{ sheet: "Plan", address: "A13", shows: "#NAME?" }] });
    await frame.host.idle();
    expect(at(14, 0).value).toBeCloseTo(33.6, 9);
  });
});
