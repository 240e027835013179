import { tokenize } from "@borgar/fx/xlsx";
import type { BookValues } from "./book-values";
import { cellText, withValue, wholeCell } from "./cell-text";
import { addressOf } from "./formulas";
import type { Parts } from "./parts";
import type { Place } from "./places";
import { withAttribute, XmlTags, type Edit } from "./xml";

// A file that was saved where nobody calculated the add-in's functions: what depends on them shows #NAME? as well.

/**
 * Results for the cells of a sheet that have none, or show #NAME? because they read such cells.
 * @param done where the cells start that are dealt with
 */
export function refreshResults(values: BookValues, sheet: number, done: ReadonlySet<number>): { readonly edits: readonly Edit[]; readonly unresolved: readonly string[] } {
  const edits: Edit[] = [];
  const unresolved: string[] = [];
  for (const cell of values.cellsOf(sheet).formulas()) {
    if (done.has(cell.start) || values.shown(cell) !== undefined) continue;
    const at = { sheet, row: cell.row, column: cell.column };
    const value = values.valueAt(at);
    if (value !== undefined && !Array.isArray(value)) edits.push({ start: cell.start, end: cell.end, text: cellText(withValue(wholeCell(cell), value)) });
    // What shows #NAME? by itself is not ours.
    else if (cell.type === "e") {
      if (cell.formula!.text === "" || readsOpenCell(values, cell.formula!.text, at)) unresolved.push(`${values.book.sheets[sheet]!.name}!${addressOf(at)}`);
      // Where there is no result every reader calculates; one that is none would be believed.
    } else if (cell.value !== undefined) edits.push({ start: cell.start, end: cell.end, text: cellText({ ...wholeCell(cell), rest: "" }) });
  }
  return { edits, unresolved };
}

/** What stands before the settings of the calculation, which the schema orders. */
const BEFORE: ReadonlySet<string> = new Set(["sheets", "functionGroups", "externalReferences", "definedNames"]);

/** Excel calculates everything when it opens the file. */
export function calculateOnOpening(parts: Parts, part: string): void {
  const tags = new XmlTags(parts.text(part), part);
  let at = 0;
  let prefix = "";
  while (tags.next()) {
    if (tags.name === "calcPr" && tags.kind !== "close") {
      parts.edit(part, [{ start: tags.start, end: tags.end, text: withAttribute(tags.tag, "fullCalcOnLoad", "1") }]);
      return;
    }
    if (tags.depth === 1 && tags.kind !== "open" && BEFORE.has(tags.name)) [at, prefix] = [tags.end, tags.prefix];
  }
  parts.edit(part, [{ start: at, end: at, text: `<${prefix}calcPr fullCalcOnLoad="1"/>` }]);
}

function readsOpenCell(values: BookValues, formula: string, at: Place): boolean {
  return tokenize(`=${formula}`).some(({ type, value }) => {
    const area = type.startsWith("range") || type === "structured" ? values.areaOf(value, at) : undefined;
    if (!area) return false;
    for (let row = area.top; row <= Math.min(area.bottom, area.top + 1000); row++) {
      for (let column = area.left; column <= Math.min(area.right, area.left + 100); column++) {
        const cell = values.cellsOf(area.sheet).at({ row, column });
        if (cell?.formula && values.shown(cell) === undefined) return true;
      }
    }
    return false;
  });
}
