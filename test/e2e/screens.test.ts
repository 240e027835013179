import axe from "axe-core";
import type { Browser, Locator } from "playwright-core";
import { launchBrowser, openWorkbench, showScreen, startServer, type OpenWorkbench, type Served } from "./support";

// Every screen of the pane with its forms: what the accessibility checker says in light, dark and forced colors; at 320 pixels, and in the
// low pane that a zoom of 200 % leaves; and whether anything jumps while results come in.

jest.setTimeout(900_000);

const NARROW = 320;
/** What a laptop's window of 1,400 by 850 pixels has left at 200 %. */
const ZOOMED = { width: 700, height: 425 };
const LARGE = { width: 1400, height: 850 };
/** Of the window; what is read stays where it is. Browsers call up to 0.1 good. */
const MOST_SHIFT = 0.02;

let server: Served;
let browser: Browser;
let open: OpenWorkbench;
const visited = new Set<string>();

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(3423), launchBrowser()]);
  open = await openWorkbench(browser, server.url, { viewport: LARGE, reducedMotion: "reduce" });
  await open.pane.evaluate(axe.source);
  await open.page.addStyleTag({ content: `iframe { width: ${NARROW}px !important; min-width: ${NARROW}px !important; }` });
  await button("Open the 20 MW sample").waitFor();
});
afterAll(async () => {
  await browser?.close();
  server?.stop();
});

const button = (name: string | RegExp): Locator => open.pane.getByRole("button", { name, exact: true });

async function show(screen: string, heading = screen): Promise<void> {
  visited.add(screen);
  const tab = open.pane.getByRole("tab", { name: screen, exact: true });
  if (await tab.isVisible()) await tab.click();
  else {
    await button("More").click();
    await open.pane.getByRole("menuitem", { name: screen, exact: true }).click();
  }
  await open.pane.getByRole("heading", { name: heading, level: 1, exact: true }).waitFor();
}

/** What is cut off at the sides. */
function lostAtTheSide(): Promise<string[]> {
  return open.pane.evaluate(() => {
    const scrolled = (element: Element): boolean => { for (let at: Element | null = element; at; at = at.parentElement) if (/auto|scroll/.test(getComputedStyle(at).overflowX) && at !== document.documentElement) return true; return false; };
    const beyond = [...document.querySelectorAll("button, input, select, textarea, a, h1, h2, h3, p, label, td, th, li")].filter((element) => {
      const { left, right, width, height } = element.getBoundingClientRect();
      return width > 1 && height > 1 && (left < -1 || right > innerWidth + 1) && !scrolled(element) && !element.closest("[data-tabster-dummy], [role=tablist]");
    });
    const page = document.documentElement.scrollWidth - innerWidth;
    return [...beyond.map((element) => element.outerHTML.slice(0, 160)), ...(page > 0 ? [`the page is ${page} pixels too wide`] : [])];
  });
}

/** Bars that stay while the rest scrolls, where they leave less than half of a low pane. */
async function barsAtZoom(): Promise<string[]> {
  const { page, pane } = open;
  await page.setViewportSize(ZOOMED);
  const found = await pane.evaluate(() => {
    const stuck = [...document.querySelectorAll("*")].filter((element) => /sticky|fixed/.test(getComputedStyle(element).position) && !(getComputedStyle(element).top === "auto" && getComputedStyle(element).bottom === "auto") && element.clientHeight > 0 && !element.closest("[role=dialog], [data-tabster-dummy]"));
    const height = stuck.filter((element) => !stuck.some((other) => other !== element && other.contains(element))).reduce((sum, element) => sum + element.clientHeight, 0);
    return height > innerHeight / 2 ? [`bars of ${height} pixels in a pane of ${innerHeight}`] : [];
  });
  await page.setViewportSize(LARGE);
  return found;
}

