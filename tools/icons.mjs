// Draws assets/icon-*.png: the add-in's from two drawings, one for large sizes and one that sits on the pixel grid of small ones,
// and those of the ribbon's buttons from one each. `npm run icons`
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { projectRoot } from "./lib/project.mjs";
import { browserPath } from "./lib/system-packages.mjs";

const drawing = (name) => readFileSync(join(projectRoot, "assets", name), "utf8");
const COMMANDS = ["share", "freeze", "repair"];
const ICONS = [
  ...Object.entries({ 16: "icon-small.svg", 32: "icon-small.svg", 64: "icon.svg", 80: "icon.svg", 128: "icon.svg" }).map(([size, name]) => ({ size, name, file: `icon-${size}.png` })),
  ...COMMANDS.flatMap((command) => ["16", "32", "80"].map((size) => ({ size, name: `icon-${command}.svg`, file: `icon-${command}-${size}.png` }))),
];

const browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox"] });
for (const { size, name, file } of ICONS) {
  const page = await browser.newPage({ viewport: { width: Number(size), height: Number(size) } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing(name)}`);
  await page.screenshot({ path: join(projectRoot, "assets", file), omitBackground: true });
  await page.close();
}
await browser.close();
