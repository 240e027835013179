// The workbench: plays Excel for the add-in's production build. Puts together the grid, the host and the add-in's page.
import "./styles.css";
import { createHost, type Host } from "../host";
import { isEditing, setDarkMode, startGrid } from "../grid/browser";
import { OwnNotes } from "../grid/notes";
import { UniverStore } from "../grid/store";
import { type AddIn, loadAddIn } from "./add-in";
import { pendingApi, type Workbench, workbenchApi } from "./api";
import { showCharts } from "./charts/overlay";
import { element } from "./dom";
import { addInFrame, postTo } from "./frame";
import type { RibbonAction, RibbonControl } from "./manifest";
import { messages } from "./messages";
import { taskPane } from "./pane";
import { ribbon } from "./ribbon";
import { fillSampleWorkbook, SAMPLE_SHEET } from "./sample-workbook";

/** office.js stays silent when it does not trust this page; then nothing else would tell. */
const HANDSHAKE_PATIENCE_MS = 5_000;

const darkScheme = matchMedia("(prefers-color-scheme: dark)");
const parameters = new URLSearchParams(location.search);
const notices = messages();

/** Shows the page and gives its programming interface, whose `ready` tells when the add-in has answered. */
function begin(addIn: AddIn): Workbench {
  const { manifest, metadata } = addIn;
  document.title = `${manifest.displayName} workbench`;
  const grid = element("main", { class: "grid", "aria-label": "Workbook" });
  const engineRoot = element("div", { class: "grid-engine" });
  grid.append(engineRoot);
  const showPane = (shown: boolean) => {
    pane.show(shown);
    host.setPaneShown(shown);
  };
  const pane = taskPane(manifest.displayName, () => showPane(false));
  const top = ribbon({
    tabs: manifest.tabs,
    onHome: (shown) => grid.classList.toggle("grid--toolbar", shown),
    onAction: (control, action) => (action.type === "ShowTaskpane" ? showPane(!pane.shown) : void runCommand(host, control, action)),
  });
  document.body.replaceChildren(titleBar(manifest.displayName), top, notices.element, element("div", { class: "work" }, grid, pane.element));

  const engine = startGrid({ container: engineRoot, darkMode: darkScheme.matches, firstSheetName: parameters.get("sample") === "none" ? "Sheet1" : SAMPLE_SHEET });
  darkScheme.addEventListener("change", ({ matches }) => setDarkMode(engine.injector, matches));
  const store = new UniverStore(engine);
  const host = createHost({
    store,
    metadata,
    namespace: manifest.namespace,
    requirementSets: manifest.requirementSets,
    origin: location.origin,
    post: (text) => postTo(frame, text),
    onShowPane: (shown) => pane.show(shown),
    onNewWorkbook: (file) => notices.file(file ? "The add-in has made another workbook. This page shows one workbook only; save the new one to open it elsewhere." : "The add-in asked for an empty workbook, which this page does not show.", file),
    isEditing: () => isEditing(engine.injector),
    onFocusLeaves: () => engineRoot.querySelector<HTMLElement>("[contenteditable]")?.focus(),
  });
  store.useFunctions(manifest.namespace, metadata.functions, host.evaluator);
  host.connect(store);
  host.sheetViews.subscribe((views) => views.forEach(({ sheetId, visibility }) => store.setSheetShown(sheetId, visibility === "Visible")));
  showFunctionErrors(store, host, new OwnNotes(engine));
  showCharts(grid, engine, store, host);

  const frame = addInFrame(host, pagePath(manifest.pagePath), `${manifest.displayName}: the add-in's page`);
  pane.hold(frame);
  const patience = setTimeout(() => notices.problem(`The add-in's page does not answer. It must be served from ${location.origin} over https, with office.js reachable. Reload the page; if that does not help, look at the browser's console.`), HANDSHAKE_PATIENCE_MS);
  void host.connected.then(() => {
    clearTimeout(patience);
    notices.clear();
  });
  if (parameters.get("sample") !== "none") fillSampleWorkbook(store);
  const ready = host.connected.then(() => host.idle());
  return workbenchApi(store, host, ready);
}

function titleBar(name: string): HTMLElement {
  return element("header", { class: "title-bar" },
    element("h1", {}, `${name} workbench`),
    element("p", {}, "Not Excel: a host page that runs the add-in, so that you can try it in a browser."));
}

/** The query part "officejs" is the server's: it chooses where office.js comes from. */
function pagePath(path: string): string {
  const source = parameters.get("officejs");
  return source ? `${path}${path.includes("?") ? "&" : "?"}officejs=${encodeURIComponent(source)}` : path;
}

function showFunctionErrors(store: UniverStore, host: Host, notes: OwnNotes): void {
  store.subscribe(({ type }) => {
    if (type !== "calculated") return;
    notes.show(store.errorCells().flatMap((cell) => {
      const text = host.errorMessage(cell.sheetId, cell.row, cell.column);
      return text ? [{ ...cell, text }] : [];
    }));
  });
}

async function runCommand(host: Host, { id, label }: RibbonControl, action: Extract<RibbonAction, { type: "ExecuteFunction" }>): Promise<void> {
  try {
    await host.invokeCommand(action.functionName, id);
  } catch (error) {
    notices.problem(`"${label}" could not be run. ${error instanceof Error ? error.message : ""}`);
  }
}

document.body.replaceChildren(titleBar("Add-in"), notices.element);
const opened = loadAddIn().then(begin);
opened.catch((error: unknown) => notices.problem(error instanceof Error ? error.message : String(error)));
Object.assign(window, { workbench: pendingApi(opened) });
