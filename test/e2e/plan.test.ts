import AxeBuilder from "@axe-core/playwright";
import type { Browser, Locator } from "playwright-core";
import { launchBrowser, openWorkbench, startServer, type OpenWorkbench, type Served, type WorkbenchWindow } from "./support";

// From a sample to a plan, its sensitivities and its workbook, in the production build and a pane of 340 pixels.

jest.setTimeout(600_000);

let server: Served;
let browser: Browser;
let open: OpenWorkbench;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(3407), launchBrowser()]);
  open = await openWorkbench(browser, server.url);
});
afterAll(async () => {
  await browser?.close();
  server?.stop();
});

const button = (name: string | RegExp): Locator => open.pane.getByRole("button", { name, exact: true });
const region = (name: string): Locator => open.pane.getByRole("region", { name, exact: true });

/** Presses a key until something has the focus. */
async function walkTo(target: Locator, key = "Tab"): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await open.page.keyboard.press(key);
  }
  throw new Error("The keyboard does not get there.");
}

/** Nothing is cut off at the side, and axe finds nothing in light, dark and forced colors. */
async function holds(): Promise<void> {
  expect(await open.pane.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  for (const media of [{ colorScheme: "light" }, { colorScheme: "dark" }, { forcedColors: "active" }] as const) {
    await open.page.emulateMedia(media);
    const { violations } = await new AxeBuilder({ page: open.page }).include(["iframe", "#pane"]).exclude(["iframe", "[data-tabster-dummy]"]).analyze();
    expect(violations.map(({ id, nodes }) => [media, id, nodes.map(({ html }) => html)])).toEqual([]);
  }
  await open.page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
}

test("without a portfolio the plan leads to Home", async () => {
  await open.pane.getByRole("tab", { name: "Plan" }).click();
  await button("Go to Home").waitFor();
  await holds();
  await button("Go to Home").click();
});

test("a sample is planned as soon as its plan is opened", async () => {
  await button("Open the 20 MW sample").click();
  await open.pane.getByText("1 site, 1 fleet, 2 candidates").waitFor();
  await open.pane.getByRole("tab", { name: "Plan" }).click();
  const decision = region("Decisions").getByRole("button", { name: /^S19/ });
  await decision.waitFor();
  expect(await decision.textContent()).toBe("S19 Sell");
  await open.pane.getByText("Next: Curtail at strike. Turns to Upgrade to S21+ at BTC price +24.3 %.").waitFor();
  await open.pane.getByRole("img", { name: /^Cash from/ }).waitFor();
  await holds();
});

test("keyboard alone: details of a fleet, another scenario, what matters most", async () => {
  const { page, pane } = open;
  await pane.getByRole("tab", { name: "Plan" }).focus();
  await walkTo(region("Decisions").getByRole("button", { name: /^S19/ }));
  await page.keyboard.press("Enter");
  await pane.getByRole("table", { name: "Alternatives of S19" }).waitFor();
  await holds();
  await walkTo(pane.getByRole("radio", { name: "base" }));
  await page.keyboard.press("ArrowRight");
  await pane.getByText(/scenario bear\.$/).waitFor();
  await page.keyboard.press("ArrowLeft");
  await pane.getByText(/scenario base\.$/).waitFor();
  await walkTo(button("Find what matters most"));
  await page.keyboard.press("Enter");
  await pane.getByRole("table", { name: "By BTC price" }).waitFor();
  await pane.getByRole("img", { name: /^NPV of the company is/ }).waitFor();
  expect(await pane.getByLabel("Figure", { exact: true }).evaluate((element) => element === document.activeElement)).toBe(true);
  await walkTo(pane.getByLabel("Second input"));
  await page.keyboard.type("Power");
  await pane.getByRole("table", { name: "NPV of the company, M$: BTC price down, Power price across" }).waitFor();
  await holds();
});

test("keyboard alone: the workbook is built, and its Summary says what the pane says", async () => {
  const { page, pane } = open;
  await walkTo(button("Build workbook"));
  await page.keyboard.press("Enter");
  await pane.getByText("Writing the sheets; a large model takes a while").waitFor();
  await pane.getByText("Workbook built.", { exact: true }).waitFor({ timeout: 400_000 });
  const { sheets, summary, check } = await page.evaluate(async () => {
    const { workbench } = window as unknown as WorkbenchWindow;
    await workbench.idle();
    const column = (sheet: string, letter: string): unknown[] => Array.from({ length: 80 }, (_, row) => workbench.getCell(`'${sheet}'!${letter}${row + 1}`).value);
    const labels = column("Cover", "A");
    return { sheets: workbench.sheets(), summary: ["A", "B", "C", "D", "E"].flatMap((letter) => column("Summary", letter)), check: column("Cover", "B")[labels.indexOf("Master check")] };
  });
  expect(sheets).toEqual(expect.arrayContaining(["Cover", "Summary", "Inputs", "Model", "Company", "Checks"]));
  expect(summary).toEqual(expect.arrayContaining(["S19", "Sell"]));
  expect(check).toMatch(/^All/);
  await holds();
});

test("inputs edited in the pane are asked for before the sheets replace them", async () => {
  const { pane } = open;
  await pane.getByRole("radio", { name: "bull" }).click();
  await pane.getByText(/scenario bull\.$/).waitFor();
  await button("Read from sheets").click();
  await pane.getByRole("alert").getByText("The inputs here are not on the sheets yet.").waitFor();
  await holds();
  await button("Read the sheets").click();
  await pane.getByText("Read from the sheets.", { exact: true }).waitFor();
  await pane.getByText(/scenario base\.$/).waitFor();
});

test("nothing left this machine and the page threw nothing", () => {
  expect(open.outside).toEqual([]);
  expect(open.errors).toEqual([]);
});
