import { marked } from "marked";
import { loadTypeScript } from "./typescript.mjs";

const STYLE = `
:root { color-scheme: light dark; --line: #d0d5d9; --code: #f3f5f6; --link: #0b5a53; }
@media (prefers-color-scheme: dark) { :root { --line: #444a50; --code: #24282c; --link: #6fd0c5; } }
body { font: 16px/1.5 "Segoe UI", system-ui, sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
th, td { border: 1px solid var(--line); padding: .35rem .6rem; text-align: left; vertical-align: top; }
code, pre { background: var(--code); font: 14px/1.5 Consolas, "SF Mono", monospace; border-radius: 4px; }
code { padding: .1rem .25rem; } pre { padding: .75rem 1rem; overflow-x: auto; } pre code { padding: 0; }
a { color: var(--link); }`;

/** The published help, by file name: the pages of docs/functions as html. */
export async function helpPages() {
  const { functionPages } = await loadTypeScript("tools/lib/function-pages.ts");
  return Object.fromEntries(Object.entries(functionPages()).map(([name, markdown]) => [name.replace(/\.md$/, ".html"), page(markdown)]));
}

function page(markdown) {
  const title = /^# (.*)$/m.exec(markdown)[1];
  const body = marked.parse(markdown.replace(/\]\((\w+)\.md\)/g, "]($1.html)"));
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} · Hashplan</title><style>${STYLE}</style></head>
<body>
<nav><a href="README.html">All functions</a></nav>
${body}</body>
</html>
`;
}
