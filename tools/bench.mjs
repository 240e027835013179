// npm run bench: what speed and size are worth here, each measured beside its reference in one run.
// Ratios count; absolute times depend on the machine. No test asserts them.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import vm from "node:vm";
import { gzipSync } from "node:zlib";
import { installPackages, requireNode } from "./lib/install.mjs";
import { projectRoot } from "./lib/project.mjs";

requireNode();
installPackages();
const { buildIfNeeded } = await import("./lib/build.mjs");
await buildIfNeeded();
const { chromium } = await import("playwright-core");
const { browserPath } = await import("./lib/system-packages.mjs");

const functionsFile = join(projectRoot, "dist", "functions.js");

scalarCalls();
sizes();
const browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--headless=new", "--disable-gpu", "--disable-background-networking"] });
await workbench();
await browser.close();

/** Scalar functions through coercion and checks, in turn with formulajs NPV, so that both meet the same machine. */
function scalarCalls() {
  const mine = loadFunctions();
  const { NPV } = createRequire(import.meta.url)("@formulajs/formulajs");
  const contestants = {
    "formulajs NPV (4 flows)": (i) => NPV(0.01 + i * 1e-9, -3000, 1100, 1100, 1100),
    "MINE.HASHPRICE": (i) => mine.HASHPRICE(78456.69 + i, 127479855693691.4, 3.16),
    "MINE.HASHCOST": (i) => mine.HASHCOST(20 + i * 1e-6, 0.05, 1.05),
    "MINE.BREAKEVEN": (i) => mine.BREAKEVEN("power", 45 + i * 1e-6, 15, null, 0.01),
    "MINE.BREAKEVEN, model by name": (i) => mine.BREAKEVEN("power", 45 + i * 1e-6, "S19j Pro 104", null, 0.01),
    "MINE.MININGREVENUE": (i) => mine.MININGREVENUE(45, 100 + i * 1e-6, 30, 0.95, 0.01),
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

function sizes() {
  const files = ["functions.js", "functions.json", "runtime.js", "taskpane.html"];
  const gzip = (name) => gzipSync(readFileSync(join(projectRoot, "dist", name)), { level: 9 }).length;
  print("Loaded before the first function answers (gzip)", [
    ...files.map((name) => [name, `${(gzip(name) / 1024).toFixed(1)} KB`]),
    ["together", `${(files.map(gzip).reduce((a, b) => a + b) / 1024).toFixed(1)} KB`],
  ]);
}

/** From the command to the first computed cell, then 1,000 cells at once. */
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

    const batch = await page.evaluate(async (count) => {
      const start = performance.now();
      for (let row = 1; row <= count; row++) await window.workbench.setCell(`AB${row}`, `=MINE.HASHCOST(${10 + row / 100},0.05,1.05)`);
      await window.workbench.idle();
      const wrong = Array.from({ length: count }, (_, i) => window.workbench.getCell(`AB${i + 1}`).value).filter((value, i) => Math.abs(value / (24 * (10 + (i + 1) / 100) * 0.05 * 1.05) - 1) > 1e-9).length;
      return { ms: performance.now() - start, wrong };
    }, 1000);
    if (batch.wrong > 0) throw new Error(`${batch.wrong} of 1,000 cells are wrong`);
    print("The workbench in headless Chromium", [
      ["npm start until it serves (built before)", `${((served - start) / 1000).toFixed(2)} s`],
      ["npm start until the first computed cell", `${((first - start) / 1000).toFixed(2)} s`],
      ["1,000 MINE cells, entered and computed", `${(batch.ms / 1000).toFixed(2)} s`, `${Math.round(1000 / (batch.ms / 1000))} cells/s`],
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

function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

function print(title, rows) {
  console.log(`\n${title}`);
  for (const [name, ...figures] of rows) console.log(`  ${name.padEnd(46)}${figures.map((figure) => figure.padStart(14)).join("")}`);
}
