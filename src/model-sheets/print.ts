import type { Sheet } from "./workbook";

/** Room between the margins of a Letter page, in points. */
const PRINTABLE_POINTS = { portrait: 6.5 * 72, landscape: 9 * 72 } as const;
/** Smaller print is hard to read. */
const SMALLEST_SCALE = 0.5;

/** As few pages side by side as stay readable, where the columns that stay in view are repeated on each. */
export function pagesAcross({ columnWidths, freeze, orientation }: Sheet): number {
  const sum = (widths: readonly number[]): number => widths.reduce((a, b) => a + b, 0);
  const repeated = sum(columnWidths.slice(0, freeze.columns));
  const room = PRINTABLE_POINTS[orientation] / SMALLEST_SCALE - repeated;
  return room > 0 ? Math.max(1, Math.ceil((sum(columnWidths) - repeated) / room)) : 1;
}
