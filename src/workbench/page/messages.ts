// Messages above the grid: what went wrong, in a sentence, with what to do.
import { element } from "./dom";

export interface Messages {
  readonly element: HTMLElement;
  problem(text: string): void;
  clear(): void;
}

export function messages(): Messages {
  const list = element("div", { class: "messages", role: "alert" });
  return {
    element: list,
    problem(text) {
      const dismiss = element("button", { class: "message-dismiss", type: "button", "aria-label": "Dismiss" }, "✕");
      const message = element("div", { class: "message" }, element("span", {}, text), dismiss);
      dismiss.addEventListener("click", () => message.remove());
      list.append(message);
    },
    clear: () => list.replaceChildren(),
  };
}
