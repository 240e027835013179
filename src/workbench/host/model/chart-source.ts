// How charts.add(type, range) splits a range into series, names and categories.
import type { ChartSeriesModel, SheetArea } from "../contract";
import type { CellContent } from "../store";
import type { RangeState } from "./states";

const SERIES_LIMIT = 255;

export function newSeries(id: string, name: string | SheetArea, chartType: string, values: SheetArea | null, categories: SheetArea | null): ChartSeriesModel {
  return { id, name, values, categories, chartType, axisGroup: "Primary", lineColor: null, lineWeight: null, lineStyle: null, fillColor: null, markerStyle: "Automatic", smooth: false };
}

function isText({ value }: CellContent): boolean {
  return typeof value === "string" && value !== "";
}

function isBlank({ value }: CellContent): boolean {
  return value === null || value === "";
}

/** Dates and years serve as categories when the corner above them is blank, as Excel has it. */
function isLabels(line: readonly CellContent[], corner: CellContent): boolean {
  const rest = line.slice(1);
  return rest.length > 0 && (isBlank(corner) ? rest.some((cell) => !isBlank(cell)) : rest.some(isText) && !rest.some((cell) => typeof cell.value === "number"));
}

/**
 * Series run along the longer side unless the caller says otherwise. The first line and the first cells of each
 * line are names and categories when they hold text, or anything at all under a blank corner.
 */
export function seriesOf({ book, sheetId, area }: RangeState, chartType: string, by: "Auto" | "Columns" | "Rows"): ChartSeriesModel[] {
  const cells = book.store.read(sheetId, area);
  const corner = cells[0]?.[0];
  if (!corner) return [];
  const inColumns = by === "Columns" || (by === "Auto" && area.rows >= area.columns);
  const firstRow = cells[0] ?? [];
  const firstColumn = cells.map((row) => row[0] ?? corner);
  const single = area.rows === 1 || area.columns === 1;
  const headRow = single ? inColumns && isText(corner) : isLabels(firstRow, corner);
  const headColumn = single ? !inColumns && isText(corner) : isLabels(firstColumn, corner);
  const top = headRow ? 1 : 0;
  const left = headColumn ? 1 : 0;
  const rows = area.rows - top;
  const columns = area.columns - left;
  const at = (row: number, column: number, height: number, width: number): SheetArea => ({ sheetId, row: area.row + row, column: area.column + column, rows: height, columns: width });
  return Array.from({ length: Math.min(SERIES_LIMIT, inColumns ? columns : rows) }, (_, index) => {
    const name = `Series${index + 1}`;
    return inColumns
      ? newSeries(book.newId(), headRow ? at(0, left + index, 1, 1) : name, chartType, at(top, left + index, rows, 1), headColumn ? at(top, 0, rows, 1) : null)
      : newSeries(book.newId(), headColumn ? at(top + index, 0, 1, 1) : name, chartType, at(top + index, left, 1, columns), headRow ? at(0, left, 1, columns) : null);
  });
}
