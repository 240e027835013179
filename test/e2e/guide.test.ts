import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Browser, Locator } from "playwright-core";
import { Album, type Cut } from "./guide/album";
import { launchBrowser, openWorkbench, showScreen, startServer, type OpenWorkbench, type Served, type WorkbenchWindow } from "./support";

// The pages of docs/guide are walked through as they say, in the production build. With GUIDE=write (npm run guide) their pictures
// are taken anew; else what is seen is held against them.

jest.setTimeout(600_000);

const folder = join(__dirname, "../../docs/guide");
const MOST_KB = 1500;
/** The data of the add-in are of the day before. */
const TODAY = "2026-08-22T09:30:00Z";
const TALL = { width: 1180, height: 2200 };
const WINDOW = { width: 1400, height: 760 };

let server: Served;
let browser: Browser;
let open: OpenWorkbench;
const album = new Album(join(folder, "images"), process.env["GUIDE"] === "write");

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(3421), launchBrowser()]);
});
afterAll(async () => {
  album.finish();
  await browser?.close();
  server?.stop();
});

async function begin(): Promise<void> {
  await open?.context.close();
  open = await openWorkbench(browser, server.url, { viewport: TALL, reducedMotion: "reduce", colorScheme: "light", locale: "en-US", timezoneId: "UTC" }, TODAY);
  await button("Open the 20 MW sample").waitFor();
}

const button = (name: string | RegExp): Locator => open.pane.getByRole("button", { name, exact: true });
const region = (name: string | RegExp): Locator => open.pane.getByRole("region", { name, exact: true });
const heading = (name: string): Locator => open.pane.getByRole("heading", { name, exact: true });
const field = (name: string): Locator => open.pane.getByRole("textbox", { name, exact: true });
const look = (): Promise<void> => album.look(open.page, open.pane);

async function pane(name: string, cut: Cut = {}): Promise<void> {
  expect(await album.pane(name, open.page, open.pane, cut)).toEqual([]);
}

/** The whole workbench, as large as a laptop shows it. */
async function workbench(name: string): Promise<void> {
  await open.page.setViewportSize(WINDOW);
  await open.page.evaluate(() => (window as unknown as WorkbenchWindow).workbench.idle());
  await open.page.waitForTimeout(1500); // The grid draws when it has time.
  expect(await album.window(name, open.page, open.pane)).toEqual([]);
  await open.page.setViewportSize(TALL);
}

async function openPart(part: RegExp): Promise<void> {
  if (await button("All parts").isVisible()) await button("All parts").click();
  await button(part).click();
}

test("getting started: a sample, its decision, the workbook", async () => {
  await begin();
  await workbench("workbench");
  await pane("home", { to: heading("Or start from") });
  await button("Open the 20 MW sample").click();
  await open.pane.getByText("1 site, 1 fleet, 2 candidates").waitFor();
  await pane("sample", { to: region("Next step") });
  await button("Plan it").click();
  await open.pane.getByRole("img", { name: /^Cash from/ }).waitFor();
  await pane("decision", { to: open.pane.getByText(/^The next 6 adjustments/) });
  await region("Decisions").getByRole("button", { name: /^S19/ }).click();
  await open.pane.getByRole("table", { name: "Alternatives of S19" }).waitFor();
  await pane("alternatives", { from: heading("What each fleet should do"), to: open.pane.getByRole("table", { name: "Alternatives of S19" }) });
  await button("Find what matters most").click();
  await open.pane.getByRole("img", { name: /^NPV of the company is/ }).waitFor();
  await open.pane.getByRole("table", { name: "By BTC price" }).waitFor();
  await heading("Sensitivity").evaluate((element) => element.scrollIntoView({ block: "center" }));
  await pane("sensitivity", { from: heading("Sensitivity"), to: open.pane.getByText("NPV of the company as a table") });
  await button("Build workbook").click();
  await open.pane.getByText("Workbook built.", { exact: true }).waitFor({ timeout: 400_000 });
  await workbench("summary");
  await button("Close").click();
  await showScreen(open.pane, "Market");
  await look();
});

test("a facility in five minutes: from nothing to a decision", async () => {
  await begin();
  await button("Begin anew").click();
  await heading("My portfolio").waitFor();
  await pane("parts", { to: button(/^Hedges/) });
  await openPart(/^Sites/);
  await look();
  await button(/^Site 1/).click();
  await field("Power capacity").fill("25");
  await field("Uptime").fill("97%");
  await field("Fixed costs").fill("60k");
  await field("Fixed costs").blur();
  await pane("site", { to: field("Restart cost") });
  await field("Uptime").fill("970%");
  await field("Uptime").blur();
  await open.pane.getByText(/Give a share/).waitFor();
  await pane("wrong", { to: field("Fixed costs") });
  await field("Uptime").fill("97%");
  await button("Sites").click();
  await openPart(/^Contracts/);
  await button(/^Contract 1/).click();
  await field("Price").fill("4.8c");
  await field("Price").blur();
  await pane("contract", { to: field("Take or pay") });
  await button("Contracts").click();
  await openPart(/^Fleets/);
  await button("Paste rows …").click();
  await field("Rows of a spreadsheet").fill("S19j Pro 104\t3200\tSite 1\nS19 XP 140\t1500\tSite 1");
  await open.pane.getByText(/^2 fleets/).waitFor();
  await pane("paste", { to: button("Take 2 fleets") });
  await button("Take 2 fleets").click();
  await button(/^Fleet 1/).click();
  await button("Catalog").click();
  await open.pane.getByRole("searchbox", { name: "Search machines" }).fill("s21");
  await open.pane.getByRole("combobox", { name: "Cooling" }).selectOption({ label: "Air" });
  await pane("catalog", { to: open.pane.getByRole("list", { name: "Machines" }).getByRole("listitem").nth(3) });
  await button("Cancel").click();
  await button("Delete fleet").click();
  await look();
  await openPart(/^Candidates/);
  await button(/^S21\+/).click();
  await pane("candidate", { to: field("Lead time") });
  await button("Candidates").click();
  await openPart(/^Finance/);
  await look();
  await showScreen(open.pane, "Plan");
  await open.pane.getByRole("img", { name: /^Cash from/ }).waitFor();
  await pane("facility-decision", { to: region("Decisions") });
});

