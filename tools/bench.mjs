// npm run bench: what speed and size are worth here, each measured beside its reference in one run.
// Ratios count; absolute times depend on the machine. No test asserts them.
import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import vm from "node:vm";
import { gzipSync } from "node:zlib";
import { panePaint } from "./bench/pane-paint.mjs";
import { median, print } from "./bench/print.mjs";
import { installPackages, requireNode } from "./lib/install.mjs";
import { projectRoot } from "./lib/project.mjs";

requireNode();
installPackages();
const { buildIfNeeded } = await import("./lib/build.mjs");
await buildIfNeeded();
const { chromium } = await import("playwright-core");
const { browserPath } = await import("./lib/system-packages.mjs");

const functionsFile = join(projectRoot, "dist", "functions.js");

const mine = loadFunctions();
scalarCalls();
await nameLookUp();
largeCalls();
largePortfolio();
sizes();
const browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--headless=new", "--disable-gpu", "--disable-background-networking"] });
await workbench();
await browser.close();

/** Scalar functions through coercion and checks, in turn with formulajs NPV and IRR, so that all meet the same machine. */
function scalarCalls() {
  const { IRR, NPV } = createRequire(import.meta.url)("@formulajs/formulajs");
  const contestants = {
    "formulajs NPV (4 flows)": (i) => NPV(0.01 + i * 1e-9, -3000, 1100, 1100, 1100),
    "formulajs IRR (4 flows)": (i) => IRR([-3000 - i * 1e-6, 1100, 1100, 1100]),
    "MINE.HASHPRICE": (i) => mine.HASHPRICE(78456.69 + i, 127479855693691.4, 3.16),
    "MINE.HASHCOST": (i) => mine.HASHCOST(20 + i * 1e-6, 0.05, 1.05),
    "MINE.BREAKEVEN": (i) => mine.BREAKEVEN("power", 45 + i * 1e-6, 15, null, 0.01),
    "MINE.BREAKEVEN, model by name": (i) => mine.BREAKEVEN("power", 45 + i * 1e-6, "S19j Pro 104", null, 0.01),
    "MINE.MININGREVENUE": (i) => mine.MININGREVENUE(45, 100 + i * 1e-6, 30, 0.95, 0.01),
    "MINE.MARGIN, as %": (i) => mine.MARGIN(45 + i * 1e-6, 15, 0.05, 0.01, 1.02, "%"),
    "MINE.STRIKEPRICE": (i) => mine.STRIKEPRICE(45 + i * 1e-6, 15, 0.01, 1.02),
    "MINE.MININGIRR (4 flows)": (i) => mine.MININGIRR([[-3000 - i * 1e-6], [1100], [1100], [1100]]),
  };
  const rounds = 7;
  const calls = 200_000;
  const times = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
  let sink = 0;
  for (let round = 0; round < rounds; round++) {
    for (const [name, call] of Object.entries(contestants)) {
      const start = performance.now();
      for (let i = 0; i < calls; i++) sink += call(i);
      times[name].push(performance.now() - start);
    }
  }
  if (!Number.isFinite(sink)) throw new Error("a function gave no number");
  const perSecond = (name) => (calls / median(times[name])) * 1000;
  const reference = perSecond("formulajs NPV (4 flows)");
  print("Scalar calls through coercion and checks", Object.keys(contestants).map((name) => [name, `${(perSecond(name) / 1e6).toFixed(2)} M/s`, `${(perSecond(name) / reference).toFixed(2)} × NPV`]));
}

/** Ten thousand names as people type them, every one another text, beside the fuzzy search that finds the same machines. */
async function nameLookUp() {
  const { default: Fuse } = await import("fuse.js");
  const rows = mine.ASICS("", false);
  const names = Array.from({ length: 10_000 }, (_, i) => {
    const [, , model, hashrate] = rows[i % rows.length];
    const name = `${model} ${hashrate}${["T", " TH/s", " th", "t"][i % 4]}`;
    return `${i % 3 === 0 ? name.toLowerCase() : name}${" ".repeat(i / rows.length)}`;
  });
  const fuse = new Fuse([...new Set(rows.map((row) => row[2]))], { threshold: 0.4, ignoreLocation: true });
  const timed = (work) => {
    const start = performance.now();
    const found = work();
    return { ms: performance.now() - start, found };
  };
  const ours = timed(() => names.filter((name) => typeof mine.ASIC(name, "power") === "number").length);
  // A tenth of the names is enough of the slower one.
  const some = names.filter((_, i) => i % 10 === 0);
  const theirs = timed(() => some.filter((name) => fuse.search(name.trim(), { limit: 1 }).length > 0).length);
  if (ours.found !== names.length) throw new Error(`${names.length - ours.found} names were not found`);
  const [mineUs, fuseUs] = [(ours.ms / names.length) * 1000, (theirs.ms / some.length) * 1000];
  print("Catalog look-up by name, 10,000 different texts", [
    ["MINE.ASIC", `${mineUs.toFixed(1)} µs`, `${(fuseUs / mineUs).toFixed(1)} × faster`],
    ["fuse.js search (every tenth)", `${fuseUs.toFixed(1)} µs`],
  ]);
}

