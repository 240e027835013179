import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import AxeBuilder from "@axe-core/playwright";
import type { Browser, Locator } from "playwright-core";
import { launchBrowser, openWorkbench, startServer, type OpenWorkbench, type Served, type WorkbenchWindow } from "./support";

// Home and Portfolio in the production build, in a pane of 340 pixels.

jest.setTimeout(240_000);

let server: Served;
let browser: Browser;
let open: OpenWorkbench;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(3404), launchBrowser()]);
  open = await openWorkbench(browser, server.url);
});
afterAll(async () => {
  await browser?.close();
  server?.stop();
});

const button = (name: string | RegExp): Locator => open.pane.getByRole("button", { name, exact: true });
const field = (name: string): Locator => open.pane.getByRole("textbox", { name, exact: true });
const heading = (name: string): Locator => open.pane.getByRole("heading", { name, level: 1, exact: true });

/** Nothing is cut off at the side, and axe finds nothing in light and dark colors. */
async function holds(): Promise<void> {
  expect(await open.pane.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  for (const colorScheme of ["light", "dark"] as const) {
    await open.page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page: open.page }).include(["iframe", "#pane"]).exclude(["iframe", "[data-tabster-dummy]"]).analyze();
    expect(violations.map(({ id, nodes }) => [colorScheme, id, nodes.map(({ html }) => html)])).toEqual([]);
  }
  await open.page.emulateMedia({ colorScheme: "light" });
}

test("the pane opens on Home, 340 pixels wide, with one next step", async () => {
  await button("Open the 20 MW sample").waitFor();
  // The workbench draws a line at its side.
  expect(await open.pane.evaluate(() => innerWidth)).toBe(339);
  await holds();
});

test("what the pane needs to open stays below 300 KB gzip", async () => {
  const chunks = await open.pane.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname).filter((path) => path.startsWith("/chunks/")));
  const sizes = [...new Set(chunks)].map((path) => gzipSync(readFileSync(join(__dirname, "../../dist", path)), { level: 9 }).length);
  expect(sizes.length).toBeGreaterThan(0);
  expect(sizes.reduce((sum, size) => sum + size, 0) / 1024).toBeLessThan(300);
});

test.each([
  ["charts", /The figures are in the table/],
  ["the planner", /curtailing at the strike/],
  ["the workbook's layout", /Texts in grey italics are as of build/],
])("%s: fetched by what needs it, not to open the pane", async (_, text) => {
  const first = await open.pane.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname).filter((path) => path.startsWith("/chunks/")));
  const folder = join(__dirname, "../../dist/chunks");
  const holding = readdirSync(folder).filter((name) => name.endsWith(".js") && text.test(readFileSync(join(folder, name), "utf8")));
  expect(holding).not.toEqual([]);
  expect(holding.filter((name) => first.includes(`/chunks/${name}`))).toEqual([]);
});

test("a sample, a wrong number, its message, and put right", async () => {
  await button("Open the 20 MW sample").click();
  await open.pane.getByText("1 site, 1 fleet, 2 candidates").waitFor();
  await holds();
  await open.pane.getByRole("tab", { name: "Portfolio" }).click();
  await heading("20 MW of S19 at 5.5 c/kWh").waitFor();
  await holds();
  await button(/^Sites/).click();
  await button(/^Home 20 MW/).click();
  await field("Uptime").fill("970%");
  await field("Uptime").press("Enter");
  await open.pane.getByText('Uptime of site "Home" must be a number above 0 and at most 1 (share of time); it is 9.7. Give a share: 0.05 is 5%.').waitFor();
  await holds();
  expect(await button("Write to sheets").getAttribute("aria-disabled")).toBe("true");
  await button("1 field to put right").click();
  await heading("1 field to put right").waitFor();
  await button("Sites, Home").click();
  expect(await field("Uptime").evaluate((element) => element === document.activeElement)).toBe(true);
  await field("Uptime").fill("97%");
  await field("Uptime").press("Tab");
  expect(await open.pane.getByText(/Uptime of site/).count()).toBe(0);
  expect(await field("Uptime").inputValue()).toBe("97%");
});

