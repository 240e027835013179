import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { marked } from "marked";
import { projectRoot } from "./project.mjs";
import { loadTypeScript } from "./typescript.mjs";

const STYLE = `
:root { color-scheme: light dark; --line: #d0d5d9; --code: #f3f5f6; --link: #0b5a53; }
@media (prefers-color-scheme: dark) { :root { --line: #444a50; --code: #24282c; --link: #6fd0c5; } }
body { font: 16px/1.5 "Segoe UI", system-ui, sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
th, td { border: 1px solid var(--line); padding: .35rem .6rem; text-align: left; vertical-align: top; }
code, pre { background: var(--code); font: 14px/1.5 Consolas, "SF Mono", monospace; border-radius: 4px; }
code { padding: .1rem .25rem; } pre { padding: .75rem 1rem; overflow-x: auto; } pre code { padding: 0; }
a { color: var(--link); } img { max-width: 100%; border: 1px solid var(--line); }`;

const DOCS = join(projectRoot, "docs");
/** What the guide leads to beside itself and the functions. */
const BESIDE = ["market-live", "plan", "sharing", "workbench"];

/** The published help, by file name: the pages of docs/functions and docs/guide with its pictures, and what the guide leads to. */
export async function helpPages() {
  const { functionPages } = await loadTypeScript("tools/lib/function-pages.ts");
  const functions = Object.entries(functionPages()).map(([name, markdown]) => [name.replace(/\.md$/, ".html"), page(markdown.replace(/\]\((\w+)\.md\)/g, "]($1.html)"), FROM_TOP)]);
  return { ...Object.fromEntries(functions), ...guide() };
}

const FROM_TOP = '<a href="README.html">All functions</a> · <a href="guide/README.html">Guide</a>';
const FROM_GUIDE = '<a href="../README.html">All functions</a> · <a href="README.html">Guide</a>';

function guide() {
  const names = readdirSync(join(DOCS, "guide")).filter((name) => name.endsWith(".md"));
  const pictures = readdirSync(join(DOCS, "guide", "images")).filter((name) => name.endsWith(".png"));
  const read = (...path) => linked(readFileSync(join(DOCS, ...path), "utf8"));
  return Object.fromEntries([
    ...names.map((name) => [`guide/${name.replace(/\.md$/, ".html")}`, page(read("guide", name), FROM_GUIDE)]),
    ...pictures.map((name) => [`guide/images/${name}`, readFileSync(join(DOCS, "guide", "images", name))]),
    ...BESIDE.map((name) => [`${name}.html`, page(read(`${name}.md`), FROM_TOP)]),
  ]);
}

/** Links to what is published; of other pages the words alone. */
function linked(markdown) {
  return markdown.replace(/(?<!!)\[([^\]]+)\]\(([^)\s]+)\)/g, (link, text, target) => {
    if (/^(https?:|#)/.test(target)) return link;
    const [path, anchor = ""] = target.split(/(?=#)/);
    const published = path.startsWith("../functions/") || path.startsWith("functions/") ? path.replace("functions/", "")
      : /^[\w-]+\.md$/.test(path) && existsSync(join(DOCS, "guide", path)) ? path
      : BESIDE.includes(path.replace(/^\.\.\//, "").replace(/\.md$/, "")) ? path : undefined;
    return published === undefined ? text : `[${text}](${published.replace(/\.md$/, ".html")}${anchor})`;
  });
}

function page(markdown, links) {
  const title = /^# (.*)$/m.exec(markdown)[1];
  const body = marked.parse(markdown);
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} · Hashplan</title><style>${STYLE}</style></head>
<body>
<nav>${links}</nav>
${body}</body>
</html>
`;
}
