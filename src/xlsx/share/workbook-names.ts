import type { Parts } from "./parts";
import { attribute, escaped, xmlText, XmlTags } from "./xml";

/** A name of one sheet, or of the workbook. */
export interface WorkbookName {
  readonly name: string;
  /** the sheet's place; undefined for the whole workbook */
  readonly sheet: number | undefined;
  readonly formula: string;
}

/** What stands before the list of names, which the schema orders. */
const BEFORE: ReadonlySet<string> = new Set(["sheets", "functionGroups", "externalReferences"]);

/** The names as the workbook's part lists them now. */
export function namesOf(parts: Parts, part: string): WorkbookName[] {
  const text = parts.text(part);
  const tags = new XmlTags(text, part);
  const names: WorkbookName[] = [];
  while (tags.next()) {
    if (tags.name !== "definedName" || tags.kind !== "open") continue;
    const { tag, end } = tags;
    const sheet = attribute(tag, "localSheetId");
    names.push({ name: attribute(tag, "name") ?? "", sheet: sheet === undefined ? undefined : Number(sheet), formula: xmlText(text.slice(end, tags.skip())) });
  }
  return names;
}

/** Adds names of sheets to the workbook's list. */
export function addNames(parts: Parts, part: string, names: readonly (WorkbookName & { readonly sheet: number })[]): void {
  if (names.length === 0) return;
  const tags = new XmlTags(parts.text(part), part);
  const listed = (prefix: string): string => names.map(({ name, sheet, formula }) => `<${prefix}definedName name="${escaped(name)}" localSheetId="${sheet}">${escaped(formula)}</${prefix}definedName>`).join("");
  let at = 0;
  let prefix = "";
  while (tags.next()) {
    if (tags.name === "definedNames" && tags.depth === 1) {
      if (tags.kind === "open") tags.skip();
      const end = tags.tag.endsWith("/>") ? undefined : tags.start;
      if (end !== undefined) return parts.edit(part, [{ start: end, end, text: listed(tags.prefix) }]);
      return parts.edit(part, [{ start: tags.start, end: tags.end, text: `<${tags.prefix}definedNames>${listed(tags.prefix)}</${tags.prefix}definedNames>` }]);
    }
    if (tags.depth === 1 && tags.kind !== "open" && BEFORE.has(tags.name)) [at, prefix] = [tags.end, tags.prefix];
  }
  parts.edit(part, [{ start: at, end: at, text: `<${prefix}definedNames>${listed(prefix)}</${prefix}definedNames>` }]);
}