/** Calls that take a whole range or simulate, each the median of several. */
function largeCalls() {
  const hours = Array.from({ length: 8784 }, (_, hour) => [0.03 + 0.02 * Math.sin(hour / 4) + (hour % 97 === 0 ? 0.4 : 0)]);
  const timed = (call) => median(Array.from({ length: 7 }, () => {
    const start = performance.now();
    call();
    return performance.now() - start;
  }));
  print("Large calls", [
    ["MINE.CURTAIL, 8,784 hours", `${timed(() => mine.CURTAIL(45, 20, hours)).toFixed(1)} ms`],
    ["MINE.SIMSTATS, 10,000 paths × 60 months", `${timed(() => mine.SIMSTATS(60, 78456.69, 127479855693691.4, 963536, 10_000, 7)).toFixed(0)} ms`],
  ]);
}

/** In a process of its own, so that its memory is its own. */
function largePortfolio() {
  const { status } = spawnSync(process.execPath, [join(projectRoot, "tools", "bench", "plan-portfolio.mjs")], { stdio: "inherit" });
  if (status !== 0) throw new Error("The large portfolio was not measured");
}

function gzip(name) {
  return gzipSync(readFileSync(join(projectRoot, "dist", name)), { level: 9 }).length;
}

function sizes() {
  const files = ["functions.js", "functions.json", "runtime.js", "taskpane.html"];
  print("Loaded before the first function answers (gzip)", [
    ...files.map((name) => [name, `${(gzip(name) / 1024).toFixed(1)} KB`]),
    ["functions.js and runtime.js", `${((gzip("functions.js") + gzip("runtime.js")) / 1024).toFixed(1)} KB`, "goal 45 KB"],
    ["together", `${(files.map(gzip).reduce((a, b) => a + b) / 1024).toFixed(1)} KB`],
  ]);
}

/** From the command to the first computed cell, then 1,000 and 5,000 cells at once. */
async function workbench() {
  const port = 3900 + (process.pid % 90);
  const start = performance.now();
  const server = spawn(process.execPath, [join(projectRoot, "tools", "start.mjs"), "--no-open", "--port", String(port)], { stdio: ["ignore", "pipe", "inherit"] });
  try {
    const url = await new Promise((resolve, reject) => {
      server.stdout.on("data", (data) => { const match = /https:\S+/.exec(String(data)); if (match) resolve(match[0]); });
      server.on("exit", () => reject(new Error("npm start ended before it served")));
    });
    const served = performance.now();
    const page = await browser.newPage({ ignoreHTTPSErrors: true, viewport: { width: 1400, height: 850 } });
    await page.goto(url);
    await page.evaluate(() => window.workbench.ready);
    await page.evaluate(async () => { await window.workbench.setCell("Z1", "=MINE.HASHPRICE(78456.69,127479855693691.4,3.16)"); await window.workbench.idle(); });
    const value = await page.evaluate(() => window.workbench.getCell("Z1").value);
    if (typeof value !== "number") throw new Error(`The first cell shows ${value}`);
    const first = performance.now();

    const batch = async (column, count) => {
      const { ms, wrong } = await page.evaluate(async ([where, cells]) => {
        const start = performance.now();
        for (let row = 1; row <= cells; row++) await window.workbench.setCell(`${where}${row}`, `=MINE.HASHCOST(${10 + row / 100},0.05,1.05)`);
        await window.workbench.idle();
        const expected = (row) => 24 * (10 + row / 100) * 0.05 * 1.05;
        const differ = Array.from({ length: cells }, (_, i) => Math.abs(window.workbench.getCell(`${where}${i + 1}`).value / expected(i + 1) - 1) > 1e-9);
        return { ms: performance.now() - start, wrong: differ.filter(Boolean).length };
      }, [column, count]);
      if (wrong > 0) throw new Error(`${wrong} of ${count} cells are wrong`);
      return [`${count.toLocaleString("en-US")} MINE cells, entered and computed`, `${(ms / 1000).toFixed(2)} s`, `${Math.round(count / (ms / 1000))} cells/s`];
    };
    const batches = [await batch("AB", 1000), await batch("AD", 5000)];
    print("The workbench in headless Chromium", [
      ["npm start until it serves (built before)", `${((served - start) / 1000).toFixed(2)} s`],
      ["npm start until the first computed cell", `${((first - start) / 1000).toFixed(2)} s`],
      ...batches,
    ]);
    await page.close();
    const pane = await panePaint(browser, url);
    print(`The pane in headless Chromium, processor slowed down 4 ×, nothing cached (${pane.rounds} rounds)`, [
      ["Office.onReady until Home is drawn", `${Math.round(pane.paintMs)} ms`, `slowest ${Math.round(pane.slowestMs)} ms; goal 1,000 ms`],
      ["the pane's address until Home is drawn", `${Math.round(pane.paneMs)} ms`],
      ["fetched for it beside functions.js and runtime.js (gzip)", `${(pane.chunks.map((path) => gzip(path.slice(1))).reduce((a, b) => a + b) / 1024).toFixed(1)} KB`, "goal 300 KB"],
    ]);
  } finally {
    server.kill();
  }
}

/** dist/functions.js as a program without DOM sees it. */
function loadFunctions() {
  const mine = {};
  class ExcelError extends Error {}
  globalThis.CustomFunctions = { associate: (id, call) => { mine[id] = call; }, Error: ExcelError };
  vm.runInThisContext(readFileSync(functionsFile, "utf8"), { filename: functionsFile });
  return mine;
}
