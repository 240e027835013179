import type { CellStyle } from "hucre/xlsx";
import type { CellFormat } from "../store";

type Borders = NonNullable<CellFormat["borders"]>;
type Border = NonNullable<Borders[keyof Borders]>;

/** A cell's look as an .xlsx style. */
export function cellStyle({ numberFormat, bold, italic, underline, fontName, fontSize, fontColor, fillColor, horizontalAlignment, verticalAlignment, wrapText, indentLevel, borders }: CellFormat): CellStyle {
  return {
    font: { name: fontName ?? "Calibri", size: fontSize ?? 11, bold, italic, ...(underline && { underline: true }), ...(fontColor && fontColor !== "#000000" && { color: rgb(fontColor) }) },
    ...(fillColor && { fill: { type: "pattern", pattern: "solid", fgColor: rgb(fillColor) } }),
    alignment: {
      ...(horizontalAlignment && horizontalAlignment !== "General" && { horizontal: HORIZONTAL[horizontalAlignment] }),
      ...(verticalAlignment && verticalAlignment !== "Bottom" && { vertical: VERTICAL[verticalAlignment] }),
      ...(wrapText && { wrapText }),
      ...(indentLevel && { indent: indentLevel }),
    },
    ...(borders && { border: { top: side(borders.EdgeTop), bottom: side(borders.EdgeBottom), left: side(borders.EdgeLeft), right: side(borders.EdgeRight) } }),
    ...(numberFormat && numberFormat !== "General" && { numFmt: numberFormat }),
  };
}

/** Whether a blank cell of this format looks as if it had none. */
export function isPlain({ numberFormat, fillColor, borders }: CellFormat): boolean {
  return (numberFormat ?? "General") === "General" && !fillColor && Object.values(borders ?? {}).every(({ style }) => style === "None");
}

const HORIZONTAL = { Left: "left", Center: "center", Right: "right" } as const;
const VERTICAL = { Top: "top", Center: "center" } as const;
const WEIGHTS = { Thin: "thin", Medium: "medium", Thick: "thick" } as const;

function side(border: Border | undefined): NonNullable<CellStyle["border"]>["top"] {
  if (!border || border.style === "None") return undefined;
  return { style: border.style === "Double" ? "double" : WEIGHTS[border.weight], color: rgb(border.color) };
}

/** Of "#RRGGBB". */
export function rgb(color: string): { rgb: string } {
  return { rgb: color.slice(1) };
}
