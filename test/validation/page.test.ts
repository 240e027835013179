import { readFileSync } from "node:fs";
import { join } from "node:path";
import { validationPage } from "./page";

test("docs/validation.md is what the computation says (else: npm run validation)", () => {
  expect(readFileSync(join(__dirname, "../../docs/validation.md"), "utf8")).toBe(validationPage());
});
