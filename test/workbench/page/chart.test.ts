/** @jest-environment jsdom */
import { createHeadlessStore } from "../../../src/workbench/grid/headless";
import type { ChartAxisModel, ChartModel, ChartSeriesModel, SheetArea, SheetStore } from "../../../src/workbench/host";
import { chartData } from "../../../src/workbench/page/charts/chart-data";
import { chartSvg } from "../../../src/workbench/page/charts/chart-svg";

const store = createHeadlessStore();
const sheetId = store.activeSheetId();
afterAll(() => store.dispose());
const cells = (row: number, column: number, rows: number, columns: number): SheetArea => ({ sheetId, row, column, rows, columns });

store.write(sheetId, cells(0, 0, 3, 4), [
  [{ value: "Month" }, { value: 0 }, { value: 1 }, { value: 2 }],
  [{ value: "Keep" }, { value: -100 }, { value: 50 }, { value: 400 }],
  [{ value: "Upgrade" }, { value: 10 }, { value: "n/a" }, { value: 30 }],
]);

const axis: ChartAxisModel = { title: "", titleVisible: false, visible: true, numberFormat: null, minimum: null, maximum: null, majorGridlines: true, tickLabelPosition: "NextToAxis" };

function series(row: number, chartType: string): ChartSeriesModel {
  return { id: `series-${row}`, name: cells(row, 0, 1, 1), values: cells(row, 1, 1, 3), categories: cells(0, 1, 1, 3), chartType, axisGroup: "Primary", lineColor: row === 1 ? "#1F3864" : null, lineWeight: null, lineStyle: null, fillColor: null, markerStyle: "Automatic", smooth: false };
}

function chart(type: string, change: Partial<ChartModel> = {}): ChartModel {
  return { id: "c", sheetId, name: "Chart 1", type, title: "Cash", titleVisible: true, legendVisible: true, legendPosition: "Bottom", valueAxis: axis, categoryAxis: axis, series: [series(1, type), series(2, type)], top: 0, left: 0, width: 400, height: 300, ...change };
}

function drawn(model: ChartModel, from: SheetStore = store): { svg: SVGSVGElement; texts: string[] } {
  const svg = chartSvg(model, chartData(from, model), 400, 300);
  return { svg, texts: [...svg.querySelectorAll("text")].map((each) => each.textContent ?? "") };
}

test("names, categories and numbers come from the cells; what is no number is a gap", () => {
  const data = chartData(store, chart("Line"));
  expect(data.categories).toEqual(["0", "1", "2"]);
  expect(data.series.map(({ name, shape, values, color }) => ({ name, shape, values, color }))).toEqual([
    { name: "Keep", shape: "line", values: [-100, 50, 400], color: "#1F3864" },
    { name: "Upgrade", shape: "line", values: [10, null, 30], color: "#ED7D31" },
  ]);
});

test("a line chart has a title, round ticks around all values, axis titles, a legend and one path a series", () => {
  const titled = (title: string): ChartAxisModel => ({ ...axis, title, titleVisible: true });
  const { svg, texts } = drawn(chart("Line", { valueAxis: { ...titled("$"), numberFormat: "#,##0.0" }, categoryAxis: titled("Month") }));
  expect(texts).toEqual(expect.arrayContaining(["Cash", "$", "Month", "Keep", "Upgrade", "-100.0", "0.0", "400.0", "0", "1", "2"]));
  expect(svg.querySelectorAll("path")).toHaveLength(2);
  expect(svg.querySelector("path")?.getAttribute("d")).toMatch(/^M[\d.]+,[\d.]+L[\d.]+,[\d.]+L/);
  expect(svg.getAttribute("aria-label")).toBe("Cash");
});

test("columns stand on zero, and their heights are in proportion", () => {
  const { svg } = drawn(chart("ColumnClustered"));
  const bars = [...svg.querySelectorAll("g[fill='#1F3864'] rect")].map((bar) => ({ y: Number(bar.getAttribute("y")), height: Number(bar.getAttribute("height")) }));
  expect(bars).toHaveLength(3);
  const [negative, low, high] = bars as [{ y: number; height: number }, { y: number; height: number }, { y: number; height: number }];
  expect(high.height / low.height).toBeCloseTo(8, 6);
  expect(negative.height / low.height).toBeCloseTo(2, 6);
  expect(low.y + low.height).toBeCloseTo(negative.y, 6);
});

test("bars lie, stacked columns build on one another", () => {
  const bars = [...drawn(chart("BarClustered")).svg.querySelectorAll("g[fill='#1F3864'] rect")].map((bar) => Number(bar.getAttribute("width")));
  expect((bars[2] ?? 0) / (bars[1] ?? 1)).toBeCloseTo(8, 6);
  const stacked = drawn(chart("ColumnStacked")).svg;
  const [first, second] = ["#1F3864", "#ED7D31"].map((color) => [...stacked.querySelectorAll(`g[fill='${color}'] rect`)].at(-1));
  expect(Number(second?.getAttribute("y")) + Number(second?.getAttribute("height"))).toBeCloseTo(Number(first?.getAttribute("y")), 6);
});

test("limits of the axis are kept, and long rows of categories are thinned out", () => {
  store.write(sheetId, cells(10, 0, 2, 60), [0, 1].map((line) => Array.from({ length: 60 }, (_, month) => ({ value: line === 0 ? `Month ${month}` : month }))));
  const long: ChartSeriesModel = { ...series(1, "Line"), name: "Run", values: cells(11, 0, 1, 60), categories: cells(10, 0, 1, 60) };
  const { texts } = drawn(chart("Line", { series: [long], valueAxis: { ...axis, minimum: 0, maximum: 90 } }));
  const months = texts.filter((text) => text.startsWith("Month "));
  expect(months.length).toBeGreaterThan(2);
  expect(months.length).toBeLessThan(12);
  expect(texts).not.toContain("100");
});

test("a chart without numbers is drawn empty", () => {
  expect(drawn(chart("Line", { series: [] })).texts).toContain("Cash");
});

test.each([["Pie", "Primary", "charts of type Pie"], ["Line", "Secondary", "second value axis"]])("what is not drawn is said: %s, %s", (type, axisGroup, sentence) => {
  expect(() => chartData(store, chart(type, { series: [{ ...series(1, type), axisGroup }] }))).toThrow(sentence);
});

test.each([["NextToAxis", "the zero line"], ["Low", "the lower end"], ["None", "nowhere"]])("category labels stand where asked: %s, %s", (tickLabelPosition) => {
  const { svg } = drawn(chart("Line", { categoryAxis: { ...axis, tickLabelPosition }, valueAxis: { ...axis, minimum: -100, maximum: 400 } }));
  const zero = Number([...svg.querySelectorAll("line")].find((rule) => rule.getAttribute("stroke") === "var(--chart-axis)")?.getAttribute("y1"));
  const lowest = Math.max(...[...svg.querySelectorAll("line")].map((rule) => Number(rule.getAttribute("y1"))));
  const label = [...svg.querySelectorAll("text")].find((text) => text.textContent === "1");
  const below = label ? Number(label.getAttribute("y")) : null;
  const expected = { NextToAxis: zero + 13, Low: lowest + 13, None: null }[tickLabelPosition] ?? null;
  expect(below).toEqual(expected === null ? null : expect.closeTo(expected, 6));
});
