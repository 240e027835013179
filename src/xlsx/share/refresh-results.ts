import type { BookValues } from "./book-values";
import { cellText, withValue, wholeCell } from "./cell-text";
import { addressOf } from "./formulas";
import type { Parts } from "./parts";
import { attribute, withAttribute, XmlTags, type Edit } from "./xml";

// A file that was saved where nobody calculated the add-in's functions gets the results that it lacks.

/**
 * Results for the cells of a sheet that have none, or one that counts for nothing because of what they read.
 * @param done where the cells start that are dealt with
 * @returns unresolved: the addresses of cells that would show what is not true
 */
export function refreshResults(values: BookValues, sheet: number, done: ReadonlySet<number>): { readonly edits: readonly Edit[]; readonly unresolved: readonly string[] } {
  const edits: Edit[] = [];
  const unresolved: string[] = [];
  for (const cell of values.cellsOf(sheet).formulas()) {
    if (done.has(cell.start) || values.shown(cell) !== undefined) continue;
    // An array formula's values are not calculated one by one.
    const value = attribute(cell.formula!.tag, "t") === "array" ? undefined : values.valueAt({ sheet, row: cell.row, column: cell.column });
    if (value !== undefined && !Array.isArray(value)) edits.push({ start: cell.start, end: cell.end, text: cellText(withValue(wholeCell(cell), value)) });
    else if (cell.value === undefined) continue;
    else if (cell.isOutdated && (cell.type === "e" || !values.zerosAreNone)) unresolved.push(addressOf(cell));
    // What shows #NAME? by itself is not ours. Where there is no result every reader calculates; one that is none would be believed.
    else if (cell.type !== "e") edits.push({ start: cell.start, end: cell.end, text: cellText({ ...wholeCell(cell), rest: "" }) });
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
