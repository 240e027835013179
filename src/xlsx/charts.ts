import { parseCellRef, type SheetChart } from "hucre/xlsx";
import { absoluteReference, type Chart } from "../model-sheets";
import { hexColor } from "./cell-style";

const KINDS = {
  line: { type: "line" },
  column: { type: "column", barGrouping: "clustered" },
  stackedColumn: { type: "column", barGrouping: "stacked" },
  bar: { type: "bar", barGrouping: "clustered" },
} as const satisfies Record<Chart["kind"], Partial<SheetChart>>;

/** Without cached points: readers take them from the cells, which charts name with "$". */
export function fileChart(chart: Chart): SheetChart {
  const from = parseCellRef(chart.topLeft);
  const last = parseCellRef(chart.bottomRight);
  return {
    ...KINDS[chart.kind],
    title: chart.title,
    titleFontSize: 13,
    frameTitle: chart.name,
    altText: chart.title,
    series: chart.series.map(({ name, values, color }) => ({
      name, color: hexColor(color), values: absoluteReference(values), categories: absoluteReference(chart.categories),
      ...(chart.kind === "line" && { stroke: { width: 2.25 }, marker: { symbol: "none" }, smooth: false }),
    })),
    axes: {
      // Below the plot also where values are negative.
      x: { title: chart.categoryTitle, tickLblPos: "low" },
      y: { title: chart.valueTitle, numberFormat: { formatCode: chart.valueFormat }, gridlines: { major: true } },
    },
    legend: "bottom",
    anchor: { from, to: { row: last.row + 1, col: last.col + 1 } },
  };
}
