import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { JSDOM } from "jsdom";

// What `npm run build` leaves in dist/, as Excel and other programs find it.

const dist = join(__dirname, "../../dist");
const read = (name: string): string => readFileSync(join(dist, name), "utf8");
const metadata = JSON.parse(read("functions.json")) as { functions: { id: string; helpUrl: string }[] };

type Call = (...values: unknown[]) => unknown;

/** Runs functions.js where there is nothing but the language and CustomFunctions. */
function associated(): Map<string, Call> {
  const calls = new Map<string, Call>();
  const CustomFunctions = { associate: (id: string, call: Call) => void calls.set(id, call), Error: class extends Error {}, ErrorCode: {} };
  runInContext(read("functions.js"), createContext({ CustomFunctions }));
  return calls;
}

test("functions.js needs nothing but CustomFunctions, and associates what functions.json declares", () => {
  expect([...associated().keys()].sort()).toEqual(metadata.functions.map(({ id }) => id).sort());
});

test("functions.js computes", () => {
  expect(associated().get("HASHPRICE")?.(78456.69, 127479855693691.4, 3.16)).toBeCloseTo((78456.69 * 3.16 * 86400e15) / (127479855693691.4 * 2 ** 32), 9);
  expect(associated().get("HASHCOST")?.(20, 0.05, 1)).toBeCloseTo(24, 12);
});

test("functions.js with its catalog stays below 40 KB gzip", () => {
  expect(gzipSync(read("functions.js"), { level: 9 }).length / 1024).toBeLessThan(40); // As npm run bench counts.
});

test("functions and commands together, with the catalog, stay below 45 KB gzip", () => {
  const sizes = ["functions.js", "runtime.js"].map((name) => gzipSync(read(name), { level: 9 }).length);
  expect(sizes.reduce((sum, size) => sum + size, 0) / 1024).toBeLessThan(45);
});

test("the published help leads nowhere that is not published", () => {
  const pages = readdirSync(join(dist, "help"), { recursive: true }).map(String).filter((name) => name.endsWith(".html"));
  const dead = pages.flatMap((page) => [...new JSDOM(read(join("help", page))).window.document.querySelectorAll("[href], [src]")]
    .map((element) => element.getAttribute("href") ?? element.getAttribute("src")!).filter((link) => !/^(https:|#)/.test(link) && !existsSync(join(dist, "help", dirname(page), link.split("#")[0]!))).map((link) => [page, link]));
  expect(pages).toContain(join("guide", "README.html"));
  expect(dead).toEqual([]);
});

test("the page loads Microsoft's office.js first and from its CDN, then functions, then the runtime", () => {
  const scripts = [...new JSDOM(read("taskpane.html")).window.document.querySelectorAll("head script")];
  expect(scripts.map((script) => [script.getAttribute("src"), script.hasAttribute("defer")])).toEqual([
    ["https://appsforoffice.microsoft.com/lib/1/hosted/office.js", false],
    ["functions.js", true],
    ["runtime.js", true],
  ]);
});

test("every address of the manifest and every help page is there", () => {
  const manifest = read("manifest.xml");
  const addresses = [...manifest.matchAll(/DefaultValue="https:\/\/localhost:3000\/([^"]+)"/g)].map(([, path]) => path ?? "");
  const help = metadata.functions.map(({ helpUrl }) => new URL(helpUrl).pathname.slice(1));
  expect(help.length).toBeGreaterThan(0);
  expect([...addresses, ...help].filter((path) => !existsSync(join(dist, path)))).toEqual([]);
});
