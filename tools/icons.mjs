// Draws assets/icon-*.png from the two drawings: one for large sizes, one that sits on the pixel grid of small ones. `npm run icons`
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { projectRoot } from "./lib/project.mjs";
import { browserPath } from "./lib/system-packages.mjs";

const drawing = (name) => readFileSync(join(projectRoot, "assets", name), "utf8");
const ICONS = { 16: "icon-small.svg", 32: "icon-small.svg", 64: "icon.svg", 80: "icon.svg", 128: "icon.svg" };

const browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox"] });
for (const [size, name] of Object.entries(ICONS)) {
  const page = await browser.newPage({ viewport: { width: Number(size), height: Number(size) } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing(name)}`);
  await page.screenshot({ path: join(projectRoot, "assets", `icon-${size}.png`), omitBackground: true });
  await page.close();
}
await browser.close();
