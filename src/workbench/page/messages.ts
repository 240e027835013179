// Messages above the grid: what went wrong or what the add-in has made, in a sentence, with what to do.
import { element } from "./dom";

export interface Messages {
  readonly element: HTMLElement;
  problem(text: string): void;
  /** Tells of a workbook, which can be saved. */
  file(text: string, bytes: Uint8Array | null): void;
  clear(): void;
}

export function messages(): Messages {
  const list = element("div", { class: "messages", role: "alert" });
  const add = (kind: string, content: HTMLElement) => {
    const dismiss = element("button", { class: "message-dismiss", type: "button", "aria-label": "Dismiss" }, "✕");
    const message = element("div", { class: kind }, content, dismiss);
    dismiss.addEventListener("click", () => message.remove());
    list.append(message);
  };
  return {
    element: list,
    problem: (text) => add("message", element("span", {}, text)),
    file: (text, bytes) => add("message message--news", element("span", {}, text, ...(bytes ? [" ", saveLink(bytes)] : []))),
    clear: () => list.replaceChildren(),
  };
}

function saveLink(bytes: Uint8Array): HTMLElement {
  const file = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" });
  return element("a", { href: URL.createObjectURL(file), download: "Workbook 2.xlsx" }, "Save the workbook");
}
