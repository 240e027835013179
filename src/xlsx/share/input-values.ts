import type { BookValues } from "./book-values";
import { areaOfAddress } from "./formulas";
import type { Area } from "./places";
import { attribute } from "./xml";

/**
 * Every cell that is typed and not calculated, with its place: two workbooks with the same text have the same inputs.
 * What a formula spills is none.
 */
export function inputsText(values: BookValues): string {
  return values.book.sheets.flatMap(({ name, isWorksheet }, sheet) => {
    if (!isWorksheet) return [];
    const cells = values.passingCells(sheet);
    const last = { row: cells.lastRow, column: cells.lastColumn };
    const blocks = new Map<number, Area[]>();
    for (const { formula } of cells.formulas()) {
      const block = ["array", "dataTable"].includes(attribute(formula!.tag, "t") ?? "") ? areaOfAddress(attribute(formula!.tag, "ref") ?? "", sheet, last) : undefined;
      if (!block || (block.bottom === block.top && block.right === block.left)) continue;
      for (let row = block.top; row <= Math.min(block.bottom, last.row); row++) blocks.set(row, [...(blocks.get(row) ?? []), block]);
    }
    const lines = [JSON.stringify(name)];
    for (const cell of cells.constants()) {
      const { row, column } = cell;
      if (blocks.get(row)?.some(({ left, right }) => column >= left && column <= right)) continue;
      lines.push(`${row},${column},${JSON.stringify(values.shown(cell))}`);
    }
    return lines;
  }).join("\n");
}
