import type { FormulaExpander } from "./expander";
import { formulaElements } from "./formula-elements";
import { usesName } from "./formulas";
import type { Parts } from "./parts";
import { ShareRefusal } from "./refusal";
import { attribute, XmlTags } from "./xml";

/** Attributes that hold formulas: of pivot tables' fields, shapes, form controls and older rules. */
const ATTRIBUTES = ["formula", "textlink", "fmlaRange", "fmlaLink", "fmlaTxbx", "fmlaGroup"] as const;
const TEXTS = /(?:^|\/)(?:sharedStrings|comments\d*|threadedComment\d*)\.xml$/i;

/**
 * Nothing goes out that would show #NAME?: what calls the add-in, or uses a name that is gone, in a place that is not known here.
 * @throws ShareRefusal
 */
export function refuseLeftOvers(parts: Parts, mentioning: ReadonlySet<string>, lostNames: ReadonlySet<string>, expander: FormulaExpander): void {
  const isLeft = (formula: string): boolean => (expander.mention.test(formula) && expander.functionsIn(formula).length > 0) || usesName(formula, lostNames);
  for (const part of parts.names()) {
    if (!(mentioning.has(part) || (lostNames.size > 0 && /^xl\/.*\.xml$/i.test(part))) || TEXTS.test(part)) continue;
    const text = parts.text(part);
    for (const { formula } of formulaElements(text, part)) if (isLeft(formula)) throw leftOver(part, formula);
    for (const formula of formulaAttributes(text, part)) if (isLeft(formula)) throw leftOver(part, formula);
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

function leftOver(part: string, formula: string): ShareRefusal {
  return new ShareRefusal(`The file's part ${part} uses the add-in in a place that cannot be changed: ${formula.slice(0, 80)}. Take that out in Excel, save the workbook, and share that.`);
}