/** What is shown is whole, and axe finds nothing in it. */
async function holds(view: string): Promise<void> {
  const { page, pane } = open;
  const found: unknown[] = await lostAtTheSide();
  for (const media of [{ colorScheme: "light", forcedColors: "none" }, { colorScheme: "dark", forcedColors: "none" }, { colorScheme: "dark", forcedColors: "active" }] as const) {
    await page.emulateMedia(media);
    await pane.evaluate(async () => {
      await new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
      await Promise.all(document.getAnimations().filter((each) => each.effect?.getComputedTiming().iterations !== Infinity).map(({ finished }) => finished.catch(() => undefined)));
    });
    // In the pane alone: the grid beside it is no part of the add-in.
    const violations = await pane.evaluate(async () => {
      const { violations: all } = await (window as unknown as { axe: typeof axe }).axe.run({ include: ["#pane"], exclude: ["[data-tabster-dummy]"] }, { resultTypes: ["violations"] });
      return all.map(({ id, nodes }) => [id, nodes.map(({ html, any }) => [html.slice(0, 300), any.map(({ message }) => message).join(" ")])]);
    });
    if (violations.length > 0) found.push([media, violations]);
  }
  await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
  expect([view, found]).toEqual([view, []]);
}

test("before there is a portfolio", async () => {
  await holds("Home");
  for (const [screen, heading] of [["Portfolio", "No portfolio yet"], ["Market", "Market"], ["Compare", "Compare"], ["Plan", "No portfolio yet"]] as const) {
    await show(screen, heading);
    await holds(`${screen}, nothing there`);
  }
});

test.each([["Three sites: PPA, index and hosting", /./, 9], ["Leveraged miner short of cash", /^(Debts|Hedges|Finance|Market scenarios)/, 3]])("%s: its parts, lists and forms", async (sample, which, most) => {
  await show("Home", "Hashplan");
  if (await button("Start from something else …").isVisible()) await button("Start from something else …").click();
  await open.pane.getByRole("button", { name: sample }).click();
  await open.pane.getByRole("region", { name: "This workbook" }).getByRole("heading").waitFor();
  await holds(`Home, ${sample}`);
  expect(await barsAtZoom()).toEqual([]);
  await open.pane.getByRole("tab", { name: "Portfolio" }).click();
  if (await button("All parts").isVisible()) await button("All parts").click();
  const parts = await open.pane.getByRole("tabpanel", { name: "Portfolio" }).getByRole("listitem").getByRole("button").allTextContents();
  expect(parts.filter((part) => which.test(part)).length).toBeGreaterThan(most);
  for (let i = 0; i < parts.length; i++) {
    if (!which.test(parts[i]!)) continue;
    const panel = open.pane.getByRole("tabpanel", { name: "Portfolio" });
    await panel.getByRole("listitem").getByRole("button").nth(i).click();
    await button("All parts").waitFor();
    await holds(`${sample}, ${parts[i]}`);
    const entries = panel.locator("button[data-entry]");
    for (let entry = 0; entry < Math.min(parts[i]!.startsWith("Contracts") ? 3 : 1, await entries.count()); entry++) {
      await entries.nth(entry).click();
      await panel.locator("form").waitFor();
      await holds(`${sample}, ${parts[i]}, entry ${entry + 1}`);
      await panel.getByRole("button").first().click();
    }
    await button("All parts").click();
  }
});

test("what is wrong, and the catalog", async () => {
  const panel = open.pane.getByRole("tabpanel", { name: "Portfolio" });
  await panel.getByRole("button", { name: /^Fleets/ }).click();
  await panel.locator("button[data-entry]").first().click();
  await open.pane.getByRole("textbox", { name: "Units", exact: true }).fill("many");
  await open.pane.getByRole("textbox", { name: "Units", exact: true }).press("Tab");
  await button("1 field to put right").waitFor();
  await holds("a wrong number");
  expect(await barsAtZoom()).toEqual([]);
  await button("1 field to put right").click();
  await holds("what is to be put right");
  await show("Plan", "1 field to put right");
  await holds("Plan of a wrong portfolio");
  await button("Show the field").click();
  await button("Catalog").click();
  await open.pane.getByRole("searchbox", { name: "Search machines" }).fill("no such machine");
  await holds("catalog without a match");
  await button("Cancel").click();
  await button(/^Undo/).click();
});

