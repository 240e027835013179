import { color, finite, flag, oneOf, text } from "../arguments";
import type { ChartModel, ChartSeriesModel, SheetArea } from "../contract";
import { HostError } from "../errors";
import { hostObject, stateOf, type HostObject, type ObjectType } from "../object-type";
import { newSeries } from "./chart-source";
import { CHART_TYPES } from "./chart-types";
import { rangeType, resolveAddress } from "./range";
import type { ChartState } from "./states";

export interface SeriesState extends ChartState {
  readonly seriesId: string;
}

const LINE_STYLES = ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "RoundDot", "Automatic"] as const;
const MARKER_STYLES = ["Automatic", "None", "Square", "Diamond", "Triangle", "X", "Star", "Dot", "Dash", "Circle", "Plus"] as const;

function model({ book, id, seriesId }: SeriesState): ChartSeriesModel {
  const found = book.chart(id).series.find((each) => each.id === seriesId);
  if (!found) throw new HostError("ItemNotFound");
  return found;
}

function change({ book, id, seriesId }: SeriesState, patch: Partial<ChartSeriesModel>): void {
  book.changeChart(id, { series: book.chart(id).series.map((each) => (each.id === seriesId ? { ...each, ...patch } : each)) });
}

function area(value: unknown): SheetArea {
  const range = stateOf(rangeType, value);
  if (!range) throw new HostError("InvalidArgument");
  return { ...range.area, sheetId: range.sheetId };
}

/** "=Plan!B1" ties the name to a cell; any other text is the name itself. */
function nameOrCell({ book, id }: ChartState, value: unknown): string | SheetArea {
  const name = text(value);
  if (!name.startsWith("=")) return name;
  const { sheetId, area } = resolveAddress(book, book.chart(id).sheetId, name.slice(1));
  return { ...area, sheetId };
}

function seriesName({ book }: SeriesState, name: ChartSeriesModel["name"]): string {
  if (typeof name === "string") return name;
  const cell = book.store.read(name.sheetId, { row: name.row, column: name.column, rows: 1, columns: 1 })[0]?.[0];
  return cell?.text ?? "";
}

export const lineType: ObjectType<SeriesState> = {
  wire: "ChartLineFormat",
  scalars: {
    Color: { since: "ExcelApi 1.1", read: (self) => model(self).lineColor, write: (self, value) => change(self, { lineColor: color(value) }) },
    Weight: { since: "ExcelApi 1.7", read: (self) => model(self).lineWeight, write: (self, value) => change(self, { lineWeight: finite(value) }) },
    LineStyle: { since: "ExcelApi 1.7", read: (self) => model(self).lineStyle, write: (self, value) => change(self, { lineStyle: oneOf(LINE_STYLES, value) }) },
  },
  methods: { Clear: { since: "ExcelApi 1.1", call: (self) => (change(self, { lineColor: null, lineStyle: null }), null) } },
};

export const fillType: ObjectType<SeriesState> = {
  wire: "ChartFill",
  methods: {
    SetSolidColor: { since: "ExcelApi 1.1", call: (self, [value]) => (change(self, { fillColor: color(value) }), null) },
    Clear: { since: "ExcelApi 1.1", call: (self) => (change(self, { fillColor: null }), null) },
  },
};

export const seriesFormatType: ObjectType<SeriesState> = {
  wire: "ChartSeriesFormat",
  links: {
    Line: { since: "ExcelApi 1.1", follow: (self) => hostObject(lineType, self) },
    Fill: { since: "ExcelApi 1.1", follow: (self) => hostObject(fillType, self) },
  },
};

export const seriesType: ObjectType<SeriesState> = {
  wire: "ChartSeries",
  scalars: {
    Name: { since: "ExcelApi 1.1", calculated: true, read: (self) => seriesName(self, model(self).name), write: (self, value) => change(self, { name: nameOrCell(self, value) }) },
    ChartType: { since: "ExcelApi 1.7", read: (self) => model(self).chartType, write: (self, value) => change(self, { chartType: oneOf(CHART_TYPES, value) }) },
    AxisGroup: { since: "ExcelApi 1.8", read: (self) => model(self).axisGroup, write: (self, value) => change(self, { axisGroup: oneOf(["Primary", "Secondary"], value) }) },
    MarkerStyle: { since: "ExcelApi 1.7", read: (self) => model(self).markerStyle, write: (self, value) => change(self, { markerStyle: oneOf(MARKER_STYLES, value) }) },
    Smooth: { since: "ExcelApi 1.7", read: (self) => model(self).smooth, write: (self, value) => change(self, { smooth: flag(value) }) },
  },
  links: { Format: { since: "ExcelApi 1.1", follow: (self) => hostObject(seriesFormatType, self) } },
  methods: {
    SetValues: { since: "ExcelApi 1.7", call: (self, [range]) => (change(self, { values: area(range) }), null) },
    SetXAxisValues: { since: "ExcelApi 1.7", call: (self, [range]) => (change(self, { categories: area(range) }), null) },
    Delete: {
      since: "ExcelApi 1.7",
      call({ book, id, seriesId }) {
        book.changeChart(id, { series: book.chart(id).series.filter((each) => each.id !== seriesId) });
        return null;
      },
    },
  },
};

function seriesObject(chart: ChartState, series: ChartSeriesModel): HostObject {
  return hostObject<SeriesState>(seriesType, { ...chart, seriesId: series.id });
}

function all({ book, id }: ChartState): ChartModel["series"] {
  return book.chart(id).series;
}

export const seriesCollectionType: ObjectType<ChartState> = {
  wire: "ChartSeriesCollection",
  scalars: { Count: { since: "ExcelApi 1.1", read: (self) => all(self).length } },
  methods: {
    Add: {
      since: "ExcelApi 1.7",
      call(self, [name, index]) {
        const series = newSeries(self.book.newId(), typeof name === "string" ? name : `Series${all(self).length + 1}`, self.book.chart(self.id).type, null, null);
        const at = typeof index === "number" ? index : all(self).length;
        self.book.changeChart(self.id, { series: [...all(self).slice(0, at), series, ...all(self).slice(at)] });
        return seriesObject(self, series);
      },
    },
    GetCount: { since: "ExcelApi 1.4", call: (self) => all(self).length },
    GetItemAt: {
      since: "ExcelApi 1.1",
      call(self, [index]) {
        const series = all(self)[Number(index)];
        if (!series) throw new HostError("InvalidArgument");
        return seriesObject(self, series);
      },
    },
  },
  items: (self) => all(self).map((series) => seriesObject(self, series)),
};
