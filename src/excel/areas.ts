import { columnName } from "../model-sheets";

/** Rows and columns count from 0. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** "A1:C4" */
export function areaAddress({ row, column, rows, columns }: Area): string {
  return `${columnName(column)}${row + 1}:${columnName(column + columns - 1)}${row + rows}`;
}

/**
 * The rectangles that together cover all cells with one value: runs along a row, joined with equal runs below.
 * @param rows rows of equal length; undefined cells belong to no rectangle
 */
export function areasByValue<T>(rows: readonly (readonly (T | undefined)[])[]): Map<T, Area[]> {
  const areas = new Map<T, Area[]>();
  let open = new Map<string, { value: T; from: number; to: number; firstRow: number }>();
  const close = ({ value, from, to, firstRow }: { value: T; from: number; to: number; firstRow: number }, lastRow: number): void => {
    const area = { row: firstRow, column: from, rows: lastRow - firstRow + 1, columns: to - from + 1 };
    const known = areas.get(value);
    if (known) known.push(area);
    else areas.set(value, [area]);
  };
  rows.forEach((row, r) => {
    const next: typeof open = new Map();
    for (const run of runs(row)) {
      const key = `${run.from}-${run.to}`;
      const above = open.get(key);
      if (above && above.value === run.value) {
        next.set(key, above);
        open.delete(key);
      } else {
        next.set(key, { ...run, firstRow: r });
      }
    }
    for (const area of open.values()) close(area, r - 1);
    open = next;
  });
  for (const area of open.values()) close(area, rows.length - 1);
  return areas;
}

function runs<T>(row: readonly (T | undefined)[]): { value: T; from: number; to: number }[] {
  const found: { value: T; from: number; to: number }[] = [];
  row.forEach((value, column) => {
    if (value === undefined) return;
    const last = found.at(-1);
    if (last && last.value === value && last.to === column - 1) last.to = column;
    else found.push({ value, from: column, to: column });
  });
  return found;
}
