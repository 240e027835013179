/** Version of this engine: package.json's, as a test sees to. */
export const ENGINE_VERSION = "0.1.0";
