// src/functions/all.registry stands for "every file of src/functions/library": this makes the module that imports them,
// for webpack (as a loader), for jest (as a transform) and for esbuild (as a plugin). A new function is one new file.
const fs = require("node:fs");
const path = require("node:path");

function library(registryFile) {
  const folder = path.join(path.dirname(registryFile), "library");
  return fs.readdirSync(folder).filter((name) => name.endsWith(".ts")).sort().map((name) => `./library/${name.slice(0, -3)}`);
}

function esModule(registryFile) {
  const modules = library(registryFile);
  const imports = modules.map((name, i) => `import f${i} from ${JSON.stringify(name)};`);
  return `${imports.join("\n")}\nexport default [${modules.map((_, i) => `f${i}`).join(", ")}];\n`;
}

module.exports = function registryLoader() {
  this.addContextDependency(path.join(path.dirname(this.resourcePath), "library"));
  return esModule(this.resourcePath);
};
module.exports.process = (_source, file) => ({
  // The list stands before its members are loaded, since a function that calls others imports it in turn.
  code: `module.exports = { __esModule: true, default: [] };\n${library(file).map((name) => `module.exports.default.push(require(${JSON.stringify(name)}).default);`).join("\n")}`,
});
// The list decides what the module is, so it is part of jest's cache key.
module.exports.getCacheKey = (source, file) => `${source}|${library(file).join("|")}`;
module.exports.esbuildPlugin = {
  name: "function-registry",
  setup(build) {
    build.onLoad({ filter: /\.registry$/ }, (args) => ({ contents: esModule(args.path), resolveDir: path.dirname(args.path), loader: "js" }));
  },
};
