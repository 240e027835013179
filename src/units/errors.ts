// The two ways a calculation can refuse. Whoever shows them (cells, pane, command line) adds where they happened.

/** The input is wrong. The message is a sentence that names the input, its value and unit, and what is allowed. */
export class InputError extends Error {
  override readonly name = "InputError";
}

/** The input is fine but there is no answer: an unknown model, a day outside the data, a payback that never comes. The message is a sentence. */
export class NotAvailableError extends Error {
  override readonly name = "NotAvailableError";
}
