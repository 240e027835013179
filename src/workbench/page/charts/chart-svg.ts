// Draws a chart as SVG: title, legend, axes with round ticks, lines, columns, bars and areas.
import { type ScaleLinear, scaleBand, scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import type { ChartModel } from "../../host";
import { shownText } from "../../grid/values";
import { svg } from "../dom";
import type { ChartData, ChartSeries } from "./chart-data";

const FONT = 11;
const TITLE = 14;
const LINE = 16;
/** Average width of a character of the tick labels. */
const CHARACTER = 6.2;
const VALUE_TICK_GAP = 45;

interface Plot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export function chartSvg(chart: ChartModel, data: ChartData, width: number, height: number): SVGSVGElement {
  const sideways = data.series.some(({ shape }) => shape === "bar");
  const values = valueScale(chart, data);
  const tickTexts = new Map(values.ticks(tickCount(sideways ? width : height)).map((tick) => [tick, shownText(tick, chart.valueAxis.numberFormat ?? "General")]));
  const longest = (texts: Iterable<string>) => Math.max(0, ...[...texts].map((text) => text.length)) * CHARACTER;
  const titleHeight = chart.titleVisible && chart.title ? TITLE + 14 : 8;
  const legendHeight = chart.legendVisible ? LINE + 6 : 0;
  const across = sideways ? chart.valueAxis : chart.categoryAxis;
  const up = sideways ? chart.categoryAxis : chart.valueAxis;
  const left = 12 + (isTitled(up) ? LINE : 0) + (areLabelsShown(up) ? longest(sideways ? data.categories : tickTexts.values()) + 6 : 0);
  const bottom = 8 + legendHeight + (isTitled(across) ? LINE : 0) + (areLabelsShown(across) ? LINE : 0);
  const plot = { left, top: titleHeight, width: Math.max(1, width - left - 16), height: Math.max(1, height - titleHeight - bottom) };
  values.range(sideways ? [plot.left, plot.left + plot.width] : [plot.top + plot.height, plot.top]);
  const positions = scaleBand<number>(data.categories.map((_, index) => index), sideways ? [plot.top, plot.top + plot.height] : [plot.left, plot.left + plot.width]).paddingInner(0.3).paddingOuter(0.15);

  const parts: Node[] = [];
  if (chart.titleVisible && chart.title) parts.push(text(chart.title, width / 2, TITLE + 6, "middle", { "font-size": TITLE, "font-weight": 600 }));
  parts.push(...valueAxis(chart, tickTexts, values, plot, sideways), ...categoryAxis(chart, data.categories, positions, values, plot, sideways));
  parts.push(...titles(across, up, plot, height - legendHeight, left));
  parts.push(...data.series.map((series) => (series.shape === "line" || series.shape === "area" ? curve(series, positions, values) : boxes(series, data.series, positions, values, sideways))));
  if (chart.legendVisible) parts.push(legend(data.series, width, height - 8));
  return svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": chart.title || chart.name, "font-size": FONT }, ...parts);
}

function isTitled(axis: ChartModel["valueAxis"]): boolean {
  return axis.titleVisible && axis.title !== "";
}

function areLabelsShown(axis: ChartModel["valueAxis"]): boolean {
  return axis.visible && axis.tickLabelPosition !== "None";
}

function tickCount(length: number): number {
  return Math.max(2, Math.round(length / VALUE_TICK_GAP));
}

/** From the axis's own limits, else round limits around all values; columns and areas always stand on zero. */
function valueScale({ valueAxis: axis }: ChartModel, { series, categories }: ChartData): ScaleLinear<number, number> {
  const all = series.filter(({ stacked }) => !stacked).flatMap(({ values }) => values).filter((value) => value !== null);
  const stacks = categories.flatMap((_, index) => {
    const stacked = series.filter((each) => each.stacked).map(({ values }) => values[index] ?? 0);
    return [sum(stacked.filter((value) => value > 0)), sum(stacked.filter((value) => value < 0))];
  });
  const shown = [...all, ...stacks, ...(series.some(({ shape }) => shape !== "line") ? [0] : [])];
  const least = axis.minimum ?? Math.min(...(shown.length > 0 ? shown : [0]));
  const most = axis.maximum ?? Math.max(...(shown.length > 0 ? shown : [1]));
  const scale = scaleLinear().domain(least === most ? [Math.min(0, least), Math.max(1, most)] : [least, most]);
  return axis.minimum === null && axis.maximum === null ? scale.nice() : scale;
}

function valueAxis({ valueAxis: axis }: ChartModel, ticks: ReadonlyMap<number, string>, values: ScaleLinear<number, number>, plot: Plot, sideways: boolean): Node[] {
  return [...ticks].flatMap(([tick, label]) => {
    const at = values(tick);
    const stroke = tick === 0 ? "var(--chart-axis)" : "var(--chart-grid)";
    const rule = sideways ? svg("line", { x1: at, x2: at, y1: plot.top, y2: plot.top + plot.height, stroke }) : svg("line", { x1: plot.left, x2: plot.left + plot.width, y1: at, y2: at, stroke });
    const name = sideways ? text(label, at, plot.top + plot.height + LINE - 3, "middle") : text(label, plot.left - 6, at + 4, "end");
    return [...(axis.majorGridlines || tick === 0 ? [rule] : []), ...(areLabelsShown(axis) ? [name] : [])];
  });
}

/** As many category labels as there is room for, evenly spaced. */
function categoryAxis({ categoryAxis: axis }: ChartModel, categories: readonly string[], positions: Positions, values: ScaleLinear<number, number>, plot: Plot, sideways: boolean): Node[] {
  if (!areLabelsShown(axis)) return [];
  // Beside the line where values are zero, unless they are asked for at the end of the value axis.
  const [low = 0, high = 0] = values.range();
  const [least = 0, most = 0] = values.domain();
  const foot = { Low: low, High: high }[axis.tickLabelPosition] ?? values(Math.min(most, Math.max(least, 0)));
  const room = sideways ? LINE : Math.max(...categories.map((each) => each.length), 1) * CHARACTER + 10;
  const every = Math.max(1, Math.ceil((categories.length * room) / (sideways ? plot.height : plot.width)));
  return categories.flatMap((label, index) => {
    if (index % every !== 0) return [];
    const at = middle(positions, index);
    return [sideways ? text(label, foot - 6, at + 4, "end") : text(label, at, foot + LINE - 3, "middle")];
  });
}

function titles(across: ChartModel["valueAxis"], up: ChartModel["valueAxis"], plot: Plot, bottom: number, left: number): Node[] {
  const rotated = { x: 14, y: plot.top + plot.height / 2 };
  return [
    ...(isTitled(across) ? [text(across.title, left + plot.width / 2, bottom - 6, "middle")] : []),
    ...(isTitled(up) ? [text(up.title, rotated.x, rotated.y, "middle", { transform: `rotate(-90 ${rotated.x} ${rotated.y})` })] : []),
  ];
}

type Positions = ((index: number) => number | undefined) & { bandwidth(): number };

function middle(positions: Positions, index: number): number {
  return (positions(index) ?? 0) + positions.bandwidth() / 2;
}

function curve({ values, color, shape }: ChartSeries, positions: Positions, scale: ScaleLinear<number, number>): Node {
  const points = values.map((value, index) => ({ value, x: middle(positions, index) }));
  const drawn = line<(typeof points)[number]>().defined(({ value }) => value !== null).x(({ x }) => x).y(({ value }) => scale(value ?? 0));
  const group = svg("g", {}, svg("path", { d: drawn(points) ?? "", fill: "none", stroke: color, "stroke-width": 2, "stroke-linejoin": "round" }));
  if (shape === "area") {
    const filled = area<(typeof points)[number]>().defined(({ value }) => value !== null).x(({ x }) => x).y0(scale(0)).y1(({ value }) => scale(value ?? 0));
    group.prepend(svg("path", { d: filled(points) ?? "", fill: color, "fill-opacity": 0.35 }));
  }
  return group;
}

function boxes(series: ChartSeries, all: readonly ChartSeries[], positions: Positions, scale: ScaleLinear<number, number>, sideways: boolean): Node {
  const neighbors = all.filter(({ shape }) => shape === series.shape);
  const place = neighbors.indexOf(series);
  const breadth = positions.bandwidth() / (series.stacked ? 1 : neighbors.length);
  return svg("g", { fill: series.color }, ...series.values.flatMap((value, index) => {
    if (value === null) return [];
    const below = series.stacked ? sum(neighbors.slice(0, place).map((each) => each.values[index] ?? 0).filter((other) => Math.sign(other) === Math.sign(value))) : 0;
    const [from, to] = [scale(below), scale(below + value)].sort((a, b) => a - b) as [number, number];
    const start = (positions(index) ?? 0) + (series.stacked ? 0 : place * breadth);
    return [sideways ? svg("rect", { x: from, width: to - from, y: start, height: breadth }) : svg("rect", { x: start, width: breadth, y: from, height: to - from })];
  }));
}

function legend(series: readonly ChartSeries[], width: number, baseline: number): Node {
  const widths = series.map(({ name }) => 26 + name.length * CHARACTER + 12);
  let x = Math.max(8, (width - sum(widths)) / 2);
  return svg("g", {}, ...series.flatMap(({ name, color, shape }, index) => {
    const at = x;
    x += widths[index] ?? 0;
    return [svg("rect", shape === "line" ? { x: at, y: baseline - 5, width: 20, height: 2.5, fill: color } : { x: at + 6, y: baseline - 9, width: 10, height: 10, fill: color }), text(name, at + 26, baseline, "start")];
  }));
}

function text(content: string, x: number, y: number, anchor: "start" | "middle" | "end", more: Readonly<Record<string, string | number>> = {}): SVGTextElement {
  return svg("text", { x, y, "text-anchor": anchor, fill: "var(--chart-text)", ...more }, content);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
