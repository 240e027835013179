import type { CellStyle } from "hucre/xlsx";
import { LOOKS, type Look, type LookFormat } from "../model-sheets";

/** Named with its size in every cell: a reader without it would fall back to a serif. */
export const DEFAULT_FONT = { name: "Calibri", size: 11 } as const;

const POINTS_PER_INCH = 72;
const PIXELS_PER_INCH = 96;
/** Pixels of a digit in the default font, which column widths are counted in. */
const DIGIT_PIXELS = 7;

/** A look and number format as an .xlsx style. */
function cellStyle(look: Look, format: string | undefined): CellStyle {
  const { bold, italic, size, fontColor, fillColor, align, wrap, indent, lineBelow }: LookFormat = LOOKS[look];
  return {
    font: { ...DEFAULT_FONT, ...(size && { size }), bold, italic, ...(fontColor && { color: { rgb: hexColor(fontColor) } }) },
    ...(fillColor && { fill: { type: "pattern", pattern: "solid", fgColor: { rgb: hexColor(fillColor) } } }),
    ...(lineBelow && { border: { bottom: { style: "thin", color: { rgb: hexColor(lineBelow) } } } }),
    ...((align ?? wrap ?? indent) && { alignment: { horizontal: align && ALIGNMENTS[align], wrapText: wrap, vertical: wrap && "top", indent } }),
    ...(format && { numFmt: format }),
  };
}

/** The styles of one file's cells, each made once. */
export function cellStyles(): typeof cellStyle {
  const styles = new Map<string, CellStyle>();
  return (look, format) => {
    const key = `${look} ${format ?? ""}`;
    const style = styles.get(key) ?? cellStyle(look, format);
    styles.set(key, style);
    return style;
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
