// jest runs CommonJS: turns the few packages that ship only ES modules into it.
const { transformSync } = require("esbuild");

module.exports = {
  process: (source, path) => ({ code: transformSync(source, { format: "cjs", sourcefile: path, target: "node20" }).code }),
};
