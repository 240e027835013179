import type { BookValues } from "./book-values";
import { callsAddIn, type Expansion } from "./expander";
import { formulaElements } from "./formula-elements";
import { areaOfAddress } from "./formulas";
import { REASONS, type ShareRecord } from "./record";
import { regionalFormula, regionOf, type Region } from "./regional-formula";
import type { ShareOptions } from "./share-cells";
import { attribute, escaped, withAttribute, xmlText, XmlTags, type Edit } from "./xml";

// Conditional formats and validations, in Excel's first notation and in the one that came later (x14), and links of cells.

const RULES = { conditionalFormatting: "Conditional format", dataValidation: "Validation" } as const;

export interface SharedRules {
  readonly edits: readonly Edit[];
  readonly records: readonly ShareRecord[];
}

/** A list of validations, or of later formats. */
interface RuleList {
  readonly start: number;
  /** of the start tag */
  readonly end: number;
  readonly tag: string;
  readonly depth: number;
  kept: number;
  readonly gone: Edit[];
}

/** What becomes of the rules of a sheet that call the add-in: those without a native formula go. */
export function shareRules(values: BookValues, sheet: number, options: ShareOptions): SharedRules {
  const { name: where, part } = values.book.sheets[sheet]!;
  const { text } = values.cellsOf(sheet);
  const edits: Edit[] = [];
  const records: ShareRecord[] = [];
  const lists: RuleList[] = [];
  const tags = new XmlTags(text, part);
  while (tags.next()) {
    if (tags.name === "sheetData") tags.skip();
    if (tags.kind === "close") continue;
    if (tags.name === "dataValidations" || tags.name === "conditionalFormattings" || tags.name === "hyperlinks") lists.push({ start: tags.start, end: tags.end, tag: tags.tag, depth: tags.depth, kept: 0, gone: [] });
    if (tags.name === "hyperlink") {
      const { start, tag } = tags;
      tags.skip();
      const list = lists.at(-1);
      const leadsTo = attribute(tag, "location") ?? "";
      if (!list) continue;
      if (/\s[\w.-]+:id\s*=/.test(tag) || !options.lostNames.means(leadsTo, sheet)) list.kept += 1;
      else {
        list.gone.push({ start, end: tags.end, text: "" });
        records.push({ where, item: `Link of ${attribute(tag, "ref") ?? "?"}`, functions: [], outcome: "removed", why: `it leads to the name ${leadsTo}, which has no plain formula` });
      }
      continue;
    }
    if (!(tags.name in RULES)) continue;
    const { start, end: inside, tag } = tags;
    const kind = RULES[tags.name as keyof typeof RULES];
    const until = tags.skip();
    const rules = kind === "Validation" ? [{ start, end: tags.end }] : childrenOf(text.slice(inside, until), part, inside);
    const region = regionIn(values, sheet, tag, text.slice(inside, until));
    let kept = 0;
    const gone: Edit[] = [];
    for (const rule of rules) {
      const found = shareRule(values, text.slice(rule.start, rule.end), part, region, options);
      if (found) records.push({ where, item: `${kind} of ${region?.address ?? "?"}`, functions: found.functions, ...("why" in found ? { outcome: "removed", why: found.why } : found.constant !== undefined ? { outcome: "frozen", why: found.constant } : { outcome: "native", why: found.figures ? REASONS.figures : "" }) });
      if (found && "why" in found) gone.push({ ...rule, text: "" });
      else {
        kept += 1;
        if (found) edits.push(...found.edits.map((edit) => ({ start: edit.start + rule.start, end: edit.end + rule.start, text: edit.text })));
      }
    }
    const list = lists.at(-1)?.depth === tags.depth - 1 ? lists.at(-1) : undefined;
    if (list && kept > 0) list.kept += 1;
    // A format's last rule takes the whole element with it, and a list's last element the list.
    if (kept === 0 && gone.length > 0) (list?.gone ?? edits).push({ start, end: tags.end, text: "" });
    else edits.push(...gone);
  }
  for (const { start, tag, end, kept, gone } of lists) {
    if (gone.length === 0) continue;
    if (kept === 0) edits.push({ start, end: endOf(text, part, start), text: "" });
    else edits.push(...gone, ...(attribute(tag, "count") === undefined ? [] : [{ start, end, text: withAttribute(tag, "count", String(kept)) }]));
  }
  return { edits, records };
}

/** undefined where the rule has nothing to do with the add-in; the edits count from the rule's start. */
function shareRule(values: BookValues, rule: string, part: string, region: Region | undefined, options: ShareOptions): (({ edits: Edit[]; figures: boolean; constant: string | undefined } | { why: string }) & { functions: string[] }) | undefined {
  const { expander, lostNames } = options;
  const edits: Edit[] = [];
  const functions = new Set<string>();
  let why: string | undefined;
  let figures = false;
  let constant: string | undefined;
  const isCall = (formula: string): boolean => callsAddIn(expander, formula) || lostNames.usedIn(formula, region?.areas[0]!.sheet, region && values.reader({ ...region.anchor, sheet: region.areas[0]!.sheet }));
  const share = (formula: string): Expansion => {
    for (const id of expander.functionsIn(formula)) functions.add(id);
    const found: Expansion = region ? regionalFormula(values, region, formula, options, { constants: true }) : { why: "its cells could not be read" };
    if ("formula" in found) [figures, constant] = [figures || found.figures, constant ?? found.constant];
    return found;
  };
  for (const { start, end, formula } of formulaElements(rule, part)) {
    if (!isCall(formula)) continue;
    const found = share(formula);
    if ("why" in found) why ??= found.why;
    else edits.push({ start, end, text: escaped(found.formula) });
  }
  const tags = new XmlTags(rule, part);
  while (tags.next()) {
    const formula = tags.name === "cfvo" && attribute(tags.tag, "type") === "formula" ? attribute(tags.tag, "val") : undefined;
    if (formula === undefined || !isCall(formula)) continue;
    const found = share(formula);
    if ("why" in found) why ??= found.why;
    else edits.push({ start: tags.start, end: tags.end, text: withAttribute(tags.tag, "val", found.formula) });
  }
  if (why !== undefined) return { why, functions: [...functions] };
  return edits.length > 0 ? { edits, figures, constant, functions: [...functions] } : undefined;
}

/** The rules of a conditional format. */
function childrenOf(text: string, part: string, offset: number): { start: number; end: number }[] {
  const tags = new XmlTags(text, part);
  const rules: { start: number; end: number }[] = [];
  while (tags.next()) {
    if (tags.name !== "cfRule" || tags.kind === "close") continue;
    const { start } = tags;
    tags.skip();
    rules.push({ start: start + offset, end: tags.end + offset });
  }
  return rules;
}

/** The cells of a rule: in its sqref, or in an element of that name. */
function regionIn(values: BookValues, sheet: number, tag: string, content: string): (Region & { readonly address: string }) | undefined {
  const found = attribute(tag, "sqref") ?? /<(?:\w+:)?sqref>([^<]*)</.exec(content)?.[1];
  if (found === undefined) return undefined;
  const address = xmlText(found).trim();
  const { lastRow: row, lastColumn: column } = values.cellsOf(sheet);
  const region = regionOf(address.split(/\s+/).map((each) => areaOfAddress(each, sheet, { row, column })));
  return region && { ...region, address };
}

function endOf(text: string, part: string, start: number): number {
  const tags = new XmlTags(text, part, start);
  tags.next();
  tags.skip();
  return tags.end;
}
