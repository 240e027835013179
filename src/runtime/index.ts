// The page of the shared runtime. functions.js has associated the worksheet functions before this script runs; the pane
// is fetched when Excel is ready and the browser idle, so that cells answer first.
import { registerCommands } from "../commands";

const root = document.getElementById("pane");
if (root && "Office" in globalThis) void Office.onReady(({ host }) => open(root, host));
else if (root) say(root, "Microsoft's Office library could not be loaded, so Hashplan cannot reach Excel. Check the connection, then reload.", true);

function open(root: HTMLElement, host: Office.HostType | null): void {
  if (host !== Office.HostType.Excel) return say(root, "This page is the task pane of an Excel add-in. Open it inside Excel, or try it in the workbench: run npm start and open /workbench/.", false);
  registerCommands((task) => import("../taskpane").then(({ openScreen }) => openScreen("share", task)));
  whenIdle(() => {
    import("../taskpane").then(({ mount }) => mount(root)).catch((error: unknown) => {
      console.error(error);
      say(root, "The pane could not be loaded. Your workbook is unharmed and its formulas go on working. Check the connection, then reload.", true);
    });
  });
}

/** Safari has no requestIdleCallback. */
function whenIdle(work: () => void): void {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(work, { timeout: 500 });
  else setTimeout(work, 0);
}

/** The runtime outlives the closed pane, so that opening it again would not load anything anew; the button does. */
function say(root: HTMLElement, text: string, reloadable: boolean): void {
  const message = document.createElement("p");
  message.setAttribute("role", "alert");
  message.textContent = text;
  root.replaceChildren(message);
  if (!reloadable) return;
  const reload = document.createElement("button");
  reload.textContent = "Reload";
  reload.addEventListener("click", () => location.reload());
  root.append(reload);
}
