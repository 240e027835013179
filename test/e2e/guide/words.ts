import type { Frame } from "playwright-core";

// What people can read on a page, whatever the fonts.

/** Elements that a guide would name. */
const LABELED = "button, button span, a, label, summary, legend, h1, h2, h3, th, dt, caption, option, [role=tab], [role=menuitem], [role=option], strong";

/** The labels of a page: buttons, tabs, fields, headings. */
export function labelsOf(frame: Frame): Promise<string[]> {
  return frame.evaluate((selector) => [...document.querySelectorAll(selector)].flatMap((element) => [element.textContent, element.getAttribute("aria-label"), ...[...element.childNodes].flatMap((node) => (node instanceof Text ? [node.data] : []))]
    .map((text) => (text ?? "").replace(/\s+/g, " ").trim()).filter((text) => text !== "")), LABELED);
}

/** The words and figures between two heights of the window, as lines of one text node or field each. */
export function wordsIn(frame: Frame, top: number, bottom: number): Promise<string[]> {
  return frame.evaluate(([from, to]) => {
    const inside = ({ top: above, bottom: below, width }: DOMRect): boolean => width > 1 && below > from && above < (to ?? Infinity);
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) {
        if (inside(node.getBoundingClientRect()) && node.value !== "") found.push(node.value);
      } else if (node instanceof Text && node.data.trim() !== "" && node.parentElement?.closest("option, script, style") === null) {
        const range = document.createRange();
        range.selectNodeContents(node);
        if (inside(range.getBoundingClientRect())) found.push(node.data.replace(/\s+/g, " ").trim());
      }
    }
    return found;
  }, [top, bottom === Infinity ? null : bottom] as const);
}

/** A measure that differs where the pane's fonts do. */
export function fontsOf(frame: Frame): Promise<string> {
  return frame.evaluate(() => {
    const context = document.createElement("canvas").getContext("2d")!;
    const family = getComputedStyle(document.querySelector(".fui-FluentProvider") ?? document.body).fontFamily;
    return ["400 14px", "600 14px", "400 12px"].map((size) => {
      context.font = `${size} ${family}`;
      return context.measureText("Hashprice 0123456789 $/PH/day, m² ÷ →").width.toFixed(2);
    }).join(" ");
  });
}
