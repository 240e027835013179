/** Every function record of src/functions/library, in file-name order; made by tools/function-registry.cjs. */
declare module "*.registry" {
  const definitions: readonly import("../src/functions/definition").FunctionDefinition[];
  export default definitions;
}
