import AxeBuilder from "@axe-core/playwright";
import { readFileSync } from "node:fs";
import { readXlsx } from "hucre/xlsx";
import { unzipSync, strFromU8 } from "fflate";
import type { Browser, Locator } from "playwright-core";
import { readPortfolio } from "../../src/planning/portfolio";
import { SAMPLES } from "../../src/taskpane/store/samples";
import { planFiles } from "../../tools/lib/plan";
import { openInLibreOffice } from "../xlsx/support/recalculate";
import { launchBrowser, openWorkbench, showScreen, startServer, typeAndRead, type OpenWorkbench, type Served, type WorkbenchWindow } from "./support";

// A workbook shared, frozen and repaired from the pane and the ribbon, in the production build and a pane of 340 pixels.

jest.setTimeout(600_000);

let server: Served;
let browser: Browser;
let open: OpenWorkbench;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(3408), launchBrowser()]);
  open = await openWorkbench(browser, server.url);
});
afterAll(async () => {
  await browser?.close();
  server?.stop();
});

const ROWS = 60;
const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const button = (name: string | RegExp): Locator => open.pane.getByRole("button", { name, exact: true });
const ribbon = (name: string): Locator => open.page.getByRole("button", { name, exact: true });
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

/** Runs in the pane what an add-in would. */
const select = (address: string): Promise<void> => open.pane.evaluate((cells) => Excel.run(async (context) => {
  context.workbook.worksheets.getActiveWorksheet().getRange(cells).select();
  await context.sync();
}), address);
const protect = (on: boolean): Promise<void> => open.pane.evaluate((locked) => Excel.run(async (context) => {
  const { protection } = context.workbook.worksheets.getActiveWorksheet();
  if (locked) protection.protect();
  else protection.unprotect();
  await context.sync();
}), on);

/** Values, formulas and notes of the sheet. */
async function cells(): Promise<{ value: unknown; formula: string | null; note: string | null }[][]> {
  return open.page.evaluate(async ([rows, letters]) => {
    const { workbench } = window as unknown as WorkbenchWindow;
    await workbench.idle();
    return Array.from({ length: rows }, (_, row) => letters.map((letter) => {
      const { value, formula, note } = workbench.getCell(`${letter}${row + 1}`);
      return { value, formula, note };
    }));
  }, [ROWS, LETTERS] as const);
}

