// npm run build: dist/ anew, whether or not it is up to date.
import { installPackages, requireNode } from "./lib/install.mjs";
import { build } from "./lib/build.mjs";

requireNode();
installPackages();
await build().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
