// Charts float over the cells and scroll with them; headings and frozen panes stay on top.
import type { Engine } from "../../grid/engine";
import { toPixels } from "../../grid/formats";
import { onViewportChange, sheetViewport } from "../../grid/viewport";
import type { ChartModel, Host, SheetStore } from "../../host";
import { element } from "../dom";
import { chartData } from "./chart-data";
import { chartSvg } from "./chart-svg";

export function showCharts(grid: HTMLElement, engine: Engine, store: SheetStore, host: Host): void {
  const layer = element("div", { class: "charts" });
  grid.append(layer);
  let due = false;
  const place = () => {
    const view = sheetViewport(engine);
    const charts = view ? host.charts.get().filter(({ sheetId }) => sheetId === view.sheetId) : [];
    layer.hidden = charts.length === 0;
    if (!view || charts.length === 0) return;
    const canvas = view.canvas.getBoundingClientRect();
    const within = grid.getBoundingClientRect();
    // A chart that begins beyond the frozen panes passes below them when scrolled.
    const beyond = (start: number, frozen: number, heading: number) => (start * view.scale >= frozen ? heading + frozen : heading);
    for (const chart of charts) {
      const window = layer.querySelector<HTMLElement>(`[data-chart="${CSS.escape(chart.id)}"]`);
      const drawing = window?.querySelector<HTMLElement>(".chart");
      if (!window || !drawing) continue;
      const left = beyond(toPixels(chart.left), view.frozen.left, view.headings.left);
      const top = beyond(toPixels(chart.top), view.frozen.top, view.headings.top);
      Object.assign(window.style, { left: `${canvas.left - within.left + left}px`, top: `${canvas.top - within.top + top}px`, width: `${canvas.width - left}px`, height: `${canvas.height - top}px` });
      drawing.style.transform = `translate(${view.origin.x + toPixels(chart.left) * view.scale - left}px, ${view.origin.y + toPixels(chart.top) * view.scale - top}px) scale(${view.scale})`;
    }
  };
  const draw = () => {
    due = false;
    const active = store.activeSheetId();
    layer.dataset["sheet"] = active;
    layer.replaceChildren(...host.charts.get().filter(({ sheetId }) => sheetId === active).map((chart) => chartWindow(store, chart)));
    place();
  };
  const drawSoon = () => {
    if (due) return;
    due = true;
    requestAnimationFrame(draw);
  };
  host.charts.subscribe(drawSoon);
  store.subscribe(drawSoon);
  onViewportChange(engine, () => (sheetViewport(engine)?.sheetId === layer.dataset["sheet"] ? place() : drawSoon()));
}

function chartWindow(store: SheetStore, chart: ChartModel): HTMLElement {
  const width = toPixels(chart.width);
  const height = toPixels(chart.height);
  const drawing = element("div", { class: "chart", style: `width:${width}px;height:${height}px` });
  try {
    drawing.append(chartSvg(chart, chartData(store, chart), width, height));
  } catch (error) {
    drawing.append(element("p", { class: "chart-refusal" }, error instanceof Error ? error.message : String(error)));
  }
  return element("div", { class: "chart-window", "data-chart": chart.id }, drawing);
}
