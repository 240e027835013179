import { parseA1Ref } from "@borgar/fx/xlsx";
import type { Parts } from "./parts";
import { columnOf } from "./sheet-cells";
import { attribute, XmlTags } from "./xml";

/** What a sheet takes on paper, in points. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** Points of a character of a column's width, and of a row that says nothing. */
const POINTS_PER_CHARACTER = 5.25;
const ROW_POINTS = 15;
const COLUMN_CHARACTERS = 9;

/**
 * The size of a sheet's cells, or of its print area, drawings included.
 * @param area "$A$1:$H$40" of the sheet; undefined for all that is used
 */
export function pageSize(parts: Parts, part: string, area: string | undefined): PageSize {
  const tags = new XmlTags(parts.text(part), part);
  let [top, left] = [0, 0];
  let { bottom, right } = drawingCorner(parts, part);
  const columns: { from: number; to: number; width: number }[] = [];
  const heights = new Map<number, number>();
  let row = -1;
  while (tags.next()) {
    if (tags.kind === "close") continue;
    const { tag, name, depth } = tags;
    if (name === "col" && depth === 2) columns.push({ from: Number(attribute(tag, "min")) - 1, to: Number(attribute(tag, "max")) - 1, width: attribute(tag, "hidden") === "1" ? 0 : Number(attribute(tag, "width") ?? COLUMN_CHARACTERS) * POINTS_PER_CHARACTER });
    else if (name === "row" && depth === 2) {
      row = Number(attribute(tag, "r") ?? row + 2) - 1;
      const height = attribute(tag, "hidden") === "1" ? 0 : Number(attribute(tag, "ht") ?? ROW_POINTS);
      if (height !== ROW_POINTS) heights.set(row, height);
    } else if (name === "c" && depth === 3) {
      bottom = Math.max(bottom, row);
      right = Math.max(right, columnOf(attribute(tag, "r")) ?? 0);
    }
  }
  const parsed = area === undefined ? undefined : parseA1Ref(area);
  if (parsed && "range" in parsed) {
    top = parsed.range.top ?? top;
    left = parsed.range.left ?? left;
    bottom = parsed.range.bottom ?? bottom;
    right = parsed.range.right ?? right;
  }
  let [width, height] = [(right - left + 1) * COLUMN_CHARACTERS * POINTS_PER_CHARACTER, (bottom - top + 1) * ROW_POINTS];
  for (const { from, to, width: each } of columns) width += Math.max(0, Math.min(to, right) - Math.max(from, left) + 1) * (each - COLUMN_CHARACTERS * POINTS_PER_CHARACTER);
  for (const [at, each] of heights) if (at >= top && at <= bottom) height += each - ROW_POINTS;
  return { width, height };
}

/** The last row and column that a chart or picture covers. */
function drawingCorner(parts: Parts, part: string): { bottom: number; right: number } {
  const drawing = parts.relationships(part).find(({ kind }) => kind === "drawing")?.target;
  const corner = { bottom: 0, right: 0 };
  if (drawing === undefined || !parts.has(drawing)) return corner;
  for (const [, column, row] of parts.text(drawing).matchAll(/<(?:\w+:)?to>\s*<(?:\w+:)?col>(\d+)<[^]*?<(?:\w+:)?row>(\d+)</g)) {
    corner.right = Math.max(corner.right, Number(column));
    corner.bottom = Math.max(corner.bottom, Number(row));
  }
  return corner;
}
