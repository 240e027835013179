// Title, legend and axes of a chart.
import { finite, flag, oneOf, text } from "../arguments";
import type { ChartAxisModel } from "../contract";
import { hostObject, type ObjectType } from "../object-type";
import type { ChartState } from "./states";

interface AxisState extends ChartState {
  readonly axis: "valueAxis" | "categoryAxis";
}

const LEGEND_POSITIONS = ["Top", "Bottom", "Left", "Right", "Corner"] as const;

export const chartTitleType: ObjectType<ChartState> = {
  wire: "ChartTitle",
  scalars: {
    Text: { since: "ExcelApi 1.1", read: ({ book, id }) => book.chart(id).title, write: ({ book, id }, value) => book.changeChart(id, { title: text(value), titleVisible: true }) },
    Visible: { since: "ExcelApi 1.1", read: ({ book, id }) => book.chart(id).titleVisible, write: ({ book, id }, value) => book.changeChart(id, { titleVisible: flag(value) }) },
  },
};

export const chartLegendType: ObjectType<ChartState> = {
  wire: "ChartLegend",
  scalars: {
    Visible: { since: "ExcelApi 1.1", read: ({ book, id }) => book.chart(id).legendVisible, write: ({ book, id }, value) => book.changeChart(id, { legendVisible: flag(value) }) },
    Position: {
      since: "ExcelApi 1.1",
      read: ({ book, id }) => book.chart(id).legendPosition,
      write: ({ book, id }, value) => book.changeChart(id, { legendPosition: oneOf(LEGEND_POSITIONS, value), legendVisible: true }),
    },
  },
};

function change({ book, id, axis }: AxisState, patch: Partial<ChartAxisModel>): void {
  book.changeChart(id, { [axis]: { ...book.chart(id)[axis], ...patch } });
}

/** An empty text gives the limit back to Excel's automatic choice. */
function limit(value: unknown): number | null {
  return value === "" ? null : finite(value);
}

export const axisTitleType: ObjectType<AxisState> = {
  wire: "ChartAxisTitle",
  scalars: {
    Text: { since: "ExcelApi 1.1", read: ({ book, id, axis }) => book.chart(id)[axis].title, write: (self, value) => change(self, { title: text(value), titleVisible: true }) },
    Visible: { since: "ExcelApi 1.1", read: ({ book, id, axis }) => book.chart(id)[axis].titleVisible, write: (self, value) => change(self, { titleVisible: flag(value) }) },
  },
};

export const gridlinesType: ObjectType<AxisState> = {
  wire: "ChartGridlines",
  scalars: { Visible: { since: "ExcelApi 1.1", read: ({ book, id, axis }) => book.chart(id)[axis].majorGridlines, write: (self, value) => change(self, { majorGridlines: flag(value) }) } },
};

export const axisType: ObjectType<AxisState> = {
  wire: "ChartAxis",
  scalars: {
    Visible: { since: "ExcelApi 1.7", read: ({ book, id, axis }) => book.chart(id)[axis].visible, write: (self, value) => change(self, { visible: flag(value) }) },
    NumberFormat: { since: "ExcelApi 1.8", read: ({ book, id, axis }) => book.chart(id)[axis].numberFormat ?? "General", write: (self, value) => change(self, { numberFormat: text(value) }) },
    TickLabelPosition: {
      since: "ExcelApi 1.7",
      read: ({ book, id, axis }) => book.chart(id)[axis].tickLabelPosition,
      write: (self, value) => change(self, { tickLabelPosition: oneOf(["NextToAxis", "Low", "High", "None"], value) }),
    },
    Minimum: { since: "ExcelApi 1.1", read: ({ book, id, axis }) => book.chart(id)[axis].minimum ?? "", write: (self, value) => change(self, { minimum: limit(value) }) },
    Maximum: { since: "ExcelApi 1.1", read: ({ book, id, axis }) => book.chart(id)[axis].maximum ?? "", write: (self, value) => change(self, { maximum: limit(value) }) },
  },
  links: {
    Title: { since: "ExcelApi 1.1", follow: (self) => hostObject(axisTitleType, self) },
    MajorGridlines: { since: "ExcelApi 1.1", follow: (self) => hostObject(gridlinesType, self) },
  },
};

export const chartAxesType: ObjectType<ChartState> = {
  wire: "ChartAxes",
  links: {
    ValueAxis: { since: "ExcelApi 1.1", follow: (self) => hostObject<AxisState>(axisType, { ...self, axis: "valueAxis" }) },
    CategoryAxis: { since: "ExcelApi 1.1", follow: (self) => hostObject<AxisState>(axisType, { ...self, axis: "categoryAxis" }) },
  },
};
