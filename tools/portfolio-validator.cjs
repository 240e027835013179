// src/planning/portfolio/portfolio.validator stands for ajv's check of portfolio.schema.json, compiled to plain code: for
// webpack (as a loader), for jest (as a transform) and for esbuild (as a plugin). ajv itself, which compiles with eval,
// is not shipped.
const fs = require("node:fs");
const path = require("node:path");
const Ajv = require("ajv/dist/2020").default;
const standaloneCode = require("ajv/dist/standalone").default;

const SCHEMA = "portfolio.schema.json";

function commonJs(validatorFile) {
  const schema = JSON.parse(fs.readFileSync(path.join(path.dirname(validatorFile), SCHEMA), "utf8"), withoutWords);
  const ajv = new Ajv({ allErrors: true, discriminator: true, useDefaults: true, inlineRefs: false, messages: false, code: { source: true } });
  return standaloneCode(ajv, ajv.compile(schema));
}

/** Texts for people, which the check does not need. Our own: unit of a number, hint how to put it right, says what a pattern means. */
const WORDS = new Set(["title", "description", "unit", "hint", "says"]);

function withoutWords(key, value) {
  return WORDS.has(key) && typeof value === "string" ? undefined : value;
}

module.exports = function validatorLoader() {
  this.addDependency(path.join(path.dirname(this.resourcePath), SCHEMA));
  return commonJs(this.resourcePath);
};
module.exports.process = (_source, file) => ({ code: commonJs(file) });
// The schema decides what the module is, so it is part of jest's cache key.
module.exports.getCacheKey = (source, file) => [source, fs.readFileSync(path.join(path.dirname(file), SCHEMA), "utf8"), fs.readFileSync(__filename, "utf8")].join("|");
module.exports.esbuildPlugin = {
  name: "portfolio-validator",
  setup(build) {
    build.onLoad({ filter: /\.validator$/ }, (args) => ({ contents: commonJs(args.path), resolveDir: path.dirname(args.path), loader: "js" }));
  },
};
