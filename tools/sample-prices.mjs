// Writes the made-up hourly prices of the sample portfolios. `node tools/sample-prices.mjs`
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./lib/project.mjs";
import { loadTypeScript } from "./lib/typescript.mjs";

const { samplePricesCsv } = await loadTypeScript("tools/lib/sample-prices.ts");
writeFileSync(join(projectRoot, "assets", "samples", "hourly-prices.csv"), samplePricesCsv());
