// Packages that exist only as ES modules: those below Univer, d3, and hucre.
const esmOnly = ["nanoid", "rbush", "quickselect", "kdbush", "cjk-regex", "regexp-util", "unicode-regex", "franc-min", "trigram-utils", "n-gram", "collapse-white-space", "opentype\\.js", "d3-[a-z-]+", "internmap", "hucre", "pixelmatch"];

const shared = {
  testEnvironment: "node",
  setupFilesAfterEnv: ["<rootDir>/test/support/patience.cjs"],
  transform: {
    [`/node_modules/(${esmOnly.join("|")})/.+\\.m?js$`]: "<rootDir>/tools/jest-esm.cjs",
    "\\.csv$": "<rootDir>/tools/csv-table.cjs",
    "\\.registry$": "<rootDir>/tools/function-registry.cjs",
    "\\.validator$": "<rootDir>/tools/portfolio-validator.cjs",
    "\\.tsx?$": ["ts-jest", { tsconfig: { ...require("./tsconfig.json").compilerOptions, module: "CommonJS" }, diagnostics: { ignoreCodes: [151002] } }],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join("|")})/)`],
  moduleNameMapper: { "^lodash-es$": "lodash" },
  moduleFileExtensions: ["ts", "tsx", "js", "cjs", "mjs", "json", "csv", "registry", "validator"],
};

// unit: pure code. integration: real office.js in jsdom against the workbench host. e2e: Chromium on what `npm start` serves.
module.exports = {
  // Generous: no test asserts a time, and a busy machine is no failure.
  testTimeout: 60_000,
  projects: [
    { ...shared, displayName: "unit", testMatch: ["<rootDir>/test/**/*.test.{ts,tsx}"], testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/integration/", "<rootDir>/test/e2e/"] },
    { ...shared, displayName: "integration", testMatch: ["<rootDir>/test/integration/**/*.test.ts"] },
    { ...shared, displayName: "e2e", testMatch: ["<rootDir>/test/e2e/**/*.test.ts"] },
  ],
};
