import { execFileSync } from "node:child_process";
import { join } from "node:path";

test("licenses.json lists what the add-in bundles, neither more nor less (else: node tools/licenses.mjs)", () => {
  execFileSync(process.execPath, ["tools/licenses.mjs", "--check"], { cwd: join(__dirname, "../../.."), stdio: "pipe" });
});
