// jsdom with Node's fetch, which it lacks, and what belongs to it.
const { TestEnvironment } = require("jest-environment-jsdom");

const { fetch, Response, ReadableStream, TextDecoder, TextEncoder, AbortController, AbortSignal, structuredClone } = globalThis;

module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    Object.assign(this.global, { fetch, Response, ReadableStream, TextDecoder, TextEncoder, AbortController, AbortSignal, structuredClone });
  }
};
