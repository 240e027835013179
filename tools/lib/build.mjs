import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./project.mjs";

const SOURCES = ["src", "assets", "tools", "manifest.xml", "webpack.config.js", "tsconfig.json", "package-lock.json", "docs/guide"];
const CONFIGS = ["functions", "addin", "workbench"];
const stampFile = join(projectRoot, "dist", ".stamp");

/** Builds, unless dist/ was made from exactly these sources. */
export async function buildIfNeeded() {
  if (!existsSync(stampFile) || readFileSync(stampFile, "utf8") !== sourceHash()) await build();
}

/**
 * Builds add-in and workbench into dist/, all at once, and the pages in docs/functions from the records.
 * @throws an Error with a sentence when webpack, which has printed why, fails
 */
export async function build() {
  console.log("Building the add-in and the workbench (about half a minute) …");
  const hash = sourceHash();
  const failed = (await Promise.all(CONFIGS.map(webpack))).flatMap((ok, i) => (ok ? [] : [CONFIGS[i]]));
  if (failed.length > 0) throw new Error(`The build of the ${failed.join(" and the ")} failed; webpack says above why.`);
  const { writeFunctionDocs } = await import("./write-function-docs.mjs");
  await writeFunctionDocs();
  writeFileSync(stampFile, hash);
}

function webpack(config) {
  const script = join(projectRoot, "node_modules", "webpack", "bin", "webpack.js");
  const child = spawn(process.execPath, [script, "--config-name", config], { cwd: projectRoot, stdio: ["ignore", "inherit", "inherit"] });
  return new Promise((resolve, reject) => child.once("error", reject).once("exit", (code) => resolve(code === 0)));
}

function sourceHash() {
  const hash = createHash("sha256");
  const add = (path) => {
    const full = join(projectRoot, path);
    if (statSync(full).isDirectory()) return readdirSync(full).sort().forEach((name) => add(`${path}/${name}`));
    hash.update(path).update("\0").update(readFileSync(full)).update("\0");
  };
  SOURCES.forEach(add);
  return hash.digest("hex");
}
