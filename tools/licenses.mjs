// Writes src/taskpane/settings/licenses.json: every package that is bundled into the add-in, with its license's text.
// `node tools/licenses.mjs`; with --check it only compares, and fails where the list is not what the bundle has.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./lib/project.mjs";
import { bundleTypeScript } from "./lib/typescript.mjs";

const FILE = join(projectRoot, "src/taskpane/settings/licenses.json");
const ENTRIES = ["src/runtime/index.ts", "src/functions/index.ts", "src/taskpane/worker/plan-worker.ts", "src/taskpane/share/share-worker.ts"];
const BROWSER = { platform: "browser", target: "es2022", define: { "process.env.NODE_ENV": '"production"' } };

/** Folders of the packages whose modules are in the bundles; esbuild names each module's file before it. */
async function bundledFolders() {
  const folders = new Set();
  for (const entry of ENTRIES) {
    const text = await bundleTypeScript(entry, BROWSER);
    for (const [, folder] of text.matchAll(/^\s*\/\/ ((?:node_modules\/(?:@[^/\s]+\/)?[^/\s]+\/)+)\S*$/gm)) folders.add(folder.slice(0, -1).replace(/(node_modules\/(?:@[^/]+\/)?[^/]+).*?$/, (whole) => packageFolder(whole)));
  }
  return [...folders].sort();
}

/** The innermost package of a path: node_modules/a/node_modules/@b/c. */
function packageFolder(path) {
  const parts = path.split("/");
  const at = parts.lastIndexOf("node_modules");
  return parts.slice(0, at + (parts[at + 1].startsWith("@") ? 3 : 2)).join("/");
}

/** A license's paragraphs as one line each; lines of copyright apart, since they differ where the text does not. */
function licenseText(folder) {
  const name = readdirSync(join(projectRoot, folder)).find((file) => /^licen[cs]e(\.\w+)?$/i.test(file));
  if (!name) return { copyright: "", text: "" };
  const lines = readFileSync(join(projectRoot, folder, name), "utf8").split(/\r?\n/).map((line) => line.trim());
  const isCopyright = (line) => /^(copyright|\(c\)|©)\b/i.test(line) && /\d{4}|\(c\)|©/i.test(line);
  const isTitle = (line) => /^(#\s*)?(the )?(mit|isc) license( \(mit\))?\.?$/i.test(line) || /^@?[\w/-]+$/.test(line);
  const text = lines.filter((line) => !isCopyright(line) && !isTitle(line)).join("\n").split(/\n{2,}/).map((paragraph) => paragraph.replace(/\s+/g, " ").trim()).filter(Boolean).join("\n\n");
  return { copyright: lines.filter(isCopyright).join(" · "), text };
}

async function licenses() {
  const texts = [];
  const packages = (await bundledFolders()).map((folder) => {
    const { name, version, license, author } = JSON.parse(readFileSync(join(projectRoot, folder, "package.json"), "utf8"));
    const { copyright, text } = licenseText(folder);
    if (!license) throw new Error(`${folder} names no license`);
    if (text && !texts.includes(text)) texts.push(text);
    return { name, version, license, copyright: copyright || (typeof author === "string" ? author : author?.name ?? ""), text: text ? texts.indexOf(text) : null };
  });
  // A package without a file of its license takes the text that the others of the same license have.
  for (const each of packages) each.text ??= packages.find(({ license, text }) => license === each.license && text !== null)?.text ?? null;
  const untold = packages.filter(({ text }) => text === null).map(({ name }) => name);
  if (untold.length > 0) throw new Error(`No text of a license for ${untold.join(", ")}`);
  return `${JSON.stringify({ packages, texts }, null, 1)}\n`;
}

const made = await licenses();
if (!process.argv.includes("--check")) writeFileSync(FILE, made);
else if (!existsSync(FILE) || readFileSync(FILE, "utf8") !== made) {
  console.error("src/taskpane/settings/licenses.json is not what the add-in bundles: run node tools/licenses.mjs");
  process.exitCode = 1;
}
