import { createHeadlessStore } from "../../../src/workbench/grid/headless";
import type { UniverStore } from "../../../src/workbench/grid/store";
import type { CellArea, CellContent, CellValue, FunctionCall, FunctionEvaluator } from "../../../src/workbench/host/store";

export const BUSY = { error: "#BUSY!" } as const;

export function area(row: number, column: number, rows = 1, columns = 1): CellArea {
  return { row, column, rows, columns };
}

const open: UniverStore[] = [];
afterEach(() => open.splice(0).forEach((store) => store.dispose()));

export interface TestSheet {
  readonly store: UniverStore;
  readonly sheetId: string;
  /** Writes a block; undefined leaves a cell alone. */
  readonly write: (row: number, column: number, cells: (CellValue | undefined)[][]) => void;
  readonly read: (row: number, column: number) => CellContent;
  readonly values: (row: number, column: number, rows: number, columns: number) => CellValue[][];
}

/** A store, its first sheet, and short ways to write and read. Closed after the test. */
export function newSheet(): TestSheet {
  const store = createHeadlessStore();
  open.push(store);
  const sheetId = store.activeSheetId();
  const write = (row: number, column: number, cells: (CellValue | undefined)[][]) =>
    store.write(sheetId, area(row, column, cells.length, Math.max(...cells.map((line) => line.length))), cells.map((line) => line.map((value) => {
      if (value === undefined) return null;
      return typeof value === "string" && value.startsWith("=") ? { formula: value } : { value };
    })));
  const read = (row: number, column: number): CellContent => {
    const content = store.read(sheetId, area(row, column))[0]?.[0];
    if (!content) throw new Error(`Nothing was read at ${row}, ${column}.`);
    return content;
  };
  const values = (row: number, column: number, rows: number, columns: number) => store.read(sheetId, area(row, column, rows, columns)).map((line) => line.map(({ value }) => value));
  return { store, sheetId, write, read, values };
}

/** Stands for an answer that comes with arrive(). */
export const LATER = Symbol("later");

/** Plays the host: keeps every call, and answers as the test says. */
export class FakeEvaluator implements FunctionEvaluator {
  readonly calls: FunctionCall[] = [];
  private readonly answers = new Map<string, CellValue | CellValue[][]>();

  constructor(private readonly answer: (call: FunctionCall) => CellValue | CellValue[][] | typeof LATER) {}

  evaluate(call: FunctionCall): CellValue | CellValue[][] {
    this.calls.push(call);
    const now = this.answer(call);
    return now === LATER ? (this.answers.get(siteOf(call)) ?? BUSY) : now;
  }

  /** Gives the answers of all waiting calls at once, as the host does with a batch. */
  arrive(store: UniverStore, result: (call: FunctionCall) => CellValue | CellValue[][]): void {
    const waiting = this.calls.filter((call) => this.answer(call) === LATER && !this.answers.has(siteOf(call)));
    for (const call of waiting) this.answers.set(siteOf(call), result(call));
    store.recalculate(waiting);
  }
}

function siteOf({ sheetId, row, column, callIndex, args }: FunctionCall): string {
  return JSON.stringify([sheetId, row, column, callIndex, args]);
}
