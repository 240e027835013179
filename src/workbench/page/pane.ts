// The task pane beside the grid: a title, a close button, the add-in's frame, and a bar to drag its width.
import { element } from "./dom";

/** Excel's range of task pane widths. */
const WIDTH = { least: 320, usual: 340, most: 450 } as const;
const KEY_STEP = 10;

export interface Pane {
  readonly element: HTMLElement;
  readonly shown: boolean;
  show(shown: boolean): void;
  hold(frame: HTMLIFrameElement): void;
}

export function taskPane(title: string, onClose: () => void): Pane {
  const close = element("button", { class: "pane-close", type: "button", "aria-label": "Close the task pane", title: "Close" }, "✕");
  const bar = element("div", { class: "pane-bar", role: "separator", "aria-orientation": "vertical", "aria-label": "Width of the task pane", tabindex: "0", "aria-valuemin": String(WIDTH.least), "aria-valuemax": String(WIDTH.most) });
  const pane = element("aside", { class: "pane", "aria-label": title }, bar, element("div", { class: "pane-head" }, element("span", { class: "pane-title" }, title), close));
  const setWidth = (width: number) => {
    const allowed = Math.round(Math.min(WIDTH.most, Math.max(WIDTH.least, width)));
    pane.style.setProperty("--pane-width", `${allowed}px`);
    bar.setAttribute("aria-valuenow", String(allowed));
  };
  setWidth(WIDTH.usual);
  close.addEventListener("click", onClose);
  bar.addEventListener("pointerdown", (down) => {
    bar.setPointerCapture(down.pointerId);
    pane.classList.add("pane--dragged");
  });
  bar.addEventListener("pointermove", (move) => {
    if (bar.hasPointerCapture(move.pointerId)) setWidth(pane.getBoundingClientRect().right - move.clientX);
  });
  bar.addEventListener("lostpointercapture", () => pane.classList.remove("pane--dragged"));
  bar.addEventListener("keydown", ({ key }) => {
    const step = key === "ArrowLeft" ? KEY_STEP : key === "ArrowRight" ? -KEY_STEP : 0;
    if (step !== 0) setWidth(pane.getBoundingClientRect().width + step);
  });
  return {
    element: pane,
    get shown() {
      return !pane.classList.contains("pane--away");
    },
    // Away, not gone: the page in the frame is the shared runtime and goes on running, as in Excel.
    show: (shown) => {
      pane.classList.toggle("pane--away", !shown);
      pane.inert = !shown;
    },
    hold: (frame) => pane.append(frame),
  };
}
