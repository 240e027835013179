import { absoluteReference, columnName } from "../address";
import type { Cell, Sheet } from "../workbook";
import type { Check } from "./checks-row";

// What people print stands at the end of links: a link that was overwritten or points elsewhere would show a wrong figure on a page
// whose checks all hold. Each is held against the cell that it was laid out to show.

const KIND = "Shown as worked out";
const ONE_CELL = /^=((?:'[^']+'|[\w.]+)!)?\$([A-Z]+)\$(\d+)$/;

/** A check for every cell of the sheets that only shows another one. @param except cells that no check can look at: those that show the master check */
export function printedChecks(sheets: readonly Sheet[], except: string): Check[] {
  return sheets.flatMap((sheet) =>
    sheet.rows.flatMap((row, r) =>
      row.flatMap((cell, c): Check[] => {
        const from = cell && sourceOf(sheet, cell);
        if (!from || from === except) return [];
        const address = `${columnName(c)}${r + 1}`;
        return [{
          kind: KIND, label: `${sheet.name} ${address}: ${labelOf(sheet, r, c)}`, unit: "as shown", format: cell.format,
          key: { cell: absoluteReference({ sheet: sheet.name, address }) }, other: { cell: from }, within: "share",
        }];
      })));
}

/** The cell of another sheet that a cell shows, through one of its own sheet where it repeats that one. */
function sourceOf(sheet: Sheet, { content }: Cell): string | undefined {
  const formula = typeof content === "object" && "formula" in content ? content.formula : "";
  const [, other, column, row] = ONE_CELL.exec(formula) ?? [];
  if (column === undefined) return undefined;
  if (other !== undefined) return formula.slice(1);
  const repeated = sheet.rows[Number(row) - 1]!.find((_, c) => columnName(c) === column);
  return repeated ? sourceOf(sheet, repeated) : undefined;
}

/** The nearest label on the left, or the text above. */
function labelOf({ rows }: Sheet, row: number, column: number): string {
  const left = rows[row]!.slice(0, column).filter((cell) => cell?.look === "label").at(-1);
  const content = (left ?? rows[row - 1]?.[column])?.content;
  return typeof content === "string" ? content : "";
}
