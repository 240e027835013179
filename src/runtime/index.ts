import { associateCommands } from "../commands";

// The shared runtime: functions.js has associated the worksheet functions before this script runs; ribbon commands
// follow at once, and the pane is fetched when Excel is ready and the browser idle, so that cells answer first.

associateCommands();

void Office.onReady(({ host }) => {
  const root = document.getElementById("pane");
  if (!root) return;
  if (host !== Office.HostType.Excel) return say(root, "This page is the task pane of an Excel add-in. Open it inside Excel, or try it in the workbench: run npm start and open /workbench/.");
  whenIdle(() => {
    import("../taskpane").then(({ mount }) => mount(root), () => say(root, "The pane could not be loaded. Your workbook is unharmed and its formulas go on working. Check the connection, then close and open the pane again."));
  });
});

/** Safari has no requestIdleCallback. */
function whenIdle(work: () => void): void {
  if ("requestIdleCallback" in window) window.requestIdleCallback(work, { timeout: 500 });
  else setTimeout(work, 0);
}

function say(root: HTMLElement, text: string): void {
  const message = document.createElement("p");
  message.setAttribute("role", "alert");
  message.textContent = text;
  root.replaceChildren(message);
}