test("comparing generations: breakevens, gears and a live sheet", async () => {
  await begin();
  await button("Open the 20 MW sample").click();
  await open.pane.getByText("1 site, 1 fleet, 2 candidates").waitFor();
  await showScreen(open.pane, "Compare");
  await open.pane.getByRole("table", { name: "Gears of Home" }).waitFor();
  await pane("breakeven", { to: open.pane.getByText("Breakeven power price as a table") });
  await open.pane.getByRole("tab", { name: "Buying" }).click();
  await pane("buying", { from: heading("Machines"), to: open.pane.getByRole("row", { name: /^S19 95/ }) });
  await open.pane.getByRole("tab", { name: "Margin" }).click();
  await look();
  await pane("gears", { from: heading("Gears of Home"), to: open.pane.getByRole("table", { name: "Gears of Home" }) });
  await button("Insert as live sheet").click();
  await open.pane.getByText("Sheet “Compare” inserted.").waitFor({ timeout: 60_000 });
  await workbench("compare-sheet");
});

test("sharing: the screen", async () => {
  await begin();
  await showScreen(open.pane, "Share");
  await button("Prepare copy").waitFor();
  await pane("share", { to: button("Choose the earlier workbook …") });
});

test("functions: found, filled in, written and explained", async () => {
  await begin();
  await showScreen(open.pane, "Functions");
  await open.pane.getByRole("searchbox", { name: "Search functions" }).fill("breakeven");
  await pane("functions", { to: open.pane.getByRole("button", { name: /^[A-Z]+/ }).last() });
  await open.pane.getByRole("searchbox", { name: "Search functions" }).fill("hashcost");
  await open.pane.getByRole("button", { name: /^HASHCOST(?![A-Z])/ }).click();
  await open.pane.getByRole("combobox", { name: /^efficiency/ }).pressSequentially("S21 XP");
  await open.pane.getByRole("option", { name: /^Antminer S21 XP 270/ }).click();
  await open.pane.getByLabel(/^power_price/).and(open.pane.locator("input")).fill("5.5%");
  await open.page.setViewportSize({ ...TALL, height: 900 });
  await open.pane.getByRole("status", { name: "Result" }).getByText("17.82").waitFor();
  await open.pane.evaluate(() => window.scrollTo(0, 0));
  await pane("function", {});
  await open.page.setViewportSize(TALL);
  await button("Write into the selected cell").click();
  await open.pane.getByText(/^Written into/).waitFor();
  await button("All functions").click();
  await button("Explain a cell").click();
  await open.pane.getByRole("region", { name: /^MINE\./ }).first().waitFor();
  await pane("explain", { to: open.pane.getByRole("region", { name: /^MINE\./ }).first() });
  for (const screen of ["Glossary", "Settings and about"]) {
    await showScreen(open.pane, screen);
    await look();
  }
  for (const view of ["About", "Diagnostics"]) {
    await open.pane.getByRole("tab", { name: view, exact: true }).click();
    await look();
  }
});

const pages = readdirSync(folder).filter((name) => name.endsWith(".md"));
const textOf = (page: string): string => readFileSync(join(folder, page), "utf8");

test("pages show every picture, and no other", () => {
  const shown = pages.flatMap((page) => [...textOf(page).matchAll(/!\[[^\]]+\]\(images\/([\w-]+)\.png\)/g)].map(([, name]) => name!));
  expect([...new Set(shown)].sort()).toEqual(album.names());
  expect(readdirSync(join(folder, "images")).filter((name) => name.endsWith(".png")).map((name) => name.slice(0, -4)).sort()).toEqual(album.names());
});

test("what pages name in bold can be read in the pane or on the ribbon", () => {
  const readable = new Set([...album.labels].map(plain));
  const named = pages.flatMap((page) => [...textOf(page).matchAll(/\*\*([^*]+)\*\*/g)].map(([, label]) => [page, label!] as const));
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter(([, label]) => !readable.has(plain(label)))).toEqual([]);
});

test("every link of the pages leads somewhere", () => {
  const links = pages.flatMap((page) => [...textOf(page).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, path]) => join(dirname(join(folder, page)), path!)));
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter((path) => !existsSync(path))).toEqual([]);
});

test("pictures are small, and compared by pixel where the fonts allow", () => {
  const bytes = album.names().reduce((sum, name) => sum + statSync(join(folder, "images", `${name}.png`)).size, 0);
  expect(bytes / 1024).toBeLessThan(MOST_KB);
  if (!album.comparesPixels() && process.env["GUIDE"] !== "write") console.warn("The fonts here are not those of the guide's pictures: their words were compared, their pixels were not.");
});

test("nothing left this machine and the page threw nothing", () => {
  expect(open.outside).toEqual([]);
  expect(open.errors).toEqual([]);
});

function plain(label: string): string {
  return label.replace(/\s*…$/, "").trim();
}
