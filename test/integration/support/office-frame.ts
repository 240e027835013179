// The add-in's frame without a browser: Microsoft's office.js from node_modules inside jsdom, its parent window
// replaced by the workbench host. Only the page around the library is ours.
import fs from "node:fs";
import path from "node:path";
import { JSDOM, ResourceLoader, VirtualConsole, type DOMWindow } from "jsdom";
import { createHost, type FunctionMetadata, type Host, type HostOptions, type SheetStore } from "../../../src/workbench/host";

const OFFICE_JS = path.join(path.dirname(require.resolve("@microsoft/office-js/package.json")), "dist");
const CDN = "https://appsforoffice.microsoft.com/lib/1/hosted/";
const ORIGIN = "https://localhost:3301";

/** Serves office.js from node_modules and nothing else: any other request fails the test run visibly. */
class LocalOffice extends ResourceLoader {
  override fetch(url: string): ReturnType<ResourceLoader["fetch"]> {
    const file = path.join(OFFICE_JS, url.slice(CDN.length).replace(/[?#].*$/, ""));
    const content = url.startsWith(CDN) && fs.existsSync(file) ? fs.promises.readFile(file) : Promise.reject(new Error(`Not served in tests: ${url}`));
    return content as ReturnType<ResourceLoader["fetch"]>;
  }
}

export interface FrameWindow extends DOMWindow {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
}

export interface Frame {
  readonly host: Host;
  readonly window: FrameWindow;
  readonly info: { host: Office.HostType; platform: Office.PlatformType };
  /** Every message the host sent, parsed. */
  readonly sent: { _actionName: string; _data: unknown }[];
  /** Unhandled errors of the page. */
  readonly pageErrors: string[];
  /** Runs a script in the page, as the add-in's bundle would. */
  script(source: string): unknown;
  /** Excel.run of the page's library. */
  run<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T>;
  /** The error that Excel.run ends with, as the add-in sees it. */
  failure(work: (context: Excel.RequestContext) => Promise<unknown>): Promise<OfficeExtension.Error>;
  close(): void;
}

export interface FrameOptions extends Partial<Omit<HostOptions, "store" | "post" | "origin">> {
  readonly store: SheetStore;
  /** Runs after office.js has loaded and before Office.onReady: CustomFunctions.associate calls. */
  readonly functionsScript?: string;
}

const NO_FUNCTIONS: FunctionMetadata = { functions: [] };

export async function openFrame({ store, functionsScript, ...options }: FrameOptions): Promise<Frame> {
  let window: FrameWindow | undefined;
  const sent: Frame["sent"] = [];
  const pageErrors: string[] = [];
  const deliver = (data: string) =>
    setImmediate(() => {
      if (window?.document) window.dispatchEvent(new window.MessageEvent("message", { origin: ORIGIN, data }));
    });
  const host = createHost({
    metadata: NO_FUNCTIONS,
    namespace: "TEST",
    requirementSets: { ExcelApi: "1.12", SharedRuntime: "1.1" },
    ...options,
    store,
    origin: ORIGIN,
    post(text) {
      sent.push(JSON.parse(text) as Frame["sent"][number]);
      deliver(text);
    },
  });

  const virtualConsole = new VirtualConsole();
  virtualConsole.on("jsdomError", (error) => pageErrors.push(error.message));
  const dom = new JSDOM("<!doctype html><html><head></head><body></body></html>", {
    url: `${ORIGIN}/taskpane.html`,
    runScripts: "dangerously",
    resources: new LocalOffice(),
    pretendToBeVisual: true,
    virtualConsole,
    beforeParse(frame) {
      frame.name = host.frameName();
      Object.defineProperty(frame, "parent", { value: { postMessage: (text: string) => setImmediate(() => host.receive(text)) } });
      Object.defineProperty(frame.document, "domain", { value: "localhost" });
    },
  });
  const page = (window = dom.window as unknown as FrameWindow);
  const script = page.document.createElement("script");
  script.src = `${CDN}office.js`;
  await new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = reject;
    page.document.head.append(script);
  });
  if (functionsScript) page.eval(functionsScript);
  const info = await page.Office.onReady();
  return {
    host,
    window: page,
    info,
    sent,
    pageErrors,
    script: (source) => page.eval(source),
    run: (work) => page.Excel.run(work),
    async failure(work) {
      try {
        await page.Excel.run(work);
      } catch (error) {
        return error as OfficeExtension.Error;
      }
      throw new Error("Excel.run ended without an error.");
    },
    close() {
      host.dispose();
      dom.window.close();
      window = undefined;
    },
  };
}
