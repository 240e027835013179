import { LOOKS, type LookFormat, type Sheet } from "../model-sheets";

// Of texts on several lines Excel finds the height of a row itself; LibreOffice and previews take what the file says.

/** Of a character in bold, mean, points. */
const CHARACTER_WIDTH = 6;
const LINE_HEIGHT = 15;

/** Heights in points of the rows that need more than one line, by index. */
export function rowHeights({ rows, columnWidths }: Sheet): Map<number, { readonly height: number }> {
  const heights = new Map<number, { readonly height: number }>();
  rows.forEach((row, r) => {
    let lines = 1;
    row.forEach((cell, c) => {
      const look: LookFormat | undefined = cell ? LOOKS[cell.look] : undefined;
      if (look?.wrap && typeof cell?.content === "string") lines = Math.max(lines, linesOf(cell.content, columnWidths[c]! / CHARACTER_WIDTH));
    });
    if (lines > 1) heights.set(r, { height: lines * LINE_HEIGHT });
  });
  return heights;
}

function linesOf(text: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const { length } of text.split(" ")) {
    if (used > 0 && used + 1 + length > width) {
      lines++;
      used = length;
    } else used += (used > 0 ? 1 : 0) + length;
  }
  return lines;
}
