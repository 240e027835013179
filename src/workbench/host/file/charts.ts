import type { SheetChart } from "hucre/xlsx";
import { areaAddress, quotedSheetName } from "../address";
import type { ChartModel, ChartSeriesModel, SheetArea } from "../contract";
import type { WorkbookState } from "../model/workbook-state";

type Kind = Pick<SheetChart, "type"> & Partial<SheetChart>;

/** Charts of other kinds are left out of the file. */
const KINDS: Readonly<Record<string, Kind>> = {
  Line: { type: "line" }, LineMarkers: { type: "line" }, Area: { type: "area" },
  ColumnClustered: { type: "column", barGrouping: "clustered" }, ColumnStacked: { type: "column", barGrouping: "stacked" },
  BarClustered: { type: "bar", barGrouping: "clustered" }, BarStacked: { type: "bar", barGrouping: "stacked" },
};
const LEGENDS = { Top: "top", Bottom: "bottom", Left: "left", Right: "right" } as const;

/** The charts of a sheet; their points stand in the cells that they name. */
export function fileCharts(book: WorkbookState, sheetId: string): SheetChart[] {
  return book.charts.get().filter((chart) => chart.sheetId === sheetId).flatMap((chart) => {
    const kind = KINDS[chart.type];
    const series = chart.series.flatMap((each) => fileSeries(book, each));
    if (!kind || series.length === 0) return [];
    const { title, titleVisible, legendVisible, legendPosition, valueAxis, categoryAxis } = chart;
    return [{
      ...kind, series, frameTitle: chart.name,
      ...(titleVisible && { title }),
      axes: {
        x: { ...(categoryAxis.titleVisible && { title: categoryAxis.title }) },
        y: { ...(valueAxis.titleVisible && { title: valueAxis.title }), ...(valueAxis.numberFormat && { numberFormat: { formatCode: valueAxis.numberFormat } }), gridlines: { major: valueAxis.majorGridlines } },
      },
      legend: legendVisible ? (LEGENDS[legendPosition as keyof typeof LEGENDS] ?? "bottom") : false,
      anchor: anchorOf(book, chart),
    }];
  });
}

function fileSeries(book: WorkbookState, { name, values, categories, lineColor, fillColor }: ChartSeriesModel): SheetChart["series"] {
  if (!values) return [];
  const color = fillColor ?? lineColor;
  return [{ name: typeof name === "string" ? name : (book.store.read(name.sheetId, name)[0]?.[0]?.text ?? ""), values: reference(book, values), ...(categories && { categories: reference(book, categories) }), ...(color && { color: color.slice(1) }) }];
}

function reference(book: WorkbookState, area: SheetArea): string {
  return `${quotedSheetName(book.sheet(area.sheetId).name)}!${areaAddress(area, true)}`;
}

/** The cells that a chart covers. */
function anchorOf({ store }: WorkbookState, { sheetId, top, left, width, height }: ChartModel): NonNullable<SheetChart["anchor"]> {
  const rowAt = indexAt((row) => store.rowHeight(sheetId, row));
  const columnAt = indexAt((column) => store.columnWidth(sheetId, column));
  const from = { row: rowAt(top), col: columnAt(left) };
  return { from, to: { row: Math.max(from.row + 1, rowAt(top + height)), col: Math.max(from.col + 1, columnAt(left + width)) } };
}

function indexAt(size: (index: number) => number): (points: number) => number {
  return (points) => {
    let index = 0;
    for (let rest = points; rest >= size(index) && index < 10_000; index++) rest -= size(index);
    return index;
  };
}
