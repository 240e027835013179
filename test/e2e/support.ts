import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import type { CellReading, Workbench } from "../../src/workbench/page/api";
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Frame, type Page } from "playwright-core";

const root = join(__dirname, "../..");

/** What `npm start -- --no-open` serves, on a port of its own. */
export interface Served { readonly url: string; stop(): void }

export async function startServer(port: number): Promise<Served> {
  const server: ChildProcess = spawn(process.execPath, [join(root, "tools/start.mjs"), "--no-open", "--port", String(port)], { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (data: unknown): void => {
      output += String(data);
      const address = /https:\/\/\S+/.exec(output);
      if (address) resolve(address[0]);
    };
    server.stdout?.on("data", listen);
    server.stderr?.on("data", listen);
    server.on("exit", (code) => reject(new Error(`npm start ended with ${code}: ${output}`)));
  });
  return { url, stop: () => void server.kill() };
}

export function launchBrowser(): Promise<Browser> {
  const executablePath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--headless=new", "--disable-gpu", "--disable-background-networking"] });
}

/** The page as its scripts see it. */
export interface WorkbenchWindow { readonly workbench: Workbench }

/** A fresh workbench page. Requests that would leave this machine are refused and recorded, as are errors of the page. */
export interface OpenWorkbench { readonly context: BrowserContext; readonly page: Page; readonly pane: Frame; readonly outside: string[]; readonly errors: string[] }

/** @param time what the page takes for now, at which it stays; left out: the time that it is */
export async function openWorkbench(browser: Browser, url: string, options: BrowserContextOptions = {}, time?: string): Promise<OpenWorkbench> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1400, height: 850 }, ...options });
  if (time !== undefined) await context.clock.setFixedTime(time);
  const outside: string[] = [];
  const errors: string[] = [];
  await context.route((address) => address.hostname !== "localhost", (route) => {
    outside.push(route.request().url());
    return route.abort();
  });
  const page = await context.newPage();
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(url);
  await page.evaluate(() => (window as unknown as WorkbenchWindow).workbench.ready);
  const pane = page.frames().find((frame) => frame.url().includes("/taskpane.html"));
  if (!pane) throw new Error("The workbench shows no pane");
  return { context, page, pane, outside, errors };
}

/** Shows a screen of the pane: from the tabs, or from the menu of what has no place there. */
export async function showScreen(pane: Frame, screen: string): Promise<void> {
  const tab = pane.getByRole("tab", { name: screen, exact: true });
  if (await tab.isVisible()) await tab.click();
  else {
    await pane.getByRole("button", { name: "More", exact: true }).click();
    await pane.getByRole("menuitem", { name: screen, exact: true }).click();
  }
  await pane.getByRole("heading", { name: screen, level: 1 }).waitFor();
}

/** Types into a cell and reads it when everything is calculated. */
export async function typeAndRead(page: Page, address: string, text: string | number): Promise<CellReading> {
  return page.evaluate(async ([where, what]) => {
    const { workbench } = window as unknown as WorkbenchWindow;
    await workbench.setCell(where, what);
    await workbench.idle();
    return workbench.getCell(where);
  }, [address, text] as const);
}
