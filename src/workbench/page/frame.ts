// The add-in's own page in a frame, unmodified, and the carrying of messages between it and the host.
import type { Host } from "../host";
import { element } from "./dom";

/** @param pagePath path of the add-in's page on this page's origin: office.js trusts no other host */
export function addInFrame(host: Host, pagePath: string, title: string): HTMLIFrameElement {
  const frame = element("iframe", { class: "pane-frame", title, allow: "clipboard-write" });
  frame.name = host.frameName();
  frame.src = new URL(pagePath, location.origin).href;
  window.addEventListener("message", (event: MessageEvent<unknown>) => {
    if (event.source === frame.contentWindow && event.origin === location.origin && typeof event.data === "string") host.receive(event.data);
  });
  return frame;
}

/** Sends one message of the host to the frame. */
export function postTo(frame: HTMLIFrameElement, text: string): void {
  frame.contentWindow?.postMessage(text, location.origin);
}
