// Node built-ins only: this runs on a fresh clone, before any package is there.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./project.mjs";

/** Ends the program with a sentence when Node is too old. */
export function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Hashplan needs Node 20.19 or newer; this is ${process.versions.node}. Install a newer Node and run the command again.`);
  process.exit(1);
}

/** Runs `npm ci` where packages are missing or another lock file was installed. */
export function installPackages() {
  if (packagesMatchLock()) return;
  console.log("Installing packages (npm ci); this takes a few minutes the first time …");
  run("npm", ["ci", "--include=dev", "--no-audit", "--no-fund"]);
}

/** npm keeps what it installed in node_modules/.package-lock.json; every package of the lock must be there in its version. */
function packagesMatchLock() {
  const installedFile = join(projectRoot, "node_modules", ".package-lock.json");
  if (!existsSync(installedFile)) return false;
  const wanted = JSON.parse(readFileSync(join(projectRoot, "package-lock.json"), "utf8")).packages;
  const installed = JSON.parse(readFileSync(installedFile, "utf8")).packages;
  return Object.entries(wanted).every(([path, { version, optional, link }]) => path === "" || optional || link || !path.startsWith("node_modules/") || installed[path]?.version === version);
}

/** Runs a command in the project with its output shown; ends the program when it fails. On Windows npm is a script, which only a shell starts. */
export function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: projectRoot, stdio: "inherit", shell: command === "npm" && process.platform === "win32" });
  if (status === 0) return;
  console.error(`${command} ${args.join(" ")} failed${error ? `: ${error.message}` : ""}.`);
  process.exit(status ?? 1);
}
