import AxeBuilder from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { launchBrowser, openWorkbench, startServer, typeAndRead, type OpenWorkbench, type Served, type WorkbenchWindow } from "./support";

// The function browser of the pane in the production build, used as a person would.

jest.setTimeout(180_000);

let server: Served;
let browser: Browser;
let open: OpenWorkbench;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(3402), launchBrowser()]);
  open = await openWorkbench(browser, server.url);
  await open.pane.getByRole("tab", { name: "Home" }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  server?.stop();
});

/** Selects cells of the active sheet. */
async function select(address: string): Promise<void> {
  await open.pane.evaluate((where) => Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange(where).select();
    await context.sync();
  }), address);
}
const cell = (address: string): Promise<unknown> => open.page.evaluate(async (where) => {
  const { workbench } = window as unknown as WorkbenchWindow;
  await workbench.idle();
  const { value, formula } = workbench.getCell(where);
  return [value, formula];
}, address);
const formula = (): Promise<string | null> => open.pane.getByRole("region", { name: "Formula to write" }).textContent();

test("the functions are fetched when their tab is first opened, which the keyboard does too", async () => {
  const { page, pane } = open;
  const scripts = (): Promise<number> => pane.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => name.includes("/chunks/")).length);
  const before = await scripts();
  await pane.getByRole("button", { name: "More", exact: true }).focus();
  await page.keyboard.press("Enter");
  const item = pane.getByRole("menuitem", { name: "Functions", exact: true });
  await item.waitFor();
  for (let i = 0; i < 6 && !(await item.evaluate((element) => element === document.activeElement)); i++) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await pane.getByRole("heading", { name: "Functions", level: 1 }).waitFor();
  expect(await scripts()).toBeGreaterThan(before);
  expect(await pane.getByRole("tab", { name: "Functions" }).getAttribute("aria-selected")).toBe("true");
});

test("search, a page, the form with a machine and a selected cell, and the formula in a cell", async () => {
  const { pane } = open;
  await typeAndRead(open.page, "J60", 0.05);
  await pane.getByRole("searchbox", { name: "Search functions" }).fill("hashcost");
  await pane.getByRole("button", { name: /^HASHCOST(?![A-Z])/ }).click();
  await pane.getByRole("heading", { name: "HASHCOST", level: 1 }).waitFor();
  await pane.getByRole("combobox", { name: /^efficiency/ }).pressSequentially("S21 XP");
  await pane.getByRole("option", { name: /^Antminer S21 XP 270/ }).click();
  await select("J60");
  await pane.getByRole("button", { name: "Use selection for power_price" }).click();
  await pane.getByText("the formula reads other cells").waitFor();
  expect(await formula()).toMatch(/^=MINE\.HASHCOST\("Antminer S21 XP 270 TH\/s", .+!J60\)$/);
  await select("J61");
  await pane.getByRole("button", { name: "Write into the selected cell" }).click();
  await pane.getByText(/^Written into .+!J61\.$/).waitFor();
  expect(await cell("J61")).toEqual([expect.closeTo(24 * 13.5 * 0.05, 9), '=MINE.HASHCOST("Antminer S21 XP 270 TH/s", J60)']);
});

test("undo puts back what was there", async () => {
  await open.pane.getByRole("button", { name: "Undo" }).click();
  await open.pane.getByText("Taken back.").waitFor();
  expect(await cell("J61")).toEqual([null, null]);
});

test("with values alone the result shows before anything is written", async () => {
  const { pane } = open;
  await pane.getByLabel(/^power_price/).and(pane.locator("input")).fill("5%");
  await pane.getByRole("status", { name: "Result" }).getByText("16.2").waitFor();
  await pane.getByLabel(/^power_price/).and(pane.locator("input")).fill("48");
  await pane.getByText(/power_price is 48 \$\/kWh; allowed is/).waitFor();
});

