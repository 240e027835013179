// Charts are plain data that the page draws; the host computes what Excel decides: series, names, positions.
import { oneOf, size, text } from "../arguments";
import type { ChartAxisModel, ChartModel } from "../contract";
import { HostError } from "../errors";
import { hostObject, stateOf, type HostObject, type ObjectType } from "../object-type";
import { chartAxesType, chartLegendType, chartTitleType } from "./chart-parts";
import { seriesCollectionType } from "./chart-series";
import { seriesOf } from "./chart-source";
import { CHART_TYPES } from "./chart-types";
import { rangeArgument, rangeType } from "./range";
import type { ChartState, RangeState, WorksheetState } from "./states";
import type { WorkbookState } from "./workbook-state";

const AXIS: ChartAxisModel = { title: "", titleVisible: false, visible: true, numberFormat: null, minimum: null, maximum: null, majorGridlines: false, tickLabelPosition: "NextToAxis" };
const DEFAULT_SIZE = { width: 360, height: 216 };

function sourceRange(book: WorkbookState, sheetId: string, value: unknown): RangeState {
  const range = stateOf(rangeType, value) ?? (typeof value === "string" ? rangeArgument(book, sheetId, value) : null);
  if (!range) throw new HostError("InvalidArgument");
  const used = book.store.usedArea(range.sheetId);
  const rows = used ? Math.min(range.area.rows, Math.max(1, used.row + used.rows - range.area.row)) : 1;
  const columns = used ? Math.min(range.area.columns, Math.max(1, used.column + used.columns - range.area.column)) : 1;
  return { ...range, area: { ...range.area, rows, columns } };
}

function freeName(charts: readonly ChartModel[], sheetId: string): string {
  const taken = new Set(charts.filter((each) => each.sheetId === sheetId).map(({ name }) => name.toLowerCase()));
  let number = 1;
  while (taken.has(`chart ${number}`)) number++;
  return `Chart ${number}`;
}

/** A chart of one series carries that series' name as its title; Excel shows none over several. */
function addChart({ book, id: sheetId }: WorksheetState, [rawType, source, by]: readonly unknown[]): HostObject {
  const type = oneOf(CHART_TYPES, rawType);
  const range = sourceRange(book, sheetId, source);
  const series = seriesOf(range, type, oneOf(["Auto", "Columns", "Rows"], by ?? "Auto"));
  const [first] = series;
  const only = series.length === 1 && first && typeof first.name !== "string" ? book.store.read(first.name.sheetId, first.name)[0]?.[0]?.text : undefined;
  const chart: ChartModel = {
    id: book.newId(), sheetId, name: freeName(book.charts.get(), sheetId), type,
    title: only ?? "Chart Title", titleVisible: true, legendVisible: true, legendPosition: "Bottom",
    valueAxis: { ...AXIS, majorGridlines: true }, categoryAxis: AXIS, series,
    ...positionBeside(range), ...DEFAULT_SIZE,
  };
  book.charts.set([...book.charts.get(), chart]);
  return hostObject(chartType, { book, id: chart.id });
}

/** Points from the sheet's corner to a row and column. */
function pointsTo(book: WorkbookState, sheetId: string, row: number, column: number): { top: number; left: number } {
  let top = 0;
  let left = 0;
  for (let index = 0; index < row; index++) top += book.store.rowHeight(sheetId, index);
  for (let index = 0; index < column; index++) left += book.store.columnWidth(sheetId, index);
  return { top, left };
}

/** Excel puts a new chart into the middle of the window; without one it goes beside its data. */
function positionBeside({ book, sheetId, area }: RangeState): { top: number; left: number } {
  return pointsTo(book, sheetId, area.row, area.column + area.columns);
}

function setPosition({ book, id }: ChartState, [start, end]: readonly unknown[]): null {
  const { sheetId } = book.chart(id);
  const first = rangeArgument(book, sheetId, start).area;
  const last = end === null || end === undefined ? null : rangeArgument(book, sheetId, end).area;
  const from = pointsTo(book, sheetId, first.row, first.column);
  if (!last) return (book.changeChart(id, from), null);
  const to = pointsTo(book, sheetId, last.row + last.rows, last.column + last.columns);
  if (to.top <= from.top || to.left <= from.left) throw new HostError("InvalidArgument");
  book.changeChart(id, { ...from, width: to.left - from.left, height: to.top - from.top });
  return null;
}

