// Writes docs/functions from the function records, as every build does. `npm run docs`
import { writeFunctionDocs } from "./lib/write-function-docs.mjs";

await writeFunctionDocs();
