import type { CellStyle } from "hucre/xlsx";
import { LOOKS, type Look, type LookFormat } from "../model-sheets";

/** Named with its size in every cell: a reader without it would fall back to a serif. */
export const DEFAULT_FONT = { name: "Calibri", size: 11 } as const;

const POINTS_PER_INCH = 72;
const PIXELS_PER_INCH = 96;
/** Pixels of a digit in the default font, which column widths are counted in. */
const DIGIT_PIXELS = 7;

/** A look and number format as an .xlsx style. */
export function cellStyle(look: Look, format: string | undefined): CellStyle {
  const { bold, italic, size, fontColor, fillColor, align, indent, lineBelow }: LookFormat = LOOKS[look];
  return {
    font: { ...DEFAULT_FONT, ...(size && { size }), bold, italic, ...(fontColor && { color: { rgb: hexColor(fontColor) } }) },
    ...(fillColor && { fill: { type: "pattern", pattern: "solid", fgColor: { rgb: hexColor(fillColor) } } }),
    ...(lineBelow && { border: { bottom: { style: "thin", color: { rgb: hexColor(lineBelow) } } } }),
    ...((align ?? indent) && { alignment: { horizontal: align && ALIGNMENTS[align], indent } }),
    ...(format && { numFmt: format }),
  };
}

const ALIGNMENTS = { Left: "left", Center: "center", Right: "right" } as const;

/** "1F3864" for "#1F3864". */
export function hexColor(color: string): string {
  return color.slice(1);
}

/** A width in points as .xlsx counts it, in digits of the default font. */
export function columnWidth(points: number): number {
  return Math.round((points / POINTS_PER_INCH) * PIXELS_PER_INCH) / DIGIT_PIXELS;
}
