import AxeBuilder from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { AFTER_SNAPSHOT, AFTER_SNAPSHOT_TIME, replies } from "../market/support/live-answers";
import { brokenLine, flood, startReplayServer, status, type ReplayServer, type Reply } from "../market/support/replay-server";
import { launchBrowser, openWorkbench, startServer, type OpenWorkbench, type Served, type WorkbenchWindow } from "./support";

// The market screen in the production build, with a host on this computer: what browsers hide of its answers is hidden here.

jest.setTimeout(180_000);

let server: Served;
let browser: Browser;
let open: OpenWorkbench;
let host: ReplayServer;

beforeAll(async () => {
  [server, browser, host] = await Promise.all([startServer(3418), launchBrowser(), startReplayServer()]);
  open = await openWorkbench(browser, server.url);
  await open.context.clock.setSystemTime((AFTER_SNAPSHOT_TIME + 60) * 1000);
  await open.pane.getByRole("button", { name: "20 MW of S19" }).first().click();
  await open.pane.getByRole("tab", { name: "Market" }).click();
  await open.pane.getByRole("heading", { name: "Market", level: 1 }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await host?.close();
  server?.stop();
});

/** Other names than localhost are refused by the test's browser. */
const address = (): string => host.url.replace("127.0.0.1", "localhost");

async function refresh(): Promise<void> {
  await open.pane.getByRole("button", { name: "Refresh" }).click();
}

test("scenarios are followed in the worker and drawn beside the history; nothing is asked", async () => {
  await open.pane.getByRole("region", { name: "Scenarios" }).getByRole("img", { name: /decides/ }).waitFor();
  expect(await open.pane.getByRole("region", { name: "History" }).getByRole("img").count()).toBe(3);
  expect(open.outside).toEqual([]);
  await open.pane.getByRole("combobox", { name: "Host of live figures" }).fill(address());
});

test.each<[string, Reply, RegExp]>([
  ["a refusal that the browser hides", status(429, {}), /may be turning requests away because it got too many/],
  ["a refusal that it shows", status(429), /turned the request away/],
  ["a redirect", status(302, { location: "https://example.org/", "access-control-allow-origin": "*" }), /another address, which was not asked/],
  ["a broken line", brokenLine(AFTER_SNAPSHOT.rewards), /broke off/],
  ["a flood", flood({ bytes: 0 }), /larger than 1 MB/],
])("%s is told as what it is", async (_name, reply, message) => {
  host.replay(replies(AFTER_SNAPSHOT, { rewards: reply }));
  await refresh();
  await open.pane.getByText(message).waitFor();
  expect(host.requests).toHaveLength(3);
});

test("fetched figures are taken into the plan, and twice into the workbook's table", async () => {
  const { page, pane } = open;
  host.replay(replies(AFTER_SNAPSHOT));
  for (const rows of [1, 2]) {
    await refresh();
    await pane.getByRole("button", { name: "Use the fetched figures" }).click();
    await pane.getByText("Row added.").waitFor();
    const table = await pane.evaluate(() => Excel.run(async (context) => {
      const body = context.workbook.tables.getItem("MarketHistory").getDataBodyRange().load("text");
      await context.sync();
      return body.text;
    }));
    expect(table).toHaveLength(rows);
    expect(table.at(-1)).toEqual(["2026-08-30", "81,234.00", "129,700,000,000,001", "0.03200000", "964,836", "951.00", address().slice("http://".length), "2026-08-30T14:05:00.000Z"]);
  }
  await page.evaluate(() => (window as unknown as WorkbenchWindow).workbench.idle());
  expect(await pane.getByRole("region", { name: "Figures in use" }).getByText("2026-08-30", { exact: true }).count()).toBe(1);
});

test("the host got plain GETs that say nothing of the user, and no preflight", () => {
  expect(host.requests).toHaveLength(6);
  expect(host.requests.every((request) => request.startsWith("GET "))).toBe(true);
  expect(host.headers.flatMap((headers) => Object.keys(headers)).filter((name) => ["cookie", "referer", "authorization"].includes(name))).toEqual([]);
});

test.each(["light", "dark"] as const)("axe finds nothing in %s colors", async (colorScheme) => {
  await open.page.emulateMedia({ colorScheme });
  await refresh();
  await open.pane.getByRole("group", { name: "Fetched figures" }).waitFor();
  const { violations } = await new AxeBuilder({ page: open.page }).include(["iframe", "#pane"]).exclude(["iframe", "[data-tabster-dummy]"]).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await open.pane.getByRole("button", { name: "Keep those in use" }).click();
});

test("nothing else left this machine, and the page had no error", () => {
  expect(open.outside).toEqual([]);
  expect(open.errors).toEqual([]);
});
