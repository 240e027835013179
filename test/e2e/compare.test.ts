import AxeBuilder from "@axe-core/playwright";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { launchBrowser, openWorkbench, startServer, type OpenWorkbench, type Served, type WorkbenchWindow, showScreen } from "./support";

// Compare, settings, about, diagnostics and glossary of the production build, with Excel's part played by the workbench.

jest.setTimeout(300_000);

let server: Served;
let browser: Browser;
let open: OpenWorkbench;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(3406), launchBrowser()]);
  open = await openWorkbench(browser, server.url);
  await open.pane.getByRole("tab", { name: "Home" }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  server?.stop();
});

const show = (screen: "Compare" | "Glossary" | "Settings and about"): Promise<void> => showScreen(open.pane, screen);
const cell = (address: string): Promise<unknown> => open.page.evaluate(async (where) => {
  const { workbench } = window as unknown as WorkbenchWindow;
  await workbench.idle();
  return workbench.getCell(where).value;
}, address);

test("the comparison becomes a sheet whose formulas have the pane's figures, and follow a change", async () => {
  const { page, pane } = open;
  await pane.getByRole("button", { name: /20 MW of S19/ }).first().click();
  await show("Compare");
  await pane.getByRole("table", { name: "Gears of Home" }).waitFor();
  const figure = await pane.getByRole("row", { name: /^S21 XP 270/ }).getByRole("cell").first().textContent();
  await pane.getByRole("button", { name: "Insert as live sheet" }).click();
  await pane.getByText("Sheet “Compare” inserted.").waitFor({ timeout: 60_000 });
  const found = await page.evaluate(async () => {
    const { workbench } = window as unknown as WorkbenchWindow;
    await workbench.idle();
    const rows = Array.from({ length: 90 }, (_, i) => i + 1);
    const rowOf = (label: string): number => rows.find((row) => workbench.getCell(`Compare!A${row}`).value === label) ?? 0;
    const errors = rows.flatMap((row) => [..."ABCDEFGHIJKLMNOPQR"].map((column) => workbench.getCell(`Compare!${column}${row}`).value)).filter((value) => typeof value === "string" && value.startsWith("#"));
    return { machine: rowOf("S21 XP 270"), power: rowOf("Power price"), gear: rowOf("S19: 1100 W"), errors };
  });
  expect(found.errors).toEqual([]);
  expect((await cell(`Compare!I${found.machine}`) as number).toFixed(4)).toBe(figure);
  expect(await cell(`Compare!K${found.machine}`)).toBeGreaterThan(10_000);
  expect(await cell(`Compare!K${found.gear}`)).toBe("runs");
  await page.evaluate(([address]) => (window as unknown as WorkbenchWindow).workbench.setCell(address!, 0.09), [`Compare!B${found.power}`]);
  expect(await cell(`Compare!K${found.gear}`)).toBe("power is dearer");
});

test("settings hold in every screen and are kept in the workbook", async () => {
  const { pane } = open;
  await show("Settings and about");
  await pane.getByRole("radio", { name: /^\$\/MWh/ }).check();
  await pane.getByText(/Kept in this workbook/).waitFor();
  const kept = await pane.evaluate(() => Excel.run(async (context) => {
    const setting = context.workbook.settings.getItemOrNullObject("Hashplan.settings").load("value");
    await context.sync();
    return setting.isNullObject ? undefined : String(setting.value);
  }));
  expect(JSON.parse(kept ?? "{}")).toMatchObject({ powerUnit: "$/MWh" });
  await show("Compare");
  await pane.getByText(/At 55\.00 \$\/MWh/).waitFor();
  await show("Settings and about");
  await pane.getByRole("button", { name: "Undo: Power prices" }).click();
  await show("Compare");
  await pane.getByText(/At 0\.0550 \$\/kWh/).waitFor();
});

test("diagnostics find everything as it should be", async () => {
  const { pane } = open;
  await show("Settings and about");
  await pane.getByRole("tab", { name: "Diagnostics" }).click();
  await pane.getByText("Everything is as it should be.").waitFor();
  expect(await pane.getByRole("textbox", { name: "Report" }).inputValue()).toMatch(/Worksheet functions: (\d+) of \1 registered[\s\S]+Planning thread: answers/);
});

test("the keyboard alone sorts, asks for a word and comes back", async () => {
  const { page, pane } = open;
  await show("Compare");
  const header = pane.getByRole("columnheader", { name: /^Power/ });
  await header.getByRole("button", { name: /^Power/ }).focus();
  const before = await header.getAttribute("aria-sort");
  await page.keyboard.press("Enter");
  expect(await header.getAttribute("aria-sort")).not.toBe(before);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await pane.getByText(/The value of one input at which mining neither earns nor loses/).waitFor();
  await page.keyboard.press("Escape");
  await pane.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "What is Power?");
});

const LOOKS: readonly (readonly [string, BrowserContextOptions])[] = [["light", { colorScheme: "light" }], ["dark", { colorScheme: "dark" }], ["forced colors", { colorScheme: "dark", forcedColors: "active" }]];

test.each(LOOKS)("nothing that the accessibility checker finds, and nothing wider than 340 px: %s", async (_, { colorScheme, forcedColors = "none" }) => {
  const { page, pane } = open;
  await page.emulateMedia({ colorScheme, forcedColors });
  await page.addStyleTag({ content: "iframe { width: 340px !important; min-width: 340px !important; }" });
  const check = async (): Promise<void> => {
    expect(await pane.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    const { violations } = await new AxeBuilder({ page }).include(["iframe", "#pane"]).exclude(["iframe", "[data-tabster-dummy]"]).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  };
  await show("Compare");
  for (const view of ["Breakeven", "Margin", "Buying"]) {
    await pane.getByRole("tab", { name: view }).click();
    await check();
  }
  await show("Glossary");
  await check();
  await show("Settings and about");
  for (const view of ["Settings", "About", "Diagnostics"]) {
    await pane.getByRole("tab", { name: view, exact: true }).click();
    await check();
  }
});

test("nothing left this machine and the page threw nothing", () => {
  expect(open.outside).toEqual([]);
  expect(open.errors).toEqual([]);
});
