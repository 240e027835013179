import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PORTFOLIO_SCHEMA } from "../../../src/planning/portfolio/schema";
import { portfolioPage } from "../../../tools/lib/portfolio-page";

test("docs/portfolio.md is what the schema says (else: npm run docs)", () => {
  expect(readFileSync(join(__dirname, "../../../docs/portfolio.md"), "utf8")).toBe(portfolioPage());
});

test("every part of the schema has its section and every field its row", () => {
  const page = portfolioPage();
  for (const [name, schema] of Object.entries(PORTFOLIO_SCHEMA.$defs!)) {
    if (schema.type !== "object") continue;
    const section = page.split(/^## /m).find((each) => each.startsWith(`${schema.title!} (\`${name}\`)`));
    for (const field of Object.keys(schema.properties!)) expect(section).toContain(`\n| \`${field}\` | `);
  }
});
