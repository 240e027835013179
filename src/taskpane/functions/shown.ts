import { CellError } from "../../functions/cell-error";
import type { Outcome } from "../../functions/call";

// Values as the pane shows them.

const number = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 8 });

/** "29.355004", "130,000,000,000,000", "TRUE", "#N/A" or the text itself. */
export function shownValue(value: unknown): string {
  if (typeof value === "number") return value !== 0 && (Math.abs(value) < 1e-6 || Math.abs(value) >= 1e16) ? value.toExponential(6).replace(/\.?0+e/, "e").replace("e+", "E+").replace("e-", "E−").replace(/^-/, "−") : number.format(value).replace("-", "−");
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (value instanceof CellError) return value.code;
  return value === null || value === undefined ? "" : String(value as string);
}

/** A few of many cells. */
const SHOWN_CELLS = 3;

/** "24 cells: 20, 21, 22, …" */
export function shownRange(cells: readonly unknown[]): string {
  const shown = cells.slice(0, SHOWN_CELLS).map((cell) => shownValue(cell) || "blank").join(", ");
  return `${cells.length} cells: ${shown}${cells.length > SHOWN_CELLS ? ", …" : ""}`;
}

/** The error of a result that is one error, or undefined. */
export function errorOf(result: Outcome | Outcome[][]): CellError | undefined {
  if (result instanceof CellError) return result;
  const [only] = Array.isArray(result) && result.length === 1 && result[0]!.length === 1 ? result[0]! : [];
  return only instanceof CellError ? only : undefined;
}
