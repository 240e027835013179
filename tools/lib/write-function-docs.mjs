import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./project.mjs";
import { loadTypeScript } from "./typescript.mjs";

/** Writes docs/functions/NAME.md and the index from the function records; pages of functions that are gone go too. */
export async function writeFunctionDocs() {
  const folder = join(projectRoot, "docs", "functions");
  const { functionPages } = await loadTypeScript("tools/lib/function-pages.ts");
  const pages = functionPages();
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (!(name in pages)) rmSync(join(folder, name));
  for (const [name, text] of Object.entries(pages)) writeFileSync(join(folder, name), text);
}