test("the word beside a box ticks that box", async () => {
  await open.pane.getByText("Immersion", { exact: true }).click();
  expect(await open.pane.getByRole("checkbox", { name: "Immersion" }).isChecked()).toBe(true);
  expect(await open.pane.getByRole("checkbox", { name: "Air" }).isChecked()).toBe(true);
  await button("Undo: Site changed").click();
});

test("a fleet's machine from the catalog, by keyboard alone", async () => {
  const { page, pane } = open;
  await button("Sites").click();
  await button("All parts").focus();
  await page.keyboard.press("Enter");
  await button(/^Fleets/).focus();
  await page.keyboard.press("Enter");
  await heading("Fleets").waitFor();
  expect(await heading("Fleets").evaluate((element) => element === document.activeElement)).toBe(true);
  for (let i = 0; i < 3; i++) await page.keyboard.press("Tab");
  expect(await pane.evaluate(() => document.activeElement?.textContent)).toMatch(/^S19/);
  await page.keyboard.press("Enter");
  await heading("S19").waitFor();
  await button("Catalog").focus();
  await page.keyboard.press("Enter");
  await pane.getByRole("searchbox", { name: "Search machines" }).waitFor();
  await page.keyboard.type("s21 xp 270");
  await pane.getByText("1 of the catalog").waitFor();
  await holds();
  for (let i = 0; i < 9 && !(await pane.evaluate(() => document.activeElement?.textContent?.startsWith("Antminer S21 XP 270"))); i++) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  expect(await field("Machine").inputValue()).toBe("Antminer S21 XP 270 TH/s");
  expect(await button("Catalog").evaluate((element) => element === document.activeElement)).toBe(true);
  await holds();
  await button("Undo: Fleet changed").press("Enter");
  expect(await field("Machine").inputValue()).toBe("S19 95");
});

test("fleets are pasted with a preview", async () => {
  const { pane } = open;
  await button("Fleets").click();
  await button("Paste rows …").click();
  await pane.getByRole("textbox", { name: "Rows of a spreadsheet" }).fill("S21 XP 270\t800\tHome\nS99\t5\tHome");
  await pane.getByText(/1 with something to put right/).waitFor();
  await holds();
  await button("Take 2 fleets").click();
  await button("Undo: 2 fleets pasted").click();
});

test("written to the sheets, changed there, and read again", async () => {
  const { page, pane } = open;
  await button("Write to sheets").click();
  await pane.getByText("Written to the sheets.").waitFor();
  await pane.getByText("As on the sheets").waitFor();
  expect(await page.evaluate(() => (window as unknown as WorkbenchWindow).workbench.sheets())).toContain("Inputs");
  await pane.evaluate(() => Excel.run(async (context) => {
    const table = context.workbook.tables.getItem("Fleets");
    const header = table.getHeaderRowRange().load("values");
    const body = table.getDataBodyRange();
    await context.sync();
    body.getCell(0, (header.values[0] as string[]).findIndex((name) => name.startsWith("Units"))).values = [[4321]];
    await context.sync();
  }));
  await pane.getByRole("tab", { name: "Home" }).click();
  await button("Read from sheets").click();
  await pane.getByText("What was here before comes back with Undo, under Portfolio.").waitFor();
  await pane.getByRole("tab", { name: "Portfolio" }).click();
  await pane.getByText("4,321 × S19 95, Home", { exact: false }).waitFor();
  await pane.getByText("As on the sheets").waitFor();
});

test("the plan is made in a worker of the page's own origin", async () => {
  const { page, pane } = open;
  const worker = page.waitForEvent("worker");
  await pane.getByRole("tab", { name: "Plan" }).click();
  expect((await worker).url()).toMatch(new RegExp(`^${new URL(server.url).origin}/chunks/planning\\.[0-9a-f]+\\.js$`));
});

test("nothing left this machine and the page threw nothing", () => {
  expect(open.outside).toEqual([]);
  expect(open.errors).toEqual([]);
});