/** The copy that a click hands out. */
async function downloaded(click: () => Promise<void>): Promise<{ name: string; bytes: Uint8Array }> {
  const [download] = await Promise.all([open.page.waitForEvent("download"), click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** The 20 MW sample with another price and discount rate, as npm run plan writes it. */
async function earlierPlan(): Promise<{ workbook: Uint8Array }> {
  const document = structuredClone(await SAMPLES[0]!.load()) as { market: { start: { btcPriceUsd: number } }; finance: { discountRateAnnual: number } };
  document.market.start.btcPriceUsd = 70_000;
  document.finance.discountRateAnnual = 0.1;
  const { portfolio, problems } = readPortfolio(document);
  if (!portfolio) throw new Error(problems.map(({ message }) => message).join(" "));
  return planFiles(portfolio, new Date("2026-03-01T00:00:00Z"));
}

test("an empty workbook is said to need no copy", async () => {
  const empty = await openWorkbench(browser, `${server.url}?sample=none`);
  await showScreen(empty.pane, "Share");
  await empty.pane.getByText("No cell of this workbook calls Hashplan, and it holds no model: it can be shared as it is.").waitFor();
  await empty.pane.getByRole("button", { name: "Share a copy anyway" }).click();
  await empty.pane.getByRole("button", { name: "Prepare copy" }).click();
  await empty.pane.getByRole("table", { name: "What the copy holds" }).getByText("none", { exact: true }).waitFor();
  await empty.context.close();
});

test("the ribbon opens Share; a copy with native formulas, recalculated, has the live values and no call of Hashplan", async () => {
  const { page, pane } = open;
  await typeAndRead(page, "A34", '=MINE.ASICPROFILES("S19j Pro 104")');
  await typeAndRead(page, "A44", "=IF(MINE.HASHCOST(C23,B17)>0,MINE.HASHCOST(D23,B17)*2,\"none\")");
  await typeAndRead(page, "A45", "=SUM(E23:E28)+A44");
  await typeAndRead(page, "A46", "=1/0");
  const live = await cells();
  await ribbon("Share copy").click();
  await pane.getByRole("heading", { name: "Share", level: 1 }).waitFor();
  await button("Prepare copy").waitFor();
  await holds();
  await button("Prepare copy").click();
  const table = pane.getByRole("table", { name: "What the copy holds" });
  await table.waitFor();
  expect(await table.textContent()).toMatch(/Replaced by native formulas\d+Replaced by values\d+Size of the file\d+ kB/);
  await holds();
  const { name, bytes } = await downloaded(() => button("Download").click());
  expect(name).toBe("Workbook (native formulas).xlsx");
  await pane.getByText("was handed to the browser.").waitFor();

  const parts = unzipSync(bytes);
  for (const [part, content] of Object.entries(parts)) if (/\.(xml|rels)$/.test(part) && !/sharedStrings|sheet\d+\.xml$/.test(part)) expect([part, /MINE\.|_xldudf_/.test(strFromU8(content))]).toEqual([part, false]);
  const { sheets } = await readXlsx(bytes);
  expect(sheets.map((sheet) => sheet.name)).toEqual(["Shared copy", "Comparison"]);
  const formulas = sheets.flatMap((sheet) => [...(sheet.cells?.values() ?? [])].flatMap(({ formula }) => (formula === undefined ? [] : [formula])));
  expect(formulas.length).toBeGreaterThan(40);
  expect(formulas.filter((formula) => /MINE|_xldudf_/i.test(formula))).toEqual([]);
  const [file] = openInLibreOffice([{ bytes, sheets: ["Shared copy", "Comparison"] }]);
  const shared = file!.get("Comparison")!;
  let compared = 0;
  // Formulas, and what the first one of those typed above spills.
  const isCalculated = (formula: string | null, row: number): boolean => formula !== null || row >= 33;
  live.forEach((line, r) => line.forEach(({ value, formula }, c) => {
    if (typeof value !== "number" || !isCalculated(formula, r)) return;
    const recalculated = Number(shared[r]![c]);
    expect([`${LETTERS[c]}${r + 1}`, Math.abs(recalculated - value) <= 1e-9 * Math.max(1, Math.abs(value))]).toEqual([`${LETTERS[c]}${r + 1}`, true]);
    compared++;
  }));
  expect(compared).toBeGreaterThan(50);
});

test("the copy as a new workbook is the same file", async () => {
  await button("Open as new workbook").click();
  await open.pane.getByText("Opened as a new workbook.").waitFor();
  const { bytes } = await downloaded(() => open.page.getByRole("link", { name: "Save the workbook" }).click());
  expect((await readXlsx(bytes)).sheets.map(({ name }) => name)).toEqual(["Shared copy", "Comparison"]);
  await open.page.getByRole("button", { name: "Dismiss" }).click();
});

test("keyboard alone: another level, the copy, its file", async () => {
  const { page, pane } = open;
  await pane.getByRole("tab", { name: "Share" }).focus();
  await walkTo(pane.getByRole("radio", { name: /^Native formulas/ }));
  await page.keyboard.press("ArrowUp");
  expect(await pane.getByRole("radio", { name: /^Frozen values/ }).isChecked()).toBe(true);
  await pane.getByRole("table", { name: "What the copy holds" }).waitFor({ state: "detached" });
  await walkTo(button("Prepare copy"));
  await page.keyboard.press("Enter");
  await pane.getByRole("table", { name: "What the copy holds" }).waitFor();
  await walkTo(button("Download"));
  const { name, bytes } = await downloaded(() => page.keyboard.press("Enter"));
  expect(name).toBe("Workbook (values).xlsx");
  const { sheets } = await readXlsx(bytes);
  expect([...sheets[1]!.cells!.values()].filter(({ formula }) => /MINE|_xldudf_/i.test(formula ?? ""))).toEqual([]);
});

test("frozen cells keep their values, and come back as they were", async () => {
  const { page, pane } = open;
  const before = await cells();
  await select("A10:B45");
  await ribbon("Freeze").click();
  await pane.getByText(/^\d+ formulas frozen\.$/).waitFor();
  const frozen = await cells();
  const isCall = (formula: string | null): boolean => formula !== null && formula.includes("MINE.");
  expect(frozen.slice(9, 45).flatMap((line) => line.slice(0, 2)).filter(({ formula }) => isCall(formula))).toEqual([]);
  expect(frozen.map((line) => line.map(({ value }) => value))).toEqual(before.map((line) => line.map(({ value }) => value)));
  expect(frozen[12]![1]!.note).toMatch(/^Frozen by Hashplan on \d{4}-\d\d-\d\d \d\d:\d\d UTC\.\n=MINE\./);
  await holds();
  await typeAndRead(page, "B17", 0.07);
  expect((await cells())[43]![0]!.value).toBe(before[43]![0]!.value);
  await typeAndRead(page, "B17", 0.055);
  await button("Unfreeze all").click();
  await pane.getByText(/^\d+ formulas put back\.$/).waitFor();
  expect(await cells()).toEqual(before);
});

test("a protected sheet is not frozen, and the pane says why", async () => {
  await select("B10:B14");
  await protect(true);
  await button("Freeze selection").click();
  await region("Freeze selected cells").getByText("The sheet Comparison is protected.").waitFor();
  await holds();
  await protect(false);
  await region("Freeze selected cells").getByRole("button", { name: "Close" }).click();
});

test("broken formulas are counted before and after", async () => {
  const { page, pane } = open;
  await typeAndRead(page, "A48", "=_xldudf_MINE_HASHCOST(20,0.05)");
  await typeAndRead(page, "A49", "=_xldudf_MINE_NOSUCH(20,0.05)");
  expect(await typeAndRead(page, "A50", "=A48*2")).toMatchObject({ value: "#NAME?" });
  await ribbon("Repair").click();
  await pane.getByText("Broken before: 2 cells; now: 1 cell. Still without a result: Comparison!A49.").waitFor();
  await holds();
  const after = await cells();
  expect([after[47]![0], after[49]![0]!.value]).toEqual([{ value: 24, formula: "=MINE.HASHCOST(20,0.05)", note: null }, 48]);
  await page.evaluate(() => (window as unknown as WorkbenchWindow).workbench.setCell("A49", null));
  await button("Repair workbook").click();
  await pane.getByText("Nothing to repair.").waitFor();
});

test("an earlier plan's workbook is compared with this one; a workbook that holds no plan is refused", async () => {
  const { pane, context } = open;
  const { workbook } = await earlierPlan();
  const file = { name: "Plan of March.xlsx", mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", buffer: Buffer.from(workbook) };
  await showScreen(pane, "Share");
  await pane.getByLabel("The earlier workbook").setInputFiles(file);
  await region("Compare with an earlier plan").getByText("This workbook cannot be compared.").waitFor();
  await pane.getByRole("tab", { name: "Home" }).click();
  await button("Open the 20 MW sample").click();
  await pane.getByText("1 site, 1 fleet, 2 candidates").waitFor();
  await pane.getByRole("tab", { name: "Portfolio" }).click();
  await button("Write to sheets").click();
  await pane.getByText("Written to the sheets.").waitFor();
  await showScreen(pane, "Share");
  await pane.getByLabel("The earlier workbook").setInputFiles(file);
  const compared = pane.getByRole("group", { name: "Compared with Plan of March.xlsx" });
  await compared.waitFor();
  expect(await compared.getByRole("heading").allTextContents()).toContain("Changed inputs: 2");
  const changes = await compared.locator("dl > div").allTextContents();
  expect(changes).toEqual(expect.arrayContaining([expect.stringMatching(/^Discount rate.*0\.1 → 0\.14 \(\+40\.0 %\)$/), expect.stringMatching(/^BTC price \(\$\)70,000 → 78,457 \(\+12\.1 %\)$/)]));
  // Price is all that differs on the market dates.
  const bridge = await compared.getByRole("table", { name: "What hashprice's change comes from" }).locator("tr").evaluateAll((rows) => rows.map((row) => [...row.children].slice(0, 2).map(({ textContent }) => textContent)));
  expect(bridge.slice(1)).toEqual([["Before, $/PH/day", expect.stringMatching(/^\d+\.\d\d$/)], ["BTC price", expect.stringMatching(/^\+\d+\.\d\d$/)], ["Difficulty", "0.00"], ["Subsidy and fees", "0.00"], ["After", expect.stringMatching(/^\d+\.\d\d$/)]]);
  await holds();
  await context.grantPermissions(["clipboard-write", "clipboard-read"]);
  await button("Copy as text").click();
  await compared.getByText("Copied.").waitFor();
});

test("at 320 pixels nothing is cut off", async () => {
  await showScreen(open.pane, "Share");
  await open.page.locator(".pane-bar").focus();
  for (let step = 0; step < 4; step++) await open.page.keyboard.press("ArrowRight");
  expect(await open.pane.evaluate(() => innerWidth)).toBeLessThanOrEqual(320);
  await button("Prepare copy").click();
  await open.pane.getByRole("table", { name: "What the copy holds" }).waitFor();
  await holds();
});

test("nothing left this machine and the page threw nothing", () => {
  expect(open.outside).toEqual([]);
  expect(open.errors).toEqual([]);
});
