// Emits functions.json from the function records beside functions.js.
const path = require("node:path");

class FunctionMetadataPlugin {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("FunctionMetadata", (compilation) => {
      compilation.hooks.processAssets.tapPromise({ name: "FunctionMetadata", stage: compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL }, async () => {
        const { functionMetadata } = await import(path.join(__dirname, "lib/function-metadata.mjs"));
        compilation.emitAsset("functions.json", new compiler.webpack.sources.RawSource(await functionMetadata()));
      });
    });
  }
}
module.exports = { FunctionMetadataPlugin };
