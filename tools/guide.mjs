// npm run guide: takes the pictures of docs/guide anew, by the browser test that otherwise holds them against the pane.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { installPackages, requireNode } from "./lib/install.mjs";
import { projectRoot } from "./lib/project.mjs";

requireNode();
installPackages();
const { buildIfNeeded } = await import("./lib/build.mjs");
await buildIfNeeded();
const jest = join(projectRoot, "node_modules", "jest", "bin", "jest.js");
const { status } = spawnSync(process.execPath, [jest, "test/e2e/guide.test.ts", "--selectProjects", "e2e"], { cwd: projectRoot, stdio: "inherit", env: { ...process.env, GUIDE: "write" } });
process.exit(status ?? 1);
