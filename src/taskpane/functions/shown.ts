import { CellError } from "../../functions/cell-error";
import type { Outcome } from "../../functions/call";

// Values as the pane shows them.

const plain = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 8 });
const scientific = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 8, notation: "scientific" });

/** "29.355004", "130,000,000,000,000", "5.1E-9", "TRUE", "#N/A" or the text itself; "" for blank. */
export function shownValue(value: unknown): string {
  switch (typeof value) {
    case "number": {
      const size = Math.abs(value);
      return (size !== 0 && (size < 1e-6 || size >= 1e16) ? scientific : plain).format(value).replace(/^-/, "−");
    }
    case "boolean":
      return value ? "TRUE" : "FALSE";
    case "string":
      return value;
    default:
      return value instanceof CellError ? value.code : "";
  }
}

/** A few of many cells. */
const SHOWN_CELLS = 3;

/** "24 cells: 20, 21, 22, … $/kWh"; the unit begins with a space. */
export function shownRange(cells: readonly unknown[], unit: string): string {
  const shown = cells.slice(0, SHOWN_CELLS).map((cell) => shownValue(cell) || "blank").join(", ");
  return `${cells.length} cells: ${shown}${cells.length > SHOWN_CELLS ? ", …" : ""}${cells.every((cell) => typeof cell === "number") ? unit : ""}`;
}

/** The error of a result that is one error, or undefined. */
export function errorOf(result: Outcome | Outcome[][]): CellError | undefined {
  if (result instanceof CellError) return result;
  const [only] = Array.isArray(result) && result.length === 1 && result[0]!.length === 1 ? result[0]! : [];
  return only instanceof CellError ? only : undefined;
}
