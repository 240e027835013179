import { loadTypeScript } from "./typescript.mjs";

/** Help pages are served beside the functions: Excel wants all of an add-in's files on one origin. */
const HELP_BASE_URL = "https://localhost:3000/help/";

/** The text of functions.json. */
export async function functionMetadata() {
  const { functionsJson } = await loadTypeScript("src/functions/metadata.ts");
  return `${JSON.stringify(functionsJson({ helpBaseUrl: HELP_BASE_URL }), null, 1)}\n`;
}
