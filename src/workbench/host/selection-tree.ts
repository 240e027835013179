/** What a load asks for: property names, each with what is asked below it. Empty means every scalar. */
export type SelectionTree = Map<string, SelectionTree>;

/** ["values", "format/fill/color"] -> { values: {}, format: { fill: { color: {} } } } */
export function selectionTree(paths: readonly string[]): SelectionTree {
  const root: SelectionTree = new Map();
  for (const path of paths) {
    let at = root;
    for (const part of path.split("/").map((name) => name.trim()).filter((name) => name !== "")) {
      const below: SelectionTree = at.get(part) ?? new Map<string, SelectionTree>();
      at.set(part, below);
      at = below;
    }
  }
  return root;
}
