import { ShareRefusal } from "./refusal";
import { applyEdits, attribute, checkXml, escaped, xmlText, XmlTags, type Edit } from "./xml";
import { ZipPackage } from "./zip";

/** A relationship of a part. */
export interface Relationship {
  readonly id: string;
  /** the last step of its type: "worksheet" */
  readonly kind: string;
  /** the part that it leads to; undefined where it leads out of the file */
  readonly target: string | undefined;
}

const CONTENT_TYPES = "[Content_Types].xml";

/**
 * Looks whether a file is safe to open and whole, for readers that trust what they read.
 * @throws ShareRefusal
 */
export function checkPackage(bytes: Uint8Array): void {
  new Parts(bytes).check({});
}

/** The parts of a package as text, with their relationships and content types. */
export class Parts {
  private readonly zip: ZipPackage;
  private readonly texts = new Map<string, string>();
  private readonly checked = new Set<string>();
  private xml: ReadonlySet<string> | undefined;
  private spelling: Map<string, string> | undefined;

  /** @throws ShareRefusal when the bytes are no package, or one that is not safe to open */
  constructor(bytes: Uint8Array) {
    this.zip = new ZipPackage(bytes);
  }

  names(): string[] {
    return this.zip.names();
  }

  has(name: string): boolean {
    return this.zip.has(name);
  }

  /** A part's text, found to be well-formed when it was first read. */
  text(name: string): string {
    const text = this.passingText(name);
    this.texts.set(name, text);
    return text;
  }

  /** The same, not kept in memory for the next time. */
  passingText(name: string): string {
    const known = this.texts.get(name);
    if (known !== undefined) return known;
    const text = this.decoded(name);
    if (!this.checked.has(name)) checkXml(text, name);
    this.checked.add(name);
    return text;
  }

