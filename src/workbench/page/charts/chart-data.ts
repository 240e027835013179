// Reads a chart's numbers, names and categories from the cells.
import type { ChartModel, ChartSeriesModel, SheetArea, SheetStore } from "../../host";

export interface ChartSeries {
  readonly name: string;
  readonly shape: "line" | "column" | "bar" | "area";
  readonly stacked: boolean;
  readonly color: string;
  /** null where the cell holds no number. */
  readonly values: readonly (number | null)[];
}

export interface ChartData {
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
}

const PALETTE = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"];
const SHAPES: readonly (readonly [RegExp, ChartSeries["shape"]])[] = [[/^Line(Markers)?$/, "line"], [/^Column(Clustered|Stacked)$/, "column"], [/^Bar(Clustered|Stacked)$/, "bar"], [/^Area$/, "area"]];

/** @throws Error with a sentence when the chart is of a kind that is not drawn */
export function chartData(store: SheetStore, chart: ChartModel): ChartData {
  const known = new Set(store.sheets().map(({ id }) => id));
  const cells = (area: SheetArea | null) => (area && known.has(area.sheetId) ? store.read(area.sheetId, area).flat() : []);
  const series = chart.series.map((each, index) => ({
    name: typeof each.name === "string" ? each.name : (cells(each.name)[0]?.text ?? ""),
    shape: shapeOf(each),
    stacked: /Stacked/.test(each.chartType),
    color: each.lineColor ?? each.fillColor ?? PALETTE[index % PALETTE.length] ?? "#4472C4",
    values: cells(each.values).map(({ value }) => (typeof value === "number" ? value : null)),
  }));
  const length = Math.max(0, ...series.map(({ values }) => values.length));
  const labels = cells(chart.series.find(({ categories }) => categories)?.categories ?? null).map(({ text }) => text);
  return { categories: Array.from({ length }, (_, index) => labels[index] ?? String(index + 1)), series };
}

function shapeOf({ chartType, axisGroup }: ChartSeriesModel): ChartSeries["shape"] {
  const shape = SHAPES.find(([pattern]) => pattern.test(chartType))?.[1];
  if (!shape) throw new Error(`The workbench does not draw charts of type ${chartType}; Excel does.`);
  if (axisGroup === "Secondary") throw new Error("The workbench does not draw a second value axis; Excel does.");
  return shape;
}
