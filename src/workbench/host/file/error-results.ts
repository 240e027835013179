// The file writer has no error as the result of a formula. Such results are written as texts with a mark, and made errors afterwards.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** A character that no text of a workbook has. */
const MARK = "\uE0E5";
const MARKED = new RegExp(`<c ([^>]*?)t="str"([^>]*)>((?:<f[^>]*/>|<f[^>]*>[^<]*</f>))<v>${MARK}`, "g");

export function errorResult(code: string): string {
  return `${MARK}${code}`;
}

export function markErrors(file: Uint8Array): Uint8Array {
  const parts = unzipSync(file);
  let changed = false;
  for (const [path, bytes] of Object.entries(parts)) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(path)) continue;
    const xml = strFromU8(bytes);
    if (!xml.includes(MARK)) continue;
    parts[path] = strToU8(xml.replace(MARKED, '<c $1t="e"$2>$3<v>'));
    changed = true;
  }
  return changed ? zipSync(parts) : file;
}
