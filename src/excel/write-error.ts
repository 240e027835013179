/** A write that failed. The message says what happened and what to do; nothing that was begun is left unless it says so. */
export class WriteError extends Error {
  override readonly name = "WriteError";
  constructor(readonly whatHappened: string, readonly whatToDo: string, cause: unknown) {
    super(`${whatHappened} ${whatToDo}`, { cause });
  }
}

/** By Excel's error codes; several codes may mean the same to the user. */
const EXPLANATIONS: Readonly<Record<string, readonly [whatHappened: string, whatToDo: string]>> = {
  AccessDenied: ["Excel does not allow changes to this workbook: it is read-only or its structure is protected.", "Open a copy you can edit, or remove the protection (Review, Protect Workbook), and build again."],
  InvalidOperationInCellEditMode: ["A cell is being edited.", "Press Enter or Esc to finish editing the cell, and build again."],
  ItemAlreadyExists: ["A sheet of the same name appeared while the scenario was built.", "Build again: it then takes the next free names."],
  PayloadLimit: ["The scenario is larger than Excel takes in one piece.", "Plan fewer months, and build again."],
  NotSupported: ["This Excel lacks a function that the scenario needs.", "Update Excel (the add-in needs ExcelApi 1.12), and build again."],
  Busy: ["Excel did not answer.", "Wait until Excel has finished calculating, and build again."],
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

/**
 * Any failure of a write as sentences for the user.
 * @param leftBehind names of begun sheets that could not be removed
 */
export function explainWriteFailure(error: unknown, leftBehind: readonly string[]): WriteError {
  const code = codeOf(error);
  const [whatHappened, whatToDo] = EXPLANATIONS[SAME_AS[code] ?? code] ?? [
    `Excel refused to write the scenario${code ? ` (${code})` : ""}: ${error instanceof Error ? error.message : String(error)}`,
    "Build again; if it fails again, report this text.",
  ];
  if (leftBehind.length === 0) return new WriteError(whatHappened, `${whatToDo} The workbook is as it was.`, error);
  return new WriteError(whatHappened, `${whatToDo} Delete what was begun by hand: ${leftBehind.join(", ")}.`, error);
}

function codeOf(error: unknown): string {
  const code: unknown = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : "";
}
