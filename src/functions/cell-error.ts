/** The error values of Excel that custom functions can show. Only #VALUE! and #N/A show a sentence with it. */
export const EXCEL_ERRORS = ["#VALUE!", "#N/A", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#SPILL!", "#CALC!", "#GETTING_DATA", "#BUSY!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#EXTERNAL!", "#UNKNOWN!"] as const;
export type ExcelError = (typeof EXCEL_ERRORS)[number];

/** An error as the value of a cell. `passedOn` marks one that came in with an argument and goes out as it was. */
export class CellError {
  constructor(
    readonly code: ExcelError,
    readonly message: string,
    readonly passedOn = false,
  ) {}
}

const codes: ReadonlySet<unknown> = new Set(EXCEL_ERRORS);

/** The error in an argument, in any of the shapes in which hosts hand errors over, or undefined. */
export function errorInArgument(value: object): CellError | undefined {
  for (const key of ["code", "errorCode", "basicValue", "error"] as const) {
    const code = (value as Partial<Record<string, unknown>>)[key];
    if (codes.has(code)) {
      const message = (value as { message?: unknown }).message;
      return new CellError(code as ExcelError, typeof message === "string" ? message : "", true);
    }
  }
  return undefined;
}
