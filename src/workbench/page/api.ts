// window.workbench: what tests and curious people can do with the page. Documented in docs/workbench.md.
import type { UniverStore } from "../grid/store";
import { isCellError } from "../grid/values";
import type { Host } from "../host";
import { parseAddress } from "../host/address";

export interface CellReading {
  /** A number, a text, TRUE/FALSE, null for an empty cell, or the code of an error such as "#N/A". */
  readonly value: number | string | boolean | null;
  readonly formula: string | null;
  /** The value as the number format shows it. */
  readonly text: string;
  /** The sentence of a function that gave an error, or a note somebody wrote. */
  readonly note: string | null;
}

export interface Workbench {
  /** The page is up, the add-in runs, and the workbook it opened with is calculated. Rejected with a sentence otherwise. */
  readonly ready: Promise<void>;
  /** Types into a cell, "Sheet!A1" or "A1" of the active sheet. Resolves when it has been entered; idle() waits for its value. */
  setCell(address: string, value: string | number | boolean | null): Promise<void>;
  getCell(address: string): CellReading;
  /** No calculation runs and no function call is unanswered. */
  idle(): Promise<void>;
  sheets(): string[];
}

export function workbenchApi(store: UniverStore, host: Host, ready: Promise<void>): Workbench {
  const cell = (address: string) => {
    const parsed = parseAddress(address);
    if (!parsed || parsed.rows > 1 || parsed.columns > 1) throw new Error(`"${address}" is not the address of a cell, such as B2 or 'My plan'!B2.`);
    const name = parsed.sheet;
    const sheet = name === null ? undefined : store.sheets().find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (name !== null && !sheet) throw new Error(`There is no sheet "${name}".`);
    return { sheetId: sheet?.id ?? store.activeSheetId(), row: parsed.row, column: parsed.column };
  };
  return {
    ready,
    setCell: (address, value) =>
      new Promise((resolve) => {
        const { sheetId, row, column } = cell(address);
        store.enter(sheetId, row, column, value);
        resolve();
      }),
    getCell(address) {
      const { sheetId, row, column } = cell(address);
      const [[content] = []] = store.read(sheetId, { row, column, rows: 1, columns: 1 });
      if (!content) throw new Error(`${address} cannot be read.`);
      const { value, formula, text } = content;
      return { value: isCellError(value) ? value.error : value, formula, text, note: host.errorMessage(sheetId, row, column) ?? store.note(sheetId, row, column) };
    },
    idle: () => host.idle(),
    sheets: () => store.sheets().map(({ name }) => name),
  };
}

/** The interface from the page's first moment: what waits, waits for the page; what answers at once needs `ready` first. */
export function pendingApi(opened: Promise<Workbench>): Workbench {
  let workbench: Workbench | undefined;
  void opened.then((each) => (workbench = each), () => undefined);
  const now = (): Workbench => {
    if (!workbench) throw new Error("The workbench is still opening: await window.workbench.ready first.");
    return workbench;
  };
  const ready = opened.then((each) => each.ready);
  // Whoever asks learns of a failure; the page shows it anyhow.
  ready.catch(() => undefined);
  return {
    ready,
    setCell: (address, value) => opened.then((each) => each.setCell(address, value)),
    getCell: (address) => now().getCell(address),
    idle: () => opened.then((each) => each.idle()),
    sheets: () => now().sheets(),
  };
}
