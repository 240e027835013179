import type { Book } from "./book";
import { callsAddIn, type FormulaExpander } from "./expander";
import { formulaElements } from "./formula-elements";
import type { NameSet } from "./name-set";
import type { Parts } from "./parts";
import { ShareRefusal } from "./refusal";
import { attribute, xmlText, XmlTags } from "./xml";

/** Attributes that hold formulas: of pivot tables' fields, shapes, form controls and older rules. */
const ATTRIBUTES = ["formula", "textlink", "fmlaRange", "fmlaLink", "fmlaTxbx", "fmlaGroup"] as const;

/**
 * Nothing goes out that would show #NAME?: what calls the add-in, or uses a name that is gone, in a place that is not known here.
 * @throws ShareRefusal
 */
export function refuseLeftOvers(parts: Parts, mentioning: ReadonlySet<string>, book: Book, lostNames: NameSet, expander: FormulaExpander): void {
  const sheets = new Map([...book.sheets.map(({ part }, i) => [part, i] as const), ...book.tables.map(({ part, sheet }) => [part, sheet] as const)]);
  for (const part of parts.xmlNames()) {
    if (!parts.has(part) || (!mentioning.has(part) && lostNames.isEmpty)) continue;
    const refuse = (formula: string): void => {
      // The workbook's own part lists the names, which were looked at one by one.
      if (callsAddIn(expander, formula) || (part !== book.part && lostNames.usedIn(formula, sheets.get(part)))) throw leftOver(part, formula);
    };
    const text = parts.text(part);
    for (const { formula } of formulaElements(text, part)) refuse(formula);
    for (const formula of formulaAttributes(text, part)) refuse(formula);
  }
  for (const part of parts.names()) {
    if (!/\.vml$/i.test(part)) continue;
    for (const formula of controlFormulas(parts.looseText(part))) if (callsAddIn(expander, formula) || lostNames.usedIn(formula, undefined)) throw leftOver(part, formula);
  }
}

function* formulaAttributes(text: string, part: string): Generator<string> {
  if (!/\s(?:formula|textlink|fmla\w+)\s*=|worksheetSource/.test(text)) return;
  const tags = new XmlTags(text, part);
  while (tags.next()) {
    if (tags.kind === "close") continue;
    const { tag } = tags;
    for (const name of tags.name === "worksheetSource" ? ["name"] : ATTRIBUTES) {
      const formula = attribute(tag, name);
      if (formula !== undefined) yield formula.replace(/^=/, "");
    }
  }
}

/** What form controls and pictures of older drawings show; those parts need not be well-formed. */
function controlFormulas(text: string): string[] {
  return [...text.matchAll(/<(?:\w+:)?Fmla\w+[^>]*>([^<]*)</gi)].map(([, formula]) => xmlText(formula!).trim().replace(/^=/, ""));
}

function leftOver(part: string, formula: string): ShareRefusal {
  return new ShareRefusal(`The file's part ${part} uses the add-in in a place that cannot be changed: ${formula.slice(0, 80)}. Take that out in Excel, save the workbook, and share that.`);
}
