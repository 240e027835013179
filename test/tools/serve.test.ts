import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { Agent, request } from "node:https";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

// The server is an ES module, so it runs in a process of its own, over a small dist of the test's.

const root = join(__dirname, "../..");
const CDN = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
const agent = new Agent({ rejectUnauthorized: false });
let dist: string;
let server: ChildProcess;
let port: number;

interface Answer { readonly status: number | undefined; readonly headers: Readonly<Record<string, string | string[] | undefined>>; readonly text: string }

function get(path: string, { host = "127.0.0.1", headers = {} }: { host?: string; headers?: Record<string, string> } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request({ host, port, path, agent, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part: string) => (text += part));
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, text }));
    }).on("error", reject).end();
  });
}

/** Starts the server; gives what it prints first, its port or why there is none. */
function start(wantedPort: number): { process: ChildProcess; firstWords: Promise<string> } {
  const script = `
    import { serve } from "./tools/lib/serve.mjs";
    serve({ port: ${wantedPort}, dist: ${JSON.stringify(dist)} }).then(({ url }) => console.log(new URL(url).port), (error) => console.log(error.message));`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  return { process: child, firstWords: new Promise((resolve) => child.stdout?.once("data", (data: Buffer) => resolve(String(data).trim()))) };
}

beforeAll(async () => {
  dist = mkdtempSync(join(tmpdir(), "dist-"));
  mkdirSync(join(dist, "workbench"));
  writeFileSync(join(dist, "workbench", "index.html"), "<p>workbench</p>");
  writeFileSync(join(dist, "taskpane.html"), `<script src=${CDN}></script>`);
  writeFileSync(join(dist, "functions.js"), "0;");
  writeFileSync(join(dist, "functions.json"), "{}");
  const started = start(0);
  server = started.process;
  port = Number(await started.firstWords);
});

afterAll(() => {
  server.kill();
  agent.destroy();
  rmSync(dist, { recursive: true });
});

test("leads to the workbench", async () => {
  expect(await get("/")).toMatchObject({ status: 302, headers: { location: "/workbench/" } });
  expect(await get("/workbench/")).toMatchObject({ status: 200, text: "<p>workbench</p>" });
});

test.each([["/taskpane.html", "text/html"], ["/functions.js", "text/javascript"], ["/functions.json", "application/json"], ["/office-js/office.js", "text/javascript"]])("%s is served as %s", async (path, type) => {
  const { status, headers } = await get(path);
  expect([status, String(headers["content-type"]).split(";")[0]]).toEqual([200, type]);
});

test("finds office.js without the internet in the served page, and with it on demand", async () => {
  expect((await get("/taskpane.html")).text).toBe("<script src=/office-js/office.js></script>");
  expect((await get("/taskpane.html?officejs=cdn")).text).toBe(`<script src=${CDN}></script>`);
});

test("is asked again about every file, and sends only what changed", async () => {
  const { headers } = await get("/functions.js");
  expect(headers["cache-control"]).toBe("no-cache");
  expect((await get("/functions.js", { headers: { "if-none-match": String(headers["etag"]) } })).status).toBe(304);
});

test.each(["/nothing.js", "/..%2f..%2fpackage.json", "/../package.json", "/office-js/..%2fpackage.json", "/%E0%A4%A"])("%s is not to be found", async (path) => {
  expect((await get(path)).status).toBe(404);
});

test("outlives a request that names no address", async () => {
  expect((await get("//")).status).toBe(400);
  expect((await get("/functions.js")).status).toBe(200);
});

test("listens on the loopback address alone", async () => {
  await expect(get("/", { host: "127.0.0.2" })).rejects.toThrow();
});

test("says which option chooses another port when the port is taken", async () => {
  const other = createServer();
  const taken = await new Promise<number>((resolve) => other.listen(0, "127.0.0.1", () => resolve((other.address() as AddressInfo).port)));
  const { firstWords } = start(taken);
  expect(await firstWords).toBe(`Port ${taken} is taken by another program. Choose another: npm start -- --port ${taken + 1}`);
  await new Promise((resolve) => other.close(resolve));
});
