// Errors as Excel reports them to office.js: a code that add-ins compare with, and a sentence.

const DEFAULT_MESSAGES: Readonly<Record<string, string>> = {
  ItemNotFound: "The requested resource doesn't exist.",
  InvalidArgument: "The argument is invalid or missing or has an incorrect format.",
  ItemAlreadyExists: "A resource with the same name or identifier already exists.",
  InvalidReference: "This reference is not valid for the current operation.",
  InvalidOperation: "The operation attempted is invalid on the object.",
  InvalidObjectPath: "The object path is not valid in this request.",
};

/** A refusal that reaches the add-in as `OfficeExtension.Error` with this code and message. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message ?? DEFAULT_MESSAGES[code] ?? code);
    this.name = "HostError";
  }
}

/** Refuses what the workbench does not model, naming it, rather than guessing what Excel would do. */
export function notImplemented(what: string): HostError {
  return new HostError("NotImplemented", `The workbench does not model ${what}.`);
}
