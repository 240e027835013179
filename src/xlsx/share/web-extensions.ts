import type { Parts } from "./parts";
import { XmlTags, type Edit } from "./xml";

// What an add-in leaves in a file: task panes that open by themselves, and frames in drawings.

const EXTENSION = /^webextension/i;

/** Removes every part of web extensions, and what leads to them. @returns how many parts are gone */
export function removeWebExtensions(parts: Parts): number {
  const gone = new Set(parts.names().filter((name) => /(?:^|\/)webextensions\//i.test(name) && !/\/_rels\//i.test(name)));
  for (const name of parts.names()) {
    const owner = ownerOf(name);
    if (owner === undefined || gone.has(owner)) continue;
    const leading = parts.relationships(owner).filter(({ kind, target }) => EXTENSION.test(kind) || (target !== undefined && gone.has(target)));
    if (leading.length === 0) continue;
    for (const { target } of leading) if (target !== undefined && parts.has(target)) gone.add(target);
    if (owner !== "") withoutFrames(parts, owner);
    const ids = new Set(leading.map(({ id }) => id));
    parts.removeRelationships(owner, ({ id }) => ids.has(id));
  }
  const pictures = [...gone].flatMap((name) => parts.relationships(name).flatMap(({ target }) => (target !== undefined && !gone.has(target) ? [target] : [])));
  for (const name of gone) parts.remove(name);
  const needed = new Set(parts.names().flatMap((name) => {
    const owner = ownerOf(name);
    return owner === undefined ? [] : parts.relationships(owner).map(({ target }) => target);
  }));
  for (const picture of pictures) if (parts.has(picture) && !needed.has(picture)) parts.remove(picture);
  return gone.size;
}

/** The part whose relationships a part holds: "" for the package. */
function ownerOf(name: string): string | undefined {
  const found = /^(.*?)_rels\/([^/]*)\.rels$/.exec(name);
  return found ? found[1]! + found[2]! : undefined;
}

/** A frame with an add-in in a drawing gives way to the picture that stands in for it. */
function withoutFrames(parts: Parts, drawing: string): void {
  const text = parts.text(drawing);
  const tags = new XmlTags(text, drawing);
  const edits: Edit[] = [];
  while (tags.next()) {
    if (tags.name !== "AlternateContent" || tags.kind !== "open") continue;
    const { start, end: inside } = tags;
    const until = tags.skip();
    const content = text.slice(inside, until);
    if (!/:webextensionref\b/.test(content)) continue;
    const fallback = /<(\w+:)?Fallback\b[^>]*>([^]*)<\/\1?Fallback>/.exec(content)?.[2] ?? "";
    edits.push({ start, end: tags.end, text: fallback });
  }
  parts.edit(drawing, edits);
}
