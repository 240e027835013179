// Emits what is made from the function records: functions.json beside functions.js, and a help page per function.
class FunctionMetadataPlugin {
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap("FunctionMetadata", (compilation) => {
      compilation.hooks.processAssets.tapPromise({ name: "FunctionMetadata", stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL }, async () => {
        const { functionMetadata } = await import("./lib/function-metadata.mjs");
        const { helpPages } = await import("./lib/help-pages.mjs");
        compilation.emitAsset("functions.json", new sources.RawSource(await functionMetadata()));
        for (const [name, html] of Object.entries(await helpPages())) compilation.emitAsset(`help/${name}`, new sources.RawSource(html));
      });
    });
  }
}

module.exports = { FunctionMetadataPlugin };
