// Writes docs/validation.md: our functions against published figures. `npm run validation`
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./lib/project.mjs";
import { loadTypeScript } from "./lib/typescript.mjs";

const { validationPage } = await loadTypeScript("test/validation/page.ts");
writeFileSync(join(projectRoot, "docs", "validation.md"), validationPage());
console.log("docs/validation.md written");
