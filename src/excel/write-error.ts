/** A write that failed. The message says what happened and what to do; nothing that was begun is left unless it says so. */
export class WriteError extends Error {
  override readonly name = "WriteError";
  constructor(readonly whatHappened: string, readonly whatToDo: string, cause: unknown) {
    super(`${whatHappened} ${whatToDo}`, { cause });
  }
}

/** What was being done, in the words of the sentences below. */
export interface Task {
  /** "the scenario" */
  readonly thing: string;
  /** "build again" */
  readonly again: string;
  /** What makes it smaller when Excel refuses its size. */
  readonly smaller: string;
}

export const BUILD_SCENARIO: Task = { thing: "the scenario", again: "build again", smaller: "Plan fewer months" };
export const INSERT_EXAMPLES: Task = { thing: "the example sheets", again: "insert them again", smaller: "Close other large workbooks" };
export const WRITE_FORMULA: Task = { thing: "the formula", again: "write it again", smaller: "Shorten the formula" };
export const APPEND_ROW: Task = { thing: "the row", again: "try again", smaller: "Shorten the row" };
export const READ_CELLS: Task = { thing: "the cells", again: "try again", smaller: "Refer to smaller ranges" };
export const READ_TABLES: Task = { thing: "the tables", again: "try again", smaller: "Shorten the tables" };

/** By Excel's error codes; several codes may mean the same to the user. */
const EXPLANATIONS: Readonly<Record<string, (task: Task) => readonly [whatHappened: string, whatToDo: string]>> = {
  AccessDenied: ({ again }) => ["Excel does not allow changes here: the workbook is read-only or its structure is protected, or this sheet is.", `Open a copy you can edit, or remove the protection (Review, Protect), and ${again}.`],
  InvalidOperationInCellEditMode: ({ again }) => ["A cell is being edited.", `Press Enter or Esc to finish editing the cell, and ${again}.`],
  InvalidSelection: ({ again }) => ["More than one block of cells is selected, or none.", `Select one block of cells, and ${again}.`],
  ItemAlreadyExists: ({ thing, again }) => [`A sheet of the same name appeared while ${thing} ${thing.endsWith("s") ? "were" : "was"} written.`, `${capitalized(again)}: that takes the next free names.`],
  PayloadLimit: ({ thing, again, smaller }) => [`Excel does not take ${thing} in one piece: too large.`, `${smaller}, and ${again}.`],
  NotSupported: ({ thing, again }) => [`This Excel lacks a function needed for ${thing}.`, `Update Excel (the add-in needs ExcelApi 1.12), and ${again}.`],
  Busy: ({ again }) => ["Excel did not answer.", `Wait until Excel has finished calculating, and ${again}.`],
};

const SAME_AS: Readonly<Record<string, string>> = {
  EditModeError: "InvalidOperationInCellEditMode",
  RequestPayloadSizeLimitExceeded: "PayloadLimit",
  ResponsePayloadSizeLimitExceeded: "PayloadLimit",
  OperationCellsExceedLimit: "PayloadLimit",
  NotImplemented: "NotSupported",
  ApiNotFound: "NotSupported",
  ApiNotAvailable: "NotSupported",
  ServiceNotAvailable: "Busy",
  RequestAborted: "Busy",
  HostIsBusy: "Busy",
  Timeout: "Busy",
};

/** Any failure of Excel as sentences for the user. */
export function explainFailure(error: unknown, task: Task): WriteError {
  const code = codeOf(error);
  const [whatHappened, whatToDo] = EXPLANATIONS[SAME_AS[code] ?? code]?.(task) ?? [
    `Excel refused ${task.thing}${code ? ` (${code})` : ""}: ${error instanceof Error ? error.message : String(error)}`,
    `${capitalized(task.again)}; if it fails again, report this text.`,
  ];
  return new WriteError(whatHappened, whatToDo, error);
}

/** Names of sheets that a failed write could not remove: new ones, and copies of those that it replaced. */
export interface Left {
  readonly begun: readonly string[];
  readonly copies: readonly string[];
}

/** A failed write of sheets as sentences for the user. */
export function explainWriteFailure(error: unknown, { begun, copies }: Left, task: Task): WriteError {
  const { whatHappened, whatToDo } = explainFailure(error, task);
  const sentences = [
    ...(copies.length > 0 ? [`Sheets are half replaced; what they held is kept in ${copies.join(", ")}.`] : []),
    ...(begun.length > 0 ? [`Delete what was begun by hand: ${begun.join(", ")}.`] : []),
  ];
  return new WriteError(whatHappened, `${whatToDo} ${sentences.join(" ") || "The workbook is as it was."}`, error);
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function codeOf(error: unknown): string {
  const code: unknown = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : "";
}