  /** The parts that hold XML, whatever they are called, those of the user's own aside. */
  xmlNames(): ReadonlySet<string> {
    if (!this.xml) {
      const types = this.contentTypes();
      this.xml = new Set(this.names().filter((name) => {
        const type = types(name) ?? "";
        if (/^customXml\//i.test(name) && !/openxmlformats/.test(type)) return false;
        return /\.(?:xml|rels)$/i.test(name) || /[+/]xml$/i.test(type);
      }));
    }
    return this.xml;
  }

  /** The text of a part that need not be well-formed; what cannot be read in it is left out. */
  looseText(name: string): string {
    const bytes = this.zip.read(name);
    return new TextDecoder(encodingOf(bytes)).decode(bytes);
  }

  /**
   * Reads every XML part once, those of the user's own aside.
   * @returns the names of the parts in which each pattern is found
   * @throws ShareRefusal at the first part that is malformed or damaged
   */
  check<Pattern extends string>(patterns: Readonly<Record<Pattern, RegExp>>): Record<Pattern, Set<string>> {
    const kinds = Object.keys(patterns) as Pattern[];
    const found = Object.fromEntries(kinds.map((kind) => [kind, new Set<string>()])) as Record<Pattern, Set<string>>;
    for (const name of this.xmlNames()) {
      const text = this.decoded(name);
      checkXml(text, name);
      this.checked.add(name);
      const plain = withoutDisguise(text);
      for (const kind of kinds) {
        if (!patterns[kind].test(plain)) continue;
        found[kind].add(name);
        this.texts.set(name, text);
      }
    }
    return found;
  }

  /** Writes a part; nothing is written where the text is what it was. */
  setText(name: string, text: string): void {
    if (this.has(name) && this.text(name) === text) return;
    this.texts.set(name, text);
    this.zip.replace(name, new TextEncoder().encode(asUtf8(text)));
  }

  /** Applies changes to a part. */
  edit(name: string, edits: readonly Edit[]): void {
    if (edits.length > 0) this.setText(name, applyEdits(this.text(name), edits));
  }

  /** Removes a part with its relationships and its content type; relationships that lead to it are the caller's. */
  remove(name: string): void {
    const gone = [name, relationshipsPart(name)];
    for (const each of gone) {
      if (this.has(each)) this.zip.remove(each);
      this.texts.delete(each);
    }
    this.editTags(CONTENT_TYPES, (tags) => (tags.name === "Override" && gone.includes(partName("", attribute(tags.tag, "PartName") ?? "")) ? "" : undefined));
  }

  write(): Uint8Array {
    return this.zip.write();
  }

  /** What the package says of each part: its own type, or that of its extension. */
  contentTypes(): (part: string) => string | undefined {
    const own = new Map<string, string>();
    const byExtension = new Map<string, string>();
    if (this.has(CONTENT_TYPES)) {
      const tags = new XmlTags(this.text(CONTENT_TYPES), CONTENT_TYPES);
      while (tags.next()) {
        const type = attribute(tags.tag, "ContentType") ?? "";
        if (tags.name === "Override") own.set(partName("", attribute(tags.tag, "PartName") ?? "").toLowerCase(), type);
        if (tags.name === "Default") byExtension.set((attribute(tags.tag, "Extension") ?? "").toLowerCase(), type);
      }
    }
    return (part) => own.get(part.toLowerCase()) ?? byExtension.get(part.slice(part.lastIndexOf(".") + 1).toLowerCase());
  }

  /** The relationships of a part, "" for the package's own. */
  relationships(part: string): Relationship[] {
    const name = relationshipsPart(part);
    if (!this.has(name)) return [];
    const found: Relationship[] = [];
    const tags = new XmlTags(this.text(name), name);
    while (tags.next()) if (tags.name === "Relationship" && tags.kind !== "close") found.push(this.asStored(relationshipOf(tags.tag, part)));
    return found;
  }

  removeRelationships(part: string, isGone: (relationship: Relationship) => boolean): void {
    const name = relationshipsPart(part);
    if (this.has(name)) this.editTags(name, (tags) => (tags.name === "Relationship" && isGone(this.asStored(relationshipOf(tags.tag, part))) ? "" : undefined));
  }

  /** Adds a part that another one leads to. @returns the relationship's id */
  add(part: string, text: string, { from, type, contentType }: { readonly from: string; readonly type: string; readonly contentType: string }): string {
    this.setText(part, text);
    this.insertAtEnd(CONTENT_TYPES, (prefix) => `<${prefix}Override PartName="/${escaped(part)}" ContentType="${contentType}"/>`);
    const taken = new Set(this.relationships(from).map(({ id }) => id));
    let number = taken.size + 1;
    while (taken.has(`rId${number}`)) number += 1;
    this.insertAtEnd(relationshipsPart(from), (prefix) => `<${prefix}Relationship Id="rId${number}" Type="${type}" Target="/${escaped(part)}"/>`);
    return `rId${number}`;
  }

  /** Names of parts are the same in capitals; what leads to one is spelled as the file spells the part. */
  private asStored(relationship: Relationship): Relationship {
    const { target } = relationship;
    if (target === undefined || this.has(target)) return relationship;
    this.spelling ??= new Map(this.names().map((name) => [name.toLowerCase(), name]));
    return { ...relationship, target: this.spelling.get(target.toLowerCase()) ?? target };
  }

  /** Replaces tags one by one; undefined keeps one. */
  private editTags(part: string, replacement: (tags: XmlTags) => string | undefined): void {
    const tags = new XmlTags(this.text(part), part);
    const edits: Edit[] = [];
    while (tags.next()) {
      const text = tags.kind === "close" ? undefined : replacement(tags);
      if (text === undefined) continue;
      const { start } = tags;
      if (tags.kind === "open") tags.skip();
      edits.push({ start, end: tags.end, text });
    }
    this.edit(part, edits);
  }

  private insertAtEnd(part: string, element: (prefix: string) => string): void {
    const tags = new XmlTags(this.text(part), part);
    while (tags.next()) if (tags.depth === 0 && tags.kind === "close") this.edit(part, [{ start: tags.start, end: tags.start, text: element(tags.prefix) }]);
  }

  private decoded(name: string): string {
    try {
      const bytes = this.zip.read(name);
      return new TextDecoder(encodingOf(bytes), { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch (error) {
      if (error instanceof ShareRefusal) throw error;
      throw new ShareRefusal(`The file's part ${name} is neither in UTF-8 nor in UTF-16, or too large to be read.`);
    }
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  return first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

/** What is changed is written in UTF-8, and says so. */
function asUtf8(text: string): string {
  return text.replace(/^(\ufeff?<\?xml[^>]*?encoding\s*=\s*["'])utf-16(?:le|be)?(?=["'])/i, "$1UTF-8");
}

/** The text with characters that are given by their numbers, or cut up, as readers see them. */
function withoutDisguise(text: string): string {
  const plain = /<!/.test(text) ? text.replace(/<!--[^]*?-->|<!\[CDATA\[|\]\]>/g, "") : text;
  return /&#/.test(plain) ? xmlText(plain.replaceAll("<", "&lt;")) : plain;
}

function relationshipOf(tag: string, part: string): Relationship {
  const target = attribute(tag, "Target") ?? "";
  return {
    id: attribute(tag, "Id") ?? "",
    kind: (attribute(tag, "Type") ?? "").split("/").at(-1)!,
    target: attribute(tag, "TargetMode") === "External" ? undefined : partName(folderOf(part), target),
  };
}

export function relationshipsPart(part: string): string {
  const folder = folderOf(part);
  return `${folder}_rels/${part.slice(folder.length)}.rels`;
}

function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf("/") + 1);
}

/** "xl/worksheets/sheet1.xml" for "/xl/worksheets/sheet1.xml", or for "../worksheets/sheet1.xml" in "xl/charts/". */
function partName(folder: string, target: string): string {
  const steps: string[] = target.startsWith("/") ? [] : folder.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}
