// What the tests need beside Node: a browser for the workbench, LibreOffice as an independent spreadsheet engine.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const NEEDED = [
  { name: "Chromium", debian: "chromium", find: () => process.env.CHROMIUM_PATH ?? ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe", "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe"].find(existsSync) },
  { name: "LibreOffice Calc", debian: "libreoffice-calc", find: () => ["/usr/lib/libreoffice/program/libsclo.so", "/Applications/LibreOffice.app"].find(existsSync) },
];

/** Installs what is missing where that is possible (Debian, as root) and returns the names of what is still missing. */
export function installSystemPackages() {
  const missing = NEEDED.filter((each) => !each.find());
  const canInstall = existsSync("/etc/debian_version") && process.getuid?.() === 0;
  if (missing.length > 0 && canInstall) {
    console.log(`Installing ${missing.map((each) => each.name).join(" and ")} (apt-get) …`);
    spawnSync("apt-get", ["update", "-qq"], { stdio: "inherit" });
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...missing.map((each) => each.debian)], { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  }
  return NEEDED.filter((each) => !each.find()).map((each) => each.name);
}

export function browserPath() {
  const path = NEEDED[0].find();
  if (!path) throw new Error("There is no Chromium or Chrome; install one, or name it in CHROMIUM_PATH.");
  return path;
}
