// Writes the committed snapshot of functions.json, the public interface whose diff is reviewed. `npm run metadata`
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { functionMetadata } from "./lib/function-metadata.mjs";
import { projectRoot } from "./lib/project.mjs";

writeFileSync(join(projectRoot, "src", "functions", "functions.json"), await functionMetadata());