test("other screens", async () => {
  await show("Compare");
  await open.pane.getByRole("table", { name: /^Gears of/ }).first().waitFor();
  await holds("Compare");
  await show("Market");
  await open.pane.getByRole("region", { name: "Scenarios" }).getByRole("img").waitFor();
  await holds("Market");
  await button("Refresh").click();
  await open.pane.getByRole("tabpanel", { name: "Market" }).getByText(/The figures in use stay as they are/).first().waitFor();
  await holds("Market without a network");
  await show("Plan");
  await open.pane.getByRole("img", { name: /^Cash/ }).first().waitFor();
  await button("Find what matters most").click();
  await open.pane.getByRole("table", { name: /^By / }).waitFor();
  await holds("Plan with sensitivity");
  expect(await barsAtZoom()).toEqual([]);
  await show("Share");
  await button("Freeze selection").waitFor();
  await holds("Share");
  await show("Functions");
  await holds("Functions");
  await open.pane.getByRole("button", { name: /^HASHPRICE(?![A-Z])/ }).click();
  await holds("a function");
  expect(await barsAtZoom()).toEqual([]);
  await show("Glossary");
  await holds("Glossary");
  await show("Settings and about");
  for (const view of ["Settings", "About", "Diagnostics"]) {
    await open.pane.getByRole("tab", { name: view, exact: true }).click();
    await holds(view);
  }
});

test("no screen was left out", async () => {
  const tabs = await open.pane.getByRole("tablist", { name: "Hashplan" }).getByRole("tab").allTextContents();
  await button("More").click();
  const menu = await open.pane.getByRole("menuitem").allTextContents();
  await open.page.keyboard.press("Escape");
  // A tab holds its label twice: as it is, and as wide as it gets when chosen.
  const screens = [...tabs.map((text) => text.replace(/^(.+)\1$/, "$1")), ...menu];
  expect(screens.length).toBeGreaterThan(7);
  expect([...new Set(screens)].filter((screen) => !visited.has(screen))).toEqual([]);
});

test("nothing jumps while results come in", async () => {
  expect(open.outside.filter((address) => !address.startsWith("https://mempool.space/"))).toEqual([]);
  expect(open.errors).toEqual([]);
  await open.context.close();
  open = await openWorkbench(browser, server.url, { viewport: LARGE });
  const { pane } = open;
  await button("Open the 20 MW sample").waitFor();
  await pane.evaluate(() => {
    const shifts: unknown[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node?: Node }[] })[]) {
        if (!entry.hadRecentInput) shifts.push([entry.value, entry.sources.map(({ node }) => (node instanceof Element ? node.outerHTML : String(node?.textContent)).slice(0, 80))]);
      }
    });
    observer.observe({ type: "layout-shift", buffered: true });
    const forgive = (): void => {
      observer.takeRecords();
      shifts.splice(0);
    };
    Object.assign(window, { shifts, forgive });
  });
  const settled = async (): Promise<void> => { await pane.waitForTimeout(1500); };
  // What a press of a button puts in place of something is no jump, however late a busy machine shows it.
  const forgive = (): Promise<void> => pane.evaluate(() => (window as unknown as { forgive: () => void }).forgive());
  await button("Open the 20 MW sample").click();
  await pane.getByText("1 site, 1 fleet, 2 candidates").waitFor();
  await settled();
  await forgive();
  const shifts: [number, string[]][] = [];
  const count = async (): Promise<void> => void shifts.push(...await pane.evaluate(() => (window as unknown as { shifts: [number, string[]][] }).shifts.slice()));
  for (const screen of ["Plan", "Compare", "Market", "Functions"]) {
    await showScreen(pane, screen);
    await forgive();
    if (screen === "Plan") await pane.getByRole("img", { name: /^Cash from/ }).waitFor();
    await settled();
    await count();
  }
  await showScreen(pane, "Plan");
  await button("Find what matters most").click();
  await pane.getByRole("combobox", { name: "Figure" }).waitFor();
  await forgive();
  await pane.getByRole("table", { name: "By BTC price" }).waitFor();
  await settled();
  await count();
  const total = shifts.reduce((sum, [value]) => sum + value, 0);
  if (total > MOST_SHIFT) throw new Error(`Things moved by ${total}, more than ${MOST_SHIFT}:\n${shifts.map(([value, nodes]) => `${value} ${nodes.join(" | ")}`).join("\n")}`);
});

test("nothing left this machine, and the page threw nothing", () => {
  expect(open.outside).toEqual([]);
  expect(open.errors).toEqual([]);
});
