import { usesName } from "./formulas";
import type { Parts } from "./parts";
import type { ShareRecord } from "./record";
import type { ShareOptions } from "./share-cells";
import { xmlText, XmlTags, type Edit } from "./xml";

const REFERENCES: Readonly<Record<string, string>> = { numRef: "numLit", strRef: "strLit" };

/** Series of charts that are named by what cannot stay keep the points that they show. */
export function shareCharts(parts: Parts, options: ShareOptions): ShareRecord[] {
  return parts.names().flatMap((part) => {
    if (!/\/charts\/[^/]*\.xml$/i.test(part)) return [];
    const text = parts.text(part);
    if (!options.expander.mention.test(text) && options.lostNames.size === 0) return [];
    const edits: Edit[] = [];
    const records: ShareRecord[] = [];
    const tags = new XmlTags(text, part);
    let parent = "";
    while (tags.next()) {
      const literal = tags.kind === "open" ? REFERENCES[tags.name] : undefined;
      if (literal === undefined) {
        if (tags.kind === "open") parent = tags.name;
        continue;
      }
      const { start, end: inside, prefix } = tags;
      const content = text.slice(inside, tags.skip());
      const formula = xmlText(/<(?:\w+:)?f>([^]*?)<\/(?:\w+:)?f>/.exec(content)?.[1] ?? "");
      const functions = options.expander.functionsIn(formula);
      if (functions.length === 0 && !usesName(formula, options.lostNames)) continue;
      const cache = /<(?:\w+:)?(?:num|str)Cache>([^]*)<\/(?:\w+:)?(?:num|str)Cache>/.exec(content)?.[1] ?? `<${prefix}ptCount val="0"/>`;
      // A series' name is a plain text.
      const asName = `<${prefix}v>${/<(?:\w+:)?v>([^]*?)<\//.exec(cache)?.[1] ?? ""}</${prefix}v>`;
      edits.push({ start, end: tags.end, text: parent === "tx" ? asName : `<${prefix}${literal}>${cache}</${prefix}${literal}>` });
      records.push({ where: "Charts", item: part.slice(part.lastIndexOf("/") + 1, -4), functions, outcome: "frozen", why: "its series is named by what has no plain formula" });
    }
    parts.edit(part, edits);
    return records;
  });
}
