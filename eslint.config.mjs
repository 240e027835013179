import eslint from "@eslint/js";
import officeAddins from "eslint-plugin-office-addins";
import globals from "globals";
import tseslint from "typescript-eslint";
import { folderRules } from "./tools/lib/folder-rules.mjs";

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", "coverage/", ".cache/"] },
  eslint.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "@typescript-eslint/only-throw-error": ["error", { allow: [{ from: "package", package: "custom-functions-runtime", name: "Error" }, { from: "file", name: "PassedError" }] }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      eqeqeq: "error",
      // Published coefficients and reference values carry more digits than a double.
      "no-loss-of-precision": "off",
    },
  },
  // A declared module cannot import by a relative path.
  { files: ["types/**"], rules: { "@typescript-eslint/consistent-type-imports": ["error", { disallowTypeAnnotations: false }] } },
  ...folderRules(),
  {
    files: ["src/excel/**", "src/commands/**", "src/runtime/**"],
    plugins: { "office-addins": officeAddins },
    rules: Object.fromEntries(Object.keys(officeAddins.rules).map((name) => [`office-addins/${name}`, "error"])),
  },
  {
    files: ["tools/**", "test/**/*.cjs", "*.{js,cjs,mjs}"],
    languageOptions: { globals: globals.node },
  },
  // Parts of it run in the page that it measures.
  { files: ["tools/bench.mjs", "tools/bench/pane-paint.mjs"], languageOptions: { globals: globals.browser } },
  { files: ["**/*.cjs", "webpack.config.js"], languageOptions: { sourceType: "commonjs" } },
);
