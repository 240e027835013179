// Writes docs/functions from the function records, as every build does, docs/portfolio.md from the portfolio's schema, and docs/glossary.md from the pane's terms. `npm run docs`
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./lib/project.mjs";
import { loadTypeScript } from "./lib/typescript.mjs";
import { writeFunctionDocs } from "./lib/write-function-docs.mjs";

await writeFunctionDocs();
const { portfolioPage } = await loadTypeScript("tools/lib/portfolio-page.ts");
writeFileSync(join(projectRoot, "docs", "portfolio.md"), portfolioPage());
const { glossaryPage } = await loadTypeScript("tools/lib/glossary-page.ts");
writeFileSync(join(projectRoot, "docs", "glossary.md"), glossaryPage());
