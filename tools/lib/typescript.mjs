// Runs our TypeScript in a Node tool: bundles one module with esbuild, CSV data and function registry included, and imports it.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { build } from "esbuild";
import { projectRoot } from "./project.mjs";

const require = createRequire(import.meta.url);
const csvTable = require("../csv-table.cjs");
const functionRegistry = require("../function-registry.cjs");
const portfolioValidator = require("../portfolio-validator.cjs");

const csvPlugin = {
  name: "csv-table",
  setup(bundler) {
    bundler.onLoad({ filter: /\.csv$/ }, ({ path }) => ({ contents: `export default ${JSON.stringify(csvTable.toModule(readFileSync(path, "utf8"), path))};`, loader: "js" }));
  },
};

/** @param {string} file path from the project's root */
export async function loadTypeScript(file) {
  return import(`data:text/javascript;base64,${Buffer.from(await bundleTypeScript(file)).toString("base64")}`);
}

/**
 * @param {string} file path from the project's root
 * @param {import("esbuild").BuildOptions} [options] where it differs from a module for Node
 * @returns {Promise<string>} everything in one script
 */
export async function bundleTypeScript(file, options) {
  const { outputFiles } = await build({
    absWorkingDir: projectRoot,
    entryPoints: [file],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    target: "node20",
    logLevel: "error",
    plugins: [csvPlugin, functionRegistry.esbuildPlugin, portfolioValidator.esbuildPlugin],
    ...options,
  });
  return outputFiles[0].text;
}
