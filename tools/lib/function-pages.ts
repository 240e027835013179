import definitions from "../../src/functions/all.registry";
import { helpPage, type HelpPage } from "../../src/functions/help";

/** Every page of docs/functions by file name: one per function, and the index. */
export function functionPages(): Readonly<Record<string, string>> {
  const pages = definitions.map(helpPage);
  return { ...Object.fromEntries(pages.map((page) => [`${page.id}.md`, markdown(page)])), "README.md": indexPage(pages) };
}

function markdown(page: HelpPage): string {
  return `${[
    `# MINE.${page.id}`,
    page.summary,
    "```\n" + page.syntax + "\n```",
    ...(page.arguments.length > 0 ? ["## Arguments", table(["Argument", "Unit", "What it is"], page.arguments.map((each) => [each.optional ? `[${each.name}]` : each.name, each.unit, each.description]))] : []),
    "## Result",
    sentence(page.result),
    "## Formula",
    sentence(page.formula),
    `Source: ${sentence(page.source)}`,
    ...(page.nativeFormula ? ["The same as a plain Excel formula, with cells in place of the names:", "```\n" + page.nativeFormula + "\n```"] : []),
    "## Errors",
    page.errors.map((each) => `- ${sentence(each)}`).join("\n"),
    ...(page.examples.length > 0 ? ["## Examples", ...page.examples.map((each) => `\`${each.formula}\`\n\n${result(each.result)}\n\nChecked against: ${sentence(each.source)}`)] : []),
  ].join("\n\n")}\n`;
}

function indexPage(pages: readonly HelpPage[]): string {
  const categories = [...new Set(pages.map((page) => page.category))];
  const sections = categories.map((category) => `## ${category}\n\n${table(["Function", "What it gives", "Result"], pages.filter((page) => page.category === category).map((page) => [`[${page.id}](${page.id}.md)`, page.summary, page.result]))}`);
  return `${["# Functions", `${pages.length} worksheet functions, all in the namespace \`MINE\`. These pages are made from the function records (\`npm run docs\`).`, ...sections].join("\n\n")}\n`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** A number as a reader wants it, everything else as it stands; long tables are cut. */
function result(value: HelpPage["examples"][number]["result"]): string {
  if (typeof value !== "object") return `Result: **${shown(value)}**`;
  const rows = value.slice(0, 6).map((row) => row.map(shown));
  const more = value.length > rows.length ? `\n\n… ${value.length} rows in all` : "";
  return `Result:\n\n${table(rows[0] ?? [], rows.slice(1))}${more}`;
}

function shown(value: string | number | boolean): string {
  return typeof value === "number" ? String(Number(value.toPrecision(10))) : typeof value === "boolean" ? String(value).toUpperCase() : value;
}

function sentence(text: string): string {
  return /[.!?)]$/.test(text) ? text : `${text}.`;
}
