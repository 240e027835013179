import type { GlossaryEntry } from "../../src/taskpane/glossary/entry";
import { entryOf, GLOSSARY } from "../../src/taskpane/glossary/glossary";

/** docs/glossary.md: the terms of the field, as the pane explains them. */
export function glossaryPage(): string {
  return `${[
    "# Glossary",
    "Made from `src/taskpane/glossary/` by `npm run docs`; a test holds this page to it. The pane shows the same.",
    ...GLOSSARY.flatMap(({ title, entries }) => [`## ${title}`, ...entries.map(entryText)]),
  ].join("\n\n")}\n`;
}

function entryText({ term, also = [], text, formula, functions = [], see = [] }: GlossaryEntry): string {
  return [
    `### ${term}`,
    ...(also.length > 0 ? [`*${also.join(", ")}*`] : []),
    text,
    ...(formula === undefined ? [] : [`\`${formula}\``]),
    ...(functions.length > 0 ? [`In cells: ${functions.map((id) => `[${id}](functions/${id}.md)`).join(", ")}.`] : []),
    ...(see.length > 0 ? [`See ${see.map((id) => `[${entryOf(id)!.term}](#${anchorOf(entryOf(id)!.term)})`).join(", ")}.`] : []),
  ].join("\n\n");
}

/** As GitHub makes it from a heading. */
function anchorOf(heading: string): string {
  return heading.toLowerCase().replace(/[^\p{L}\p{N} -]/gu, "").replaceAll(" ", "-");
}
