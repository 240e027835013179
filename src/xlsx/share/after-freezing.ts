import { sheetReference } from "../../model-sheets";
import type { Book } from "./book";
import type { BookValues } from "./book-values";
import { formulaElements } from "./formula-elements";
import { computesSpill, withoutSpills } from "./formulas";
import type { Parts } from "./parts";
import type { Area } from "./places";
import type { ShareRecord } from "./record";
import { attribute, escaped, xmlText, XmlTags, type Edit } from "./xml";

// What else must change once cells hold values: references to spills that are none any more, and what-if tables, which
// would calculate with formulas that are gone.

/** Rewrites "C2#" in sheets, names, rules and charts where C2 does not spill any more. */
export function replaceSpillReferences(parts: Parts, withSpills: ReadonlySet<string>, values: BookValues, frozen: readonly Area[]): void {
  if (frozen.length === 0) return;
  const byAnchor = new Map(frozen.map((area) => [`${area.sheet} ${area.top} ${area.left}`, area]));
  for (const part of withSpills) {
    if (!parts.has(part)) continue;
    const sheet = Math.max(0, values.book.sheets.findIndex((each) => each.part === part));
    const at = { sheet, row: 0, column: 0 };
    const areaAt = (reference: string): Area | undefined => {
      const area = values.areaOf(reference, at) ?? values.areaOf(values.nameOf(reference, at)?.formula ?? "", at);
      return area && byAnchor.get(`${area.sheet} ${area.top} ${area.left}`);
    };
    const sheetOf = (reference: string, area: Area): string =>
      values.areaOf(reference, at) ? reference.slice(0, reference.lastIndexOf("!") + 1) : `${sheetReference(values.book.sheets[area.sheet]!.name)}!`;
    const edits: Edit[] = [];
    for (const { start, end, formula } of formulaElements(parts.text(part), part)) {
      if (!/anchorarray/i.test(formula)) continue;
      const plain = withoutSpills(formula, areaAt, sheetOf);
      if (plain !== formula) edits.push({ start, end, text: escaped(plain) });
    }
    parts.edit(part, edits);
  }
}

/** Cells that find a spill by what they calculate keep the values that they show: which spill that is cannot be said. */
export function freezeComputedSpills(parts: Parts, withSpills: ReadonlySet<string>, book: Book): ShareRecord[] {
  const why = "it finds a spill by what it calculates, and spills of the add-in are values now";
  // Cells that share one formula take it from their first: it stays.
  return freezeCells(parts, withSpills, book, why, (tag, formula, cell) => (attribute(tag, "t") !== "shared" && computesSpill(formula) ? cell : undefined));
}

/** What-if tables keep the values that they show. @param why of the records */
export function freezeDataTables(parts: Parts, withTables: ReadonlySet<string>, book: Book, why: string): ShareRecord[] {
  return freezeCells(parts, withTables, book, why, (tag) => (attribute(tag, "t") === "dataTable" ? attribute(tag, "ref") ?? "" : undefined));
}

/** Takes formulas away, with their values left. @param itemOf what a record calls one that goes: from its tag, its text and its cell's address */
function freezeCells(parts: Parts, among: ReadonlySet<string>, book: Book, why: string, itemOf: (tag: string, formula: string, cell: string) => string | undefined): ShareRecord[] {
  return book.sheets.flatMap(({ name, part }) => {
    if (!among.has(part)) return [];
    const text = parts.text(part);
    const records: ShareRecord[] = [];
    const edits: Edit[] = [];
    const tags = new XmlTags(text, part);
    let cell = "";
    while (tags.next()) {
      if (tags.name === "c" && tags.kind === "open") cell = attribute(tags.tag, "r") ?? "?";
      if (tags.name !== "f" || tags.kind === "close") continue;
      const { start, end, tag, kind } = tags;
      const until = tags.skip();
      const item = itemOf(tag, kind === "open" ? xmlText(text.slice(end, until)) : "", cell);
      if (item === undefined) continue;
      edits.push({ start, end: tags.end, text: "" });
      records.push({ where: name, item, functions: [], outcome: "frozen", why });
    }
    parts.edit(part, edits);
    return records;
  });
}
