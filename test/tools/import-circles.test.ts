// Imports go one way: whoever reads a file finds what it builds on below it, never above. Types count as values do.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";

type Imports = ReadonlyMap<string, readonly string[]>;

const root = join(__dirname, "../..");

/** SENSITIVITY and TORNADO call any function by name, so they read the list that holds them; at their calls, not as they load. */
const LIST_OF_FUNCTIONS = { from: "src/functions/what-if.ts", to: "src/functions/all.registry" };

/** What a file names in imports and re-exports, in import("…") and in the type of that form. */
function specifiers(file: string, code: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const named =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node) ? node.moduleSpecifier
      : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) ? node.argument.literal
      : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword ? node.arguments[0]
      : undefined;
    if (named && ts.isStringLiteralLike(named)) found.push(named.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, code, ts.ScriptTarget.Latest));
  return found;
}

/** Of every source file below a folder, the others there that it imports. */
function importsBelow(folder: string): Imports {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((file) => join(folder, file).replaceAll("\\", "/"))
    .filter((file) => /\.(tsx?|registry)$/.test(file) && !file.endsWith(".d.ts"))
    .sort();
  const known = new Set(files);
  return new Map(
    files.map((file) => {
      // tools/function-registry.cjs makes such a file import its whole library.
      if (file.endsWith(".registry")) return [file, files.filter((each) => dirname(each) === `${dirname(file)}/library`)];
      const named = specifiers(file, readFileSync(join(root, file), "utf8")).filter((specifier) => specifier.startsWith("."));
      const paths = named.map((specifier) => relative(root, join(root, dirname(file), specifier)).replaceAll("\\", "/"));
      return [file, paths.flatMap((path) => [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`].find((each) => known.has(each)) ?? [])];
    }),
  );
}

/** At least one circle of each knot of files, as "a → b → a". */
function circles(imports: Imports): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): void => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(" → "));
    if (path.includes(file) || done.has(file)) return;
    path.push(file);
    imports.get(file)?.forEach(visit);
    path.pop();
    done.add(file);
  };
  [...imports.keys()].forEach(visit);
  return found;
}

const imports = importsBelow("src");

test("no import leads back to the file it stands in", () => {
  const without = new Map([...imports].map(([file, to]) => [file, file === LIST_OF_FUNCTIONS.from ? to.filter((each) => each !== LIST_OF_FUNCTIONS.to) : to]));
  expect(circles(without)).toEqual([]);
});

test("the one exception is still needed", () => {
  expect(circles(imports).join()).toContain(`${LIST_OF_FUNCTIONS.from} → ${LIST_OF_FUNCTIONS.to}`);
});

test("imports of every form are seen, and those of a folder's index and of tsx files followed", () => {
  const code = `
    import a, { type B } from "./a";
    import type { C } from './c';
    import "./d.css";
    export * from "./e";
    export type { F } from "./f";
    type G = import("./g").G;
    const h = () => import(\`./h\`);
    // import "./comment";
    const text = <p>Don't import "./text"</p>;
  `;
  expect(specifiers("x.tsx", code)).toEqual(["./a", "./c", "./d.css", "./e", "./f", "./g", "./h"]);
  expect(imports.get("src/workbench/host/index.ts")).toEqual(expect.arrayContaining(["src/workbench/host/host.ts"]));
  const imported = [...imports.values()].flat();
  expect(imported).toContain("src/workbench/host/index.ts");
  expect(imported.some((file) => file.endsWith(".tsx"))).toBe(true);
});

test("a circle is told with its path, a shared file is none", () => {
  expect(circles(new Map([["a", ["b", "c"]], ["b", ["d"]], ["c", ["d"]], ["d", []]]))).toEqual([]);
  expect(circles(new Map([["a", ["b"]], ["b", ["c"]], ["c", ["d", "b"]], ["d", ["d"]]]))).toEqual(["d → d", "b → c → b"]);
});
