// What a value becomes when it is written to a cell: Excel's rules for numbers, booleans, error values, formulas and
// the leading apostrophe. Dates, percentages and currency texts stay text: their reading depends on the user's locale.
import { HostError } from "./errors";
import type { CellInput, CellValue } from "./store";

const NUMBER = /^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i;
const ERRORS = new Set(["#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NUM!", "#NAME?", "#NULL!"]);
/** Excel's limits: https://support.microsoft.com/office/excel-specifications-and-limits */
const MAX_TEXT = 32_767;
const MAX_FORMULA = 8_192;

/** @param textFormat whether the cell's number format is "@": then everything typed stays text. */
export function cellInput(written: unknown, textFormat: boolean): CellInput {
  if (typeof written === "number" && Number.isFinite(written)) return { value: written };
  if (typeof written === "boolean") return { value: written };
  if (typeof written !== "string") throw new HostError("InvalidArgument");
  if (textFormat) return { value: written === "" ? null : limited(written, MAX_TEXT) };
  if (written.length > 1 && written.startsWith("=")) return { formula: limited(written, MAX_FORMULA) };
  return { value: constant(written) };
}

/** The add-in's view of a value: "" for an empty cell, the error's text for an error. */
export function scriptValue(value: CellValue): number | string | boolean {
  if (value === null) return "";
  return typeof value === "object" ? value.error : value;
}

function constant(text: string): CellValue {
  if (text === "") return null;
  if (text.startsWith("'")) return limited(text.slice(1), MAX_TEXT);
  if (NUMBER.test(text) && Number.isFinite(Number(text))) return Number(text);
  const upper = text.toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") return upper === "TRUE";
  if (ERRORS.has(upper)) return { error: upper };
  return limited(text, MAX_TEXT);
}

function limited(text: string, length: number): string {
  if (text.length > length) throw new HostError("InvalidArgument", `A cell takes at most ${length} characters here; this text has ${text.length}.`);
  return text;
}
