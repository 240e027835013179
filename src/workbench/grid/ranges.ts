import type { IRange } from "@univerjs/core";
import type { CellArea } from "../host/store";

export function rangeOf({ row, column, rows, columns }: CellArea): IRange {
  return { startRow: row, startColumn: column, endRow: row + rows - 1, endColumn: column + columns - 1 };
}

export function areaOf({ startRow, startColumn, endRow, endColumn }: IRange): CellArea {
  return { row: startRow, column: startColumn, rows: endRow - startRow + 1, columns: endColumn - startColumn + 1 };
}

/** Joins cells that lie below one another, so that a column of a thousand results is one area to calculate again. */
export function joinCells(cells: readonly { readonly sheetId: string; readonly row: number; readonly column: number }[]): { sheetId: string; area: CellArea }[] {
  const sorted = [...cells].sort((a, b) => a.sheetId.localeCompare(b.sheetId) || a.column - b.column || a.row - b.row);
  const joined: { sheetId: string; column: number; from: number; to: number }[] = [];
  for (const { sheetId, row, column } of sorted) {
    const last = joined.at(-1);
    if (last && last.sheetId === sheetId && last.column === column && row <= last.to + 1) last.to = row;
    else joined.push({ sheetId, column, from: row, to: row });
  }
  return joined.map(({ sheetId, column, from, to }) => ({ sheetId, area: { row: from, column, rows: to - from + 1, columns: 1 } }));
}