export const chartType: ObjectType<ChartState> = {
  wire: "Chart",
  identity: { field: "Id", of: ({ id }) => id },
  scalars: {
    Id: { since: "ExcelApi 1.7", read: ({ id }) => id },
    Name: { since: "ExcelApi 1.1", read: ({ book, id }) => book.chart(id).name, write: ({ book, id }, value) => book.changeChart(id, { name: text(value) }) },
    ChartType: { since: "ExcelApi 1.7", read: ({ book, id }) => book.chart(id).type, write: ({ book, id }, value) => setType({ book, id }, oneOf(CHART_TYPES, value)) },
    Top: { since: "ExcelApi 1.1", read: ({ book, id }) => book.chart(id).top, write: ({ book, id }, value) => book.changeChart(id, { top: size(value) }) },
    Left: { since: "ExcelApi 1.1", read: ({ book, id }) => book.chart(id).left, write: ({ book, id }, value) => book.changeChart(id, { left: size(value) }) },
    Width: { since: "ExcelApi 1.1", read: ({ book, id }) => book.chart(id).width, write: ({ book, id }, value) => book.changeChart(id, { width: size(value) }) },
    Height: { since: "ExcelApi 1.1", read: ({ book, id }) => book.chart(id).height, write: ({ book, id }, value) => book.changeChart(id, { height: size(value) }) },
  },
  links: {
    Title: { since: "ExcelApi 1.1", follow: (self) => hostObject(chartTitleType, self) },
    Legend: { since: "ExcelApi 1.1", follow: (self) => hostObject(chartLegendType, self) },
    Axes: { since: "ExcelApi 1.1", follow: (self) => hostObject(chartAxesType, self) },
    Series: { since: "ExcelApi 1.1", follow: (self) => hostObject(seriesCollectionType, self) },
    Worksheet: { since: "ExcelApi 1.2", follow: ({ book, id }) => book.owners.worksheet(book, book.chart(id).sheetId) },
  },
  methods: {
    SetPosition: { since: "ExcelApi 1.1", call: setPosition },
    SetData: {
      since: "ExcelApi 1.1",
      calculated: true,
      call({ book, id }, [source, by]) {
        const chart = book.chart(id);
        book.changeChart(id, { series: seriesOf(sourceRange(book, chart.sheetId, source), chart.type, oneOf(["Auto", "Columns", "Rows"], by ?? "Auto")) });
        return null;
      },
    },
    Delete: {
      since: "ExcelApi 1.1",
      call({ book, id }) {
        book.charts.set(book.charts.get().filter((each) => each.id !== id));
        return null;
      },
    },
  },
};

function setType({ book, id }: ChartState, type: string): void {
  book.changeChart(id, { type, series: book.chart(id).series.map((series) => ({ ...series, chartType: type })) });
}

function onSheet({ book, id }: WorksheetState): readonly ChartModel[] {
  return book.charts.get().filter(({ sheetId }) => sheetId === id);
}

function find(sheet: WorksheetState, key: unknown): HostObject | null {
  const wanted = text(key);
  const chart = onSheet(sheet).find(({ id }) => id === wanted) ?? onSheet(sheet).find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  return chart ? hostObject(chartType, { book: sheet.book, id: chart.id }) : null;
}

export const chartCollectionType: ObjectType<WorksheetState> = {
  wire: "ChartCollection",
  scalars: { Count: { since: "ExcelApi 1.1", read: (self) => onSheet(self).length } },
  methods: {
    Add: { since: "ExcelApi 1.1", calculated: true, call: addChart },
    GetCount: { since: "ExcelApi 1.4", call: (self) => onSheet(self).length },
    GetItem: {
      since: "ExcelApi 1.1",
      call(self, [key]) {
        const chart = find(self, key);
        if (!chart) throw new HostError("ItemNotFound");
        return chart;
      },
    },
    GetItemOrNullObject: { since: "ExcelApi 1.4", call: (self, [key]) => find(self, key) },
    GetItemAt: {
      since: "ExcelApi 1.1",
      call(self, [index]) {
        const chart = onSheet(self)[Number(index)];
        if (!chart) throw new HostError("InvalidArgument");
        return hostObject(chartType, { book: self.book, id: chart.id });
      },
    },
  },
  items: (self) => onSheet(self).map(({ id }) => hostObject(chartType, { book: self.book, id })),
  item: find,
};
