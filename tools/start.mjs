// npm start: installs and builds what is missing, serves it and opens the workbench.
// Only Node built-ins may be imported before the packages are there.
import { spawn } from "node:child_process";
import { parseArgs } from "node:util";
import { installPackages, requireNode } from "./lib/install.mjs";

const { values: options } = parseArgs({ options: { port: { type: "string", default: "3000" }, "no-open": { type: "boolean", default: false }, trusted: { type: "boolean", default: false } } });
const port = Number(options.port);
if (!Number.isInteger(port) || port < 0 || port > 65535) fail(`--port is "${options.port}"; give a whole number from 0 to 65535.`);

requireNode();
installPackages();
const { buildIfNeeded } = await import("./lib/build.mjs");
await buildIfNeeded().catch((error) => fail(error.message));
const { serve } = await import("./lib/serve.mjs");
const { selfSignedCertificate, trustedCertificate } = await import("./lib/certificate.mjs");
const { url } = await serve({ port, certificate: options.trusted ? trustedCertificate : selfSignedCertificate }).catch((error) => fail(error.message));

console.log(`Hashplan workbench: ${url}/workbench/`);
if (!options.trusted) console.log("The certificate is self-made, for this machine only: the browser asks once whether to go on.");
console.log("Stop with Ctrl+C.");
if (!options["no-open"]) openBrowser(`${url}/workbench/`);

function openBrowser(address) {
  const [command, args] = process.platform === "win32" ? ["cmd", ["/c", "start", "", address]] : [process.platform === "darwin" ? "open" : "xdg-open", [address]];
  // No browser to be found is no failure: the address is printed above.
  spawn(command, args, { stdio: "ignore", detached: true }).on("error", () => {}).unref();
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