test("explains a cell with nested calls and a cell of another sheet", async () => {
  const { pane } = open;
  await typeAndRead(open.page, "J62", "=IF(1,MINE.COSTPERBTC(MINE.HASHCOST(A23,Comparison!J60),0.0005),0)");
  await select("J62");
  await pane.getByRole("button", { name: "All functions" }).click();
  await pane.getByRole("button", { name: "Explain a cell" }).click();
  const inner = pane.getByRole("region", { name: "MINE.HASHCOST(A23,Comparison!J60)" });
  await inner.getByText("Antminer S21 XP → 13.5 J/TH").waitFor();
  await inner.getByText("=24*13.5*0.05*1+0").waitFor();
  const outer = pane.getByRole("region", { name: /^MINE\.COSTPERBTC/ });
  await outer.getByText("32,400", { exact: true }).waitFor();
  await select("A1");
  await pane.getByRole("button", { name: "Read the selected cell" }).click();
  await pane.getByText(/A1 holds no formula/).waitFor();
  await pane.getByRole("button", { name: "All functions" }).click();
});

test("own machines of a table are handed over by its name", async () => {
  await open.pane.evaluate(() => Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Comparison").getRange("L60:P61");
    range.values = [["Name", "Hashrate (TH/s)", "Power (W)", "Cooling", "Price ($/TH)"], ["My rig", 200, 3000, "air", 12.5]];
    context.workbook.tables.add(range, true).name = "MyMachines";
    await context.sync();
  }));
  const formulas = ['=MINE.ASIC("My rig","efficiency",,MyMachines)', '=MINE.ASIC("My rig","price",,MyMachines[#All])', '=ROWS(MyMachines)'];
  const values = [];
  for (const [i, formula] of formulas.entries()) values.push((await typeAndRead(open.page, `J${64 + i}`, formula)).value);
  expect(values).toEqual([15, 12.5, 1]);
});

test("example sheets: every check agrees", async () => {
  const { page, pane } = open;
  const heading = await pane.getByText(/functions of mining economics/).textContent();
  const count = Number(/^\d+/.exec(heading ?? "")?.[0]);
  await pane.getByRole("button", { name: "Insert examples" }).click();
  await pane.getByText(/example sheets inserted\./).waitFor({ timeout: 120_000 });
  const checks = await page.evaluate(async () => {
    const { workbench } = window as unknown as WorkbenchWindow;
    await workbench.idle();
    return workbench.sheets().filter((name) => name.startsWith("Examples ")).flatMap((name) => {
      const found: unknown[] = [];
      for (let row = 1; row < 600; row++) {
        if (workbench.getCell(`'${name}'!A${row}`).value === "Check") found.push([name, row, workbench.getCell(`'${name}'!B${row}`).value]);
      }
      return found;
    });
  }) as [string, number, unknown][];
  expect(checks.filter(([, , verdict]) => verdict !== "agrees")).toEqual([]);
  expect(checks).toHaveLength(count);
  expect(count).toBeGreaterThan(15);
});

test.each(["list", "page", "explain"])("nothing that the accessibility checker finds: %s", async (view) => {
  const { pane, page } = open;
  if (view === "list") await pane.getByRole("searchbox", { name: "Search functions" }).fill("");
  if (view === "page") await pane.locator('[data-function="HASHPRICE"]').click();
  if (view === "explain") {
    await pane.getByRole("button", { name: "All functions" }).click();
    await pane.getByRole("button", { name: "Explain a cell" }).click();
    await pane.getByText(/holds no formula|With the numbers in it/).first().waitFor();
  }
  // The grid around the pane is not the add-in's; the marked elements are Fluent's own, which pass the focus on.
  const { violations } = await new AxeBuilder({ page }).include(["iframe", "#pane"]).exclude(["iframe", "[data-tabster-dummy]"]).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

test("nothing left this machine and the page threw nothing", () => {
  expect(open.outside).toEqual([]);
  expect(open.errors).toEqual([]);
});
