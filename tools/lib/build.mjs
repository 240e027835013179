import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./install.mjs";
import { projectRoot } from "./project.mjs";

const SOURCES = ["src", "assets", "tools", "manifest.xml", "webpack.config.js", "tsconfig.json", "package-lock.json"];
const stampFile = join(projectRoot, "dist", ".stamp");

/** Builds add-in and workbench into dist/, unless dist/ was made from exactly these sources. */
export function buildIfNeeded() {
  const hash = sourceHash();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === hash) return;
  console.log("Building the add-in and the workbench (about a minute) …");
  run(process.execPath, [join(projectRoot, "node_modules", "webpack", "bin", "webpack.js")]);
  writeFileSync(stampFile, hash);
}

function sourceHash() {
  const hash = createHash("sha256");
  const add = (path) => {
    const full = join(projectRoot, path);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory()) return readdirSync(full).sort().forEach((name) => add(`${path}/${name}`));
    hash.update(path).update("\0").update(readFileSync(full)).update("\0");
  };
  SOURCES.forEach(add);
  return hash.digest("hex");
}
