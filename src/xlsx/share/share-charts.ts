import type { Parts } from "./parts";
import type { ShareRecord } from "./record";
import type { ShareOptions } from "./share-cells";
import { xmlText, XmlTags, type Edit } from "./xml";

const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
const CHART = /<(?:\w+:)?chartSpace\b/;
const REFERENCES: Readonly<Record<string, string>> = { numRef: "numLit", strRef: "strLit" };

/** Series of charts that are named by what cannot stay keep the points that they show. */
export function shareCharts(parts: Parts, mentioning: ReadonlySet<string>, options: ShareOptions): ShareRecord[] {
  return [...parts.xmlNames()].flatMap((part) => {
    if (!parts.has(part) || (!mentioning.has(part) && options.lostNames.isEmpty)) return [];
    const text = parts.passingText(part);
    if (!CHART.test(text)) return [];
    const edits: Edit[] = [];
    const records: ShareRecord[] = [];
    const tags = new XmlTags(text, part);
    let [outer, parent] = ["", ""];
    while (tags.next()) {
      const literal = tags.kind === "open" ? REFERENCES[tags.name] : undefined;
      if (literal === undefined) {
        if (tags.kind === "open") [outer, parent] = [parent, tags.name];
        continue;
      }
      const { start, end: inside, prefix } = tags;
      const content = text.slice(inside, tags.skip());
      const formula = xmlText(/<(?:\w+:)?f>([^]*?)<\/(?:\w+:)?f>/.exec(content)?.[1] ?? "");
      const functions = options.expander.functionsIn(formula);
      if (functions.length === 0 && !options.lostNames.usedIn(formula, undefined)) continue;
      const cache = /<(?:\w+:)?(?:num|str)Cache>([^]*)<\/(?:\w+:)?(?:num|str)Cache>/.exec(content)?.[1] ?? `<${prefix}ptCount val="0"/>`;
      const shown = /<(?:\w+:)?v>([^]*?)<\//.exec(cache)?.[1] ?? "";
      // A title is a text with looks, a series' name a plain one.
      const asName = outer === "title" ? `<${prefix}rich><a:bodyPr xmlns:a="${DRAWING}"/><a:p xmlns:a="${DRAWING}"><a:r><a:t>${shown}</a:t></a:r></a:p></${prefix}rich>` : `<${prefix}v>${shown}</${prefix}v>`;
      edits.push({ start, end: tags.end, text: parent === "tx" ? asName : `<${prefix}${literal}>${cache}</${prefix}${literal}>` });
      records.push({ where: "Charts", item: part.slice(part.lastIndexOf("/") + 1).replace(/\.\w+$/, ""), functions, outcome: "frozen", why: outer === "title" ? "its title is named by what has no plain formula" : "its series is named by what has no plain formula" });
    }
    parts.edit(part, edits);
    return records;
  });
}
