import type { Book } from "./book";
import type { Parts } from "./parts";
import { attribute, withAttribute, XmlTags, type Edit } from "./xml";

/** Of each look, the attribute of a cell that has it; "" where the file has no styles. */
export interface CoverStyles {
  readonly plain: string;
  readonly title: string;
  readonly header: string;
  readonly wrapped: string;
  /** a number, or what a formula gives */
  readonly figure: string;
}

const NONE: CoverStyles = { plain: "", title: "", header: "", wrapped: "", figure: "" };

/** Adds what the cover needs at the end of the file's lists of styles: no cell of the user's own changes. */
export function coverStyles(parts: Parts, book: Book): CoverStyles {
  const part = parts.relationships(book.part).find(({ kind }) => kind === "styles")?.target;
  if (part === undefined || !parts.has(part)) return NONE;
  const lists = listsOf(parts.text(part), part);
  const { fonts, cellXfs } = lists;
  if (!fonts || !cellXfs) return NONE;
  const font = (size: number): string => `<p:font><p:b/><p:sz val="${size}"/><p:name val="Calibri"/><p:family val="2"/></p:font>`;
  const style = (fontId: number, alignment: string): string => `<p:xf numFmtId="0" fontId="${fontId}" fillId="0" borderId="0" xfId="0"${fontId > 0 ? ' applyFont="1"' : ""}${alignment ? ` applyAlignment="1"><p:alignment ${alignment}/></p:xf>` : "/>"}`;
  const top = 'vertical="top" wrapText="1"';
  parts.edit(part, [
    ...appended(fonts, [font(14), font(11)]),
    ...appended(cellXfs, [style(fonts.count, ""), style(fonts.count + 1, ""), style(0, top), style(0, 'horizontal="left" vertical="top"')]),
  ]);
  return { plain: "", title: ` s="${cellXfs.count}"`, header: ` s="${cellXfs.count + 1}"`, wrapped: ` s="${cellXfs.count + 2}"`, figure: ` s="${cellXfs.count + 3}"` };
}

/** A list of the style sheet that has an end tag. */
interface StyleList {
  readonly start: number;
  readonly tag: string;
  readonly close: number;
  readonly count: number;
  readonly prefix: string;
}

function listsOf(text: string, part: string): Partial<Record<string, StyleList>> {
  const lists: Partial<Record<string, StyleList>> = {};
  const tags = new XmlTags(text, part);
  while (tags.next()) {
    if (tags.depth !== 1 || tags.kind !== "open") continue;
    const { start, tag, name, prefix, end } = tags;
    const close = tags.skip();
    lists[name] = { start, tag, close, count: elementsIn(text.slice(end, close), part), prefix };
  }
  return lists;
}

function elementsIn(text: string, part: string): number {
  const tags = new XmlTags(text, part);
  let count = 0;
  while (tags.next()) if (tags.depth === 0 && tags.kind !== "close") count += 1;
  return count;
}

function appended({ start, tag, close, count, prefix }: StyleList, elements: readonly string[]): Edit[] {
  const grown = attribute(tag, "count") === undefined ? tag : withAttribute(tag, "count", String(count + elements.length));
  return [{ start, end: start + tag.length, text: grown }, { start: close, end: close, text: elements.join("").replace(/(<\/?)p:/g, `$1${prefix}`) }];
}
