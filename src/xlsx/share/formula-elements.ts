import { xmlText, XmlTags } from "./xml";

/** The text of an element that holds a formula. */
export interface FormulaElement {
  /** of the text */
  readonly start: number;
  readonly end: number;
  /** the element's name, without prefix */
  readonly name: string;
  readonly formula: string;
}

/** In sheets, names, rules, tables and charts. */
const NAMES: ReadonlySet<string> = new Set(["f", "formula", "formula1", "formula2", "definedName", "calculatedColumnFormula", "totalsRowFormula"]);

/** The formulas of a part, wherever they stand in it. */
export function* formulaElements(text: string, part: string): Generator<FormulaElement> {
  const tags = new XmlTags(text, part);
  let open: { readonly start: number; readonly name: string } | undefined;
  while (tags.next()) {
    if (open && tags.kind === "close") yield { ...open, end: tags.start, formula: xmlText(text.slice(open.start, tags.start)) };
    open = tags.kind === "open" && NAMES.has(tags.name) ? { start: tags.end, name: tags.name } : undefined;
  }
}
