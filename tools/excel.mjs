// npm run start:excel / stop:excel: the add-in in Excel itself, sideloaded from this folder. Excel runs on Windows and Mac.
import { join } from "node:path";
import { installPackages, requireNode, run } from "./lib/install.mjs";
import { projectRoot } from "./lib/project.mjs";

const PORT = "3000"; // The one that manifest.xml names.
const action = process.argv[2];

if (process.platform !== "win32" && process.platform !== "darwin") {
  console.error("There is no Excel for this system, only for Windows and Mac. To run the add-in in a browser: npm start");
  process.exit(1);
}
requireNode();
installPackages();
if (action === "start") {
  // Built beforehand, since Microsoft's tool gives the server only seconds to come up.
  const { buildIfNeeded } = await import("./lib/build.mjs");
  await buildIfNeeded();
}
const debugging = join(projectRoot, "node_modules", "office-addin-debugging", "cli.js");
const serverOptions = ["--app", "excel", "--dev-server", "node tools/start.mjs --trusted --no-open", "--dev-server-port", PORT];
run(process.execPath, [debugging, action, "manifest.xml", "desktop", ...(action === "start" ? serverOptions : [])]);
