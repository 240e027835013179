import { createRequire } from "node:module";
import { join } from "node:path";
import vm from "node:vm";

const load = createRequire(__filename);
const root = join(__dirname, "../..");
const validator = load(join(root, "tools/portfolio-validator.cjs")) as { process(source: string, file: string): { code: string } };
const { code } = validator.process("", join(root, "src/planning/portfolio/portfolio.validator"));

test("the compiled check needs nothing else and compiles nothing: a page's security policy may forbid eval", () => {
  expect(code).not.toMatch(/\brequire\(|\bimport\b|\beval\(|new Function/);
});

test("it runs where code from strings is forbidden", () => {
  const context = vm.createContext({ module: { exports: {} } }, { codeGeneration: { strings: false, wasm: false } });
  expect(vm.runInContext(`${code}; [module.exports({}), module.exports.errors.length > 3].join()`, context)).toBe("false,true");
});
