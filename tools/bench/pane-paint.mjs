// How long the pane takes to show itself once Office is ready, on a processor four times slower than this one.
import { median } from "./print.mjs";

const SLOW_DOWN = 4;
const ROUNDS = 7;

/**
 * Opens the pane in the workbench anew, round by round, each in a context without anything kept, when the grid is at rest.
 * @returns {Promise<{ paintMs: number, slowestMs: number, paneMs: number, rounds: number, chunks: string[] }>} from Office.onReady to the frame that shows Home, median and
 * slowest; from the pane's address to that frame; and what was fetched of the pane by then
 */
export async function panePaint(browser, url) {
  const found = [];
  for (let round = 0; round < ROUNDS; round++) found.push(await onePaint(browser, url));
  return { paintMs: median(found.map(({ paint }) => paint)), slowestMs: Math.max(...found.map(({ paint }) => paint)), paneMs: median(found.map(({ shown }) => shown)), rounds: ROUNDS, chunks: found[0].chunks };
}

async function onePaint(browser, url) {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1400, height: 850 } });
  try {
    await context.addInitScript(watch);
    const page = await context.newPage();
    await page.goto(url);
    await page.evaluate(() => window.workbench.ready);
    await page.evaluate(() => window.workbench.idle());
    const pane = page.frames().find((frame) => frame.url().includes("/taskpane.html"));
    await pane.waitForFunction(() => window.paneTimes?.shown !== undefined);
    const devtools = await context.newCDPSession(page);
    await devtools.send("Network.enable");
    await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOW_DOWN });
    await pane.evaluate(() => { window.paneTimes = undefined; location.reload(); });
    await pane.waitForFunction(() => window.paneTimes?.shown !== undefined);
    const { ready, shown, chunks } = await pane.evaluate(() => window.paneTimes);
    return { paint: shown - ready, shown, chunks };
  } finally {
    await context.close();
  }
}

/** In the pane's page, before its scripts: when Office is ready, and when the frame with Home's heading and first button has been drawn. */
function watch() {
  if (!location.pathname.endsWith("/taskpane.html")) return;
  const times = {};
  const office = setInterval(() => {
    if (!window.Office?.onReady) return;
    clearInterval(office);
    window.Office.onReady(() => { times.ready = performance.now(); });
  }, 1);
  const look = () => {
    if (!document.querySelector("main h1") || !document.querySelector("main button")) return requestAnimationFrame(look);
    // A task after the next frame runs when that frame has been drawn.
    requestAnimationFrame(() => setTimeout(() => { times.shown = performance.now(); times.chunks = performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname).filter((path) => path.startsWith("/chunks/")); window.paneTimes = times; }));
  };
  requestAnimationFrame(look);
}
