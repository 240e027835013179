import type { Browser } from "playwright-core";
import { launchBrowser, openWorkbench, startServer, typeAndRead, type OpenWorkbench, type Served, type WorkbenchWindow } from "./support";

// The production build as `npm start` serves it, in a browser, used as a person would.

jest.setTimeout(240_000);

/** In the middle of D15, which the workbook leaves empty, as the window of openWorkbench shows it. */
const EMPTY_CELL = { x: 505, y: 485 } as const;

let server: Served | undefined;
let browser: Browser | undefined;
let open: OpenWorkbench;

beforeAll(async () => {
  server = await startServer(3401);
  browser = await launchBrowser();
  open = await openWorkbench(browser, server.url);
});
afterAll(async () => {
  await browser?.close();
  server?.stop();
});

/** Values of a sheet's first columns, row by row. */
async function rows(sheet: string, columns: number, count: number): Promise<unknown[][]> {
  return open.page.evaluate(([name, width, height]) => {
    const { workbench } = window as unknown as WorkbenchWindow;
    return Array.from({ length: height }, (_, row) => Array.from({ length: width }, (_, column) => workbench.getCell(`'${name}'!${String.fromCharCode(65 + column)}${row + 1}`).value));
  }, [sheet, columns, count] as const);
}

test("opens with six machines compared by MINE functions, without an error", async () => {
  const [name] = await open.page.evaluate(() => (window as unknown as WorkbenchWindow).workbench.sheets());
  const cells = (await rows(name!, 12, 30)).flat();
  expect(cells.filter((value) => typeof value === "string" && value.startsWith("#"))).toEqual([]);
  expect(cells.filter((value) => typeof value === "number").length).toBeGreaterThan(40);
});

test("a typed formula is computed through office.js", async () => {
  const cell = await typeAndRead(open.page, "J40", "=MINE.HASHPRICE(78456.69,127479855693691.4,3.16)");
  expect(cell.value).toBeCloseTo((78456.69 * 3.16 * 86400e15) / (127479855693691.4 * 2 ** 32), 9);
  expect(cell.formula).toBe("=MINE.HASHPRICE(78456.69,127479855693691.4,3.16)");
});

test("an error shows its sentence as a note", async () => {
  const cell = await typeAndRead(open.page, "J41", '=MINE.HASHCOST("S99 Ultra",0.05)');
  expect(cell.value).toBe("#N/A");
  expect(cell.note).toMatch(/no machine "S99 Ultra".*Nearest/);
  const bad = await typeAndRead(open.page, "J42", "=MINE.HASHCOST(20,48)");
  expect([bad.value, bad.note]).toEqual(["#VALUE!", "power_price is 48 $/kWh; allowed is from -10 to 10 $/kWh."]);
});

test("a call may leave off the argument that is solved for", async () => {
  const cell = await typeAndRead(open.page, "J43", '=MINE.BREAKEVEN("power", B13, "S19j Pro")');
  const { value: hashprice } = await typeAndRead(open.page, "J48", "=B13");
  expect(cell.note).toBeNull();
  expect(cell.value).toBeCloseTo(Number(hashprice) / (24 * 29.5), 12);
});

test("the pointer on an error shows its sentence and no second text", async () => {
  const { page } = open;
  await typeAndRead(page, "D15", "=MINE.HASHCOST(20,48)");
  await page.mouse.move(EMPTY_CELL.x, EMPTY_CELL.y - 200);
  await page.mouse.move(EMPTY_CELL.x, EMPTY_CELL.y, { steps: 4 });
  await page.waitForFunction(() => [...document.querySelectorAll("textarea")].some(({ value }) => value.startsWith("power_price is 48 $/kWh")));
  // The grid's own explanation would come 100 ms after the pointer.
  await page.waitForTimeout(500);
  expect(await page.getByText("Error in value").count()).toBe(0);
  await typeAndRead(page, "D15", "=1/0");
  await page.mouse.move(EMPTY_CELL.x, EMPTY_CELL.y - 200);
  await page.mouse.move(EMPTY_CELL.x, EMPTY_CELL.y, { steps: 4 });
  await page.getByText("Divide by zero error").waitFor();
  await typeAndRead(page, "D15", "");
});

test("while a formula is typed, the argument in turn is explained", async () => {
  const { page } = open;
  await page.mouse.click(EMPTY_CELL.x, EMPTY_CELL.y);
  await page.keyboard.type('=MINE.BREAKEVEN("power",', { delay: 20 });
  await page.getByText(/Expected revenue of 1 PH\/s in a day/).filter({ visible: true }).waitFor();
  expect(await page.getByText(/Price of power at the meter/).filter({ visible: true }).count()).toBe(0);
  await page.mouse.click(EMPTY_CELL.x, EMPTY_CELL.y);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
});

test("a chain follows its input, and a column in gives a column out", async () => {
  await typeAndRead(open.page, "J44", 20);
  await typeAndRead(open.page, "K44", "=MINE.HASHCOST(J44,0.05)");
  await typeAndRead(open.page, "L44", "=MINE.MARGIN(45,J44,0.05)+K44");
  expect((await typeAndRead(open.page, "J44", 30)).value).toBe(30);
  const read = (address: string): Promise<unknown> => open.page.evaluate((where) => (window as unknown as WorkbenchWindow).workbench.getCell(where).value, address);
  expect(await read("K44")).toBeCloseTo(36, 9);
  expect(await read("L44")).toBeCloseTo(45, 9);
  await typeAndRead(open.page, "J46", 10);
  await typeAndRead(open.page, "J47", 20);
  await typeAndRead(open.page, "K46", "=MINE.HASHCOST(J46:J47,0.05)");
  expect([await read("K46"), await read("K47")]).toEqual([expect.closeTo(12, 9), expect.closeTo(24, 9)]);
});

test("nothing left this machine and the page threw nothing", () => {
  expect(open.outside).toEqual([]);
  expect(open.errors).toEqual([]);
});
