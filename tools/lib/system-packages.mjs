// What the tests need beside Node: a browser for the workbench, LibreOffice as an independent spreadsheet engine.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const NEEDED = [
  { name: "Chromium", debian: "chromium", find: () => process.env.CHROMIUM_PATH ?? ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe", "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe"].find(existsSync) },
  { name: "LibreOffice Calc", debian: "libreoffice-calc", find: () => ["/usr/lib/libreoffice/program/libsclo.so", "/Applications/LibreOffice.app"].find(existsSync) },
];

/** Programs that write workbooks, for the tests of sharing; a test says which of them it went without. */
const WELCOME = [
  { debian: "python3-openpyxl", place: "/usr/lib/python3/dist-packages/openpyxl" },
  { debian: "python3-xlsxwriter", place: "/usr/lib/python3/dist-packages/xlsxwriter" },
  { debian: "libexcel-writer-xlsx-perl", place: "/usr/share/perl5/Excel/Writer/XLSX.pm" },
].filter(({ place }) => !existsSync(place));

/** Installs what is missing where that is possible (Debian, as root) and returns the names of what is still missing. */
export function installSystemPackages() {
  const missing = NEEDED.filter((each) => !each.find());
  const canInstall = existsSync("/etc/debian_version") && process.getuid?.() === 0;
  if (canInstall && missing.length + WELCOME.length > 0) {
    console.log(`Installing ${[...missing.map((each) => each.name), ...WELCOME.map((each) => each.debian)].join(", ")} (apt-get) …`);
    aptGet("update", "-qq");
    // Apart, so that one that a release lacks does not keep the others out.
    for (const packages of [missing, ...WELCOME.map((each) => [each])]) if (packages.length > 0) aptGet("install", "-y", "-qq", "--no-install-recommends", ...packages.map((each) => each.debian));
  }
  return NEEDED.filter((each) => !each.find()).map((each) => each.name);
}

function aptGet(...args) {
  spawnSync("apt-get", args, { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
}

export function browserPath() {
  const path = NEEDED[0].find();
  if (!path) throw new Error("There is no Chromium or Chrome; install one, or name it in CHROMIUM_PATH.");
  return path;
}
