// Packs tools/data/market-daily.csv into src/market/daily-history.json. `npm run market-data`
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { projectRoot } from "./lib/project.mjs";
import { loadTypeScript } from "./lib/typescript.mjs";

const { packedHistory } = await loadTypeScript("tools/lib/market-columns.ts");
const source = readFileSync(join(projectRoot, "tools/data/market-daily.csv"), "utf8");
const history = packedHistory(Papa.parse(source.trimEnd(), { header: true }).data);
writeFileSync(join(projectRoot, "src/market/daily-history.json"), `${JSON.stringify(history, null, 1)}\n`);
console.log(`${history.days} days in ${history.packed.length} characters`);
