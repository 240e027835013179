import type { Browser } from "playwright-core";
import { launchBrowser, openWorkbench, startServer, type OpenWorkbench, type Served } from "./support";

// From an empty workbook to a decision without a mouse, in a pane of 340 pixels.

jest.setTimeout(240_000);

let server: Served;
let browser: Browser;
let open: OpenWorkbench;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(3425), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  server?.stop();
});
beforeEach(async () => {
  await open?.context.close();
  open = await openWorkbench(browser, server.url, { reducedMotion: "reduce" });
  await open.pane.getByRole("button", { name: "Open the 20 MW sample" }).waitFor();
  await open.pane.getByRole("tab", { name: "Home" }).focus(); // F6 in Excel leads into the pane.
});

const press = (key: string): Promise<void> => open.page.keyboard.press(key);

/** What has the focus, as a screen reader names it, and whether it can be seen to have it. */
function focused(): Promise<{ readonly name: string; readonly seen: boolean }> {
  return open.pane.evaluate(() => {
    const at = document.activeElement as HTMLElement;
    const labels = at instanceof HTMLInputElement || at instanceof HTMLSelectElement || at instanceof HTMLTextAreaElement ? [...(at.labels ?? [])].map((label) => label.textContent) : [];
    const { top, bottom, left, right, width } = at.getBoundingClientRect();
    return { name: at.ariaLabel ?? (labels.length > 0 ? labels.join(" ") : (at.textContent ?? "")), seen: width > 0 && top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth };
  });
}

/** Presses Tab until the focus is on what begins with the name, which is to be seen then. */
async function tabTo(name: string, key = "Tab", most = 80): Promise<void> {
  const passed: string[] = [];
  for (let i = 0; i < most; i++) {
    const at = await focused();
    passed.push(at.name.slice(0, 40));
    if (!at.name.startsWith(name)) {
      await press(key);
      continue;
    }
    expect([at.name, at.seen]).toEqual([at.name, true]);
    return;
  }
  throw new Error(`"${name}" is not reached with ${key}: ${[...new Set(passed)].join(" · ")}`);
}

async function choose(name: string): Promise<void> {
  await tabTo(name);
  await press("Enter");
}

async function heading(name: string): Promise<void> {
  await open.pane.getByRole("heading", { name, level: 1, exact: true }).waitFor();
}

/** Into a field, over what is there, as the keyboard selects it when the field is reached. */
async function fill(name: string, text: string): Promise<void> {
  await tabTo(name);
  await press("ControlOrMeta+a");
  await open.page.keyboard.type(text);
}

/** From anywhere on a screen back to the tabs. */
async function toScreen(name: string): Promise<void> {
  await tabTo("Portfolio", "Shift+Tab");
  for (let i = 0; i < 8 && !(await focused()).name.startsWith(name); i++) await press("ArrowRight");
  await press("Enter");
}

test("a sample to its decision and what could turn it", async () => {
  await choose("Open the 20 MW sample");
  await open.pane.getByText("1 site, 1 fleet, 2 candidates").waitFor();
  await choose("Plan it");
  await open.pane.getByRole("img", { name: /^Cash from/ }).waitFor();
  await choose("S19");
  await open.pane.getByRole("table", { name: "Alternatives of S19" }).waitFor();
  await choose("Find what matters most");
  await open.pane.getByRole("img", { name: /^NPV of the company is/ }).waitFor();
});

test("from scratch to a decision", async () => {
  await choose("Begin anew");
  await heading("My portfolio");
  await choose("Sites");
  await heading("Sites");
  await choose("Site 1");
  await heading("Site 1");
  await fill("Power capacity", "25");
  await fill("Uptime", "97%");
  await tabTo("Sites", "Shift+Tab");
  await press("Enter");
  await heading("Sites");
  await tabTo("All parts", "Shift+Tab");
  await press("Enter");
  await choose("Contracts");
  await choose("Contract 1");
  await fill("Price", "4.8c");
  await press("Tab");
  await toScreen("Plan");
  await heading("Plan");
  await open.pane.getByRole("img", { name: /^Cash from/ }).waitFor();
  await tabTo("Build workbook");
});
