// The ribbon: the add-in's tabs as the manifest describes them, and "Home", which shows the grid's own toolbar.
import { element } from "./dom";
import type { RibbonAction, RibbonControl, RibbonTab } from "./manifest";

const LARGE_ICON = 32;
const HOME = "Home";

export interface RibbonOptions {
  readonly tabs: readonly RibbonTab[];
  readonly onAction: (control: RibbonControl, action: RibbonAction) => void;
  /** Called with true when the grid's own toolbar is wanted. */
  readonly onHome: (shown: boolean) => void;
}

export function ribbon({ tabs, onAction, onHome }: RibbonOptions): HTMLElement {
  const strip = element("div", { class: "ribbon-strip", role: "tablist", "aria-label": "Ribbon" });
  const panel = element("div", { class: "ribbon-panel", role: "tabpanel" });
  const labels = [HOME, ...tabs.map(({ label }) => label)];
  const buttons = labels.map((label) => element("button", { class: "ribbon-tab", role: "tab", type: "button" }, label));
  const choose = (index: number) => {
    buttons.forEach((button, at) => {
      button.setAttribute("aria-selected", String(at === index));
      button.tabIndex = at === index ? 0 : -1;
    });
    const tab = tabs[index - 1];
    panel.hidden = !tab;
    panel.setAttribute("aria-label", labels[index] ?? HOME);
    panel.replaceChildren(...(tab ? groups(tab, onAction) : []));
    onHome(!tab);
  };
  buttons.forEach((button, index) => {
    button.addEventListener("click", () => choose(index));
    button.addEventListener("keydown", ({ key }) => {
      const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
      const next = (index + step + buttons.length) % buttons.length;
      if (step === 0) return;
      choose(next);
      buttons[next]?.focus();
    });
  });
  strip.append(...buttons);
  choose(Math.min(1, tabs.length));
  return element("div", { class: "ribbon" }, strip, panel);
}

function groups(tab: RibbonTab, onAction: RibbonOptions["onAction"]): HTMLElement[] {
  return tab.groups.map(({ label, controls }) =>
    element("div", { class: "ribbon-group", role: "group", "aria-label": label },
      element("div", { class: "ribbon-controls" }, ...controls.map((control) => controlButton(control, onAction))),
      element("div", { class: "ribbon-group-label" }, label)),
  );
}

function controlButton(control: RibbonControl, onAction: RibbonOptions["onAction"]): HTMLElement {
  const { action, label, tip } = control;
  const face = [element("img", { src: icon(control), alt: "", width: String(LARGE_ICON), height: String(LARGE_ICON) }), element("span", {}, label)];
  const title = [tip.title, tip.text].filter((text, index, texts) => text && texts.indexOf(text) === index).join("\n");
  if (action.type === "Menu") {
    const menu = element("details", { class: "ribbon-menu" }, element("summary", { class: "ribbon-button", title }, ...face));
    menu.append(element("div", { class: "ribbon-menu-items" }, ...action.items.map((item) => {
      const button = controlButton(item, onAction);
      button.addEventListener("click", () => menu.removeAttribute("open"));
      return button;
    })));
    return menu;
  }
  const button = element("button", { class: "ribbon-button", type: "button", title, "data-control": control.id }, ...face);
  button.addEventListener("click", () => onAction(control, action));
  return button;
}

function icon({ icons }: RibbonControl): string {
  const sizes = Object.keys(icons).map(Number).sort((a, b) => a - b);
  const wanted = LARGE_ICON * devicePixelRatio;
  return icons[sizes.find((size) => size >= wanted) ?? sizes.at(-1) ?? LARGE_ICON] ?? "";
}
