import { ShareRefusal } from "./refusal";

// XML read tag by tag, with the place of each in the text, so that all else can stay as it is.

/** Steps through the tags of a text. After `next()` the fields describe the tag it found. */
export class XmlTags {
  /** the tag's first character, and the one after its last */
  start = 0;
  end = 0;
  /** without prefix */
  name = "";
  /** as it stands there, "x:" or "" */
  prefix = "";
  kind: "open" | "close" | "empty" = "open";
  /** how many elements the tag stands in */
  depth = 0;
  private readonly open: string[] = [];

  /** @param part named where the text is malformed */
  constructor(readonly text: string, private readonly part: string, from = 0) {
    this.end = from;
  }

  /** @throws ShareRefusal when the text is no well-formed XML up to the next tag */
  next(): boolean {
    const { text } = this;
    let at = this.end;
    for (;;) {
      at = text.indexOf("<", at);
      if (at < 0) {
        if (this.open.length > 0) throw this.malformed();
        return false;
      }
      const second = text.charCodeAt(at + 1);
      if (second === 33 /* ! */) at = this.after(at, text.startsWith("<!--", at) ? "-->" : text.startsWith("<![CDATA[", at) ? "]]>" : "");
      else if (second === 63 /* ? */) at = this.after(at, "?>");
      else break;
    }
    this.start = at;
    this.end = this.tagEnd(at);
    const closes = text.charCodeAt(at + 1) === 47; /* / */
    this.kind = closes ? "close" : text.charCodeAt(this.end - 2) === 47 ? "empty" : "open";
    const from = closes ? at + 2 : at + 1;
    let to = from;
    while (!isNameEnd(text.charCodeAt(to))) to++;
    const whole = text.slice(from, to);
    if (whole === "") throw this.malformed();
    const colon = whole.indexOf(":");
    this.prefix = colon < 0 ? "" : whole.slice(0, colon + 1);
    this.name = colon < 0 ? whole : whole.slice(colon + 1);
    if (closes && this.open.pop() !== whole) throw this.malformed();
    this.depth = this.open.length;
    if (this.kind === "open") this.open.push(whole);
    return true;
  }

  /** The tag's text, with brackets. */
  get tag(): string {
    return this.text.slice(this.start, this.end);
  }

  /** Goes on to the end of the element whose start tag was found last. @returns where its content ends */
  skip(): number {
    const { depth, kind } = this;
    if (kind !== "open") return this.end;
    while (this.next()) if (this.tagKind() === "close" && this.depth === depth) return this.start;
    throw this.malformed();
  }

  private tagKind(): XmlTags["kind"] {
    return this.kind;
  }

  private after(at: number, end: string): number {
    // A document type could name entities, and files, that readers would load.
    if (end === "") throw new ShareRefusal(`The file's part ${this.part} has a document type, which workbooks never have.`);
    const found = this.text.indexOf(end, at);
    if (found < 0) throw this.malformed();
    return found + end.length;
  }

  /** Past the ">" that ends a tag: one between quotation marks does not. */
  private tagEnd(at: number): number {
    const { text } = this;
    for (let i = at + 1; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 62 /* > */) return i + 1;
      if (code === 60 /* < */) break;
      if (code !== 61 /* = */) continue;
      // An attribute's value stands between quotation marks, and something must part it from the next.
      while (text.charCodeAt(i + 1) <= 32) i++;
      const mark = text.charCodeAt(i + 1);
      if (mark !== 34 && mark !== 39) break;
      i = text.indexOf(text[i + 1]!, i + 2);
      if (i < 0 || !isNameEnd(text.charCodeAt(i + 1), true)) break;
    }
    throw this.malformed();
  }

  private malformed(): ShareRefusal {
    return new ShareRefusal(`The file's part ${this.part} is malformed XML, near character ${Math.max(this.start, this.end)}.`);
  }
}

/** White space, "/" or ">", or the end of the text; after an attribute "?" as well. */
function isNameEnd(code: number, afterAttribute = false): boolean {
  return code <= 32 || code === 47 || code === 62 || Number.isNaN(code) || (afterAttribute && code === 63);
}

/** Reads a whole text to its end. @throws ShareRefusal when it is malformed */
export function checkXml(text: string, part: string): void {
  const tags = new XmlTags(text, part);
  let roots = 0;
  let end = 0;
  while (tags.next()) {
    if (tags.depth > 0) continue;
    if (tags.kind !== "close") roots += 1;
    end = tags.end;
  }
  const [bare] = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.exec(withoutCdata(text)) ?? [];
  if (roots !== 1 || bare !== undefined || /\S/.test(text.slice(end).replace(/<!--[^]*?-->|<\?[^]*?\?>/g, ""))) throw new ShareRefusal(`The file's part ${part} is malformed XML.`);
}

function withoutCdata(text: string): string {
  return /<!/.test(text) ? text.replace(/<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>/g, "") : text;
}

/** An attribute of a tag, by its name with prefix where it has one. */
export function attribute(tag: string, name: string): string | undefined {
  const found = attributeIn(tag, name);
  return found && unescaped(found[2] ?? found[3] ?? "");
}

/** The tag with an attribute set, or without it. */
export function withAttribute(tag: string, name: string, value: string | undefined): string {
  const found = attributeIn(tag, name);
  const text = value === undefined ? "" : ` ${name}="${escaped(value)}"`;
  if (found) return tag.slice(0, found.index) + text + tag.slice(found.index + found[0].length);
  return text === "" ? tag : tag.replace(/\s*\/?>$/, (end) => text + end.trimStart());
}

/** One after the other, since the text of one may look like another. */
function attributeIn(tag: string, name: string): RegExpExecArray | undefined {
  if (!tag.includes(name)) return undefined;
  const pattern = /\s([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
  for (let found = pattern.exec(tag); found; found = pattern.exec(tag)) if (found[1] === name) return found;
  return undefined;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The text between two tags: entities resolved, comments left out. */
export function xmlText(raw: string): string {
  if (!raw.includes("<")) return unescaped(raw);
  return raw.split(/(<!\[CDATA\[[^]*?\]\]>|<!--[^]*?-->|<[^>]*>)/).map((piece) => (piece.startsWith("<![CDATA[") ? piece.slice(9, -3) : piece.startsWith("<") ? "" : unescaped(piece))).join("");
}

function unescaped(raw: string): string {
  if (!raw.includes("&")) return raw;
  return raw.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
    if (name) return ENTITIES[name] ?? whole;
    const code = hex ? parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Text for an element or an attribute; characters that XML cannot hold are left out. */
export function escaped(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").replace(/[&<>"]/g, (character) => `&${{ "&": "amp", "<": "lt", ">": "gt", '"': "quot" }[character]!};`);
}

/** A change of a text: what stands from `start` to `end` becomes `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** All changes of a text at once; they do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return text;
  const pieces: string[] = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    pieces.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  pieces.push(text.slice(at));
  return pieces.join("");
}
