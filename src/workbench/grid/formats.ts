// CellFormat (Office.js terms, points, "#RRGGBB") to and from Univer's style data.
import { BooleanNumber, BorderStyleTypes, HorizontalAlign, type IBorderStyleData, type IStyleData, type Nullable, VerticalAlign, WrapStrategy } from "@univerjs/core";
import type { CellFormat } from "../host/store";

export const GENERAL = "General";
const INDENT_PX = 9;
const PX_PER_POINT = 96 / 72;

type Borders = NonNullable<CellFormat["borders"]>;
type Edge = keyof Borders;
type Border = NonNullable<Borders[Edge]>;

const EDGES: readonly (readonly [Edge, "t" | "b" | "l" | "r"])[] = [["EdgeTop", "t"], ["EdgeBottom", "b"], ["EdgeLeft", "l"], ["EdgeRight", "r"]];
const HORIZONTAL = { General: HorizontalAlign.UNSPECIFIED, Left: HorizontalAlign.LEFT, Center: HorizontalAlign.CENTER, Right: HorizontalAlign.RIGHT } as const;
const VERTICAL = { Top: VerticalAlign.TOP, Center: VerticalAlign.MIDDLE, Bottom: VerticalAlign.BOTTOM } as const;
const WEIGHTS = { Thin: BorderStyleTypes.THIN, Medium: BorderStyleTypes.MEDIUM, Thick: BorderStyleTypes.THICK } as const;

export function toPoints(pixels: number): number {
  return pixels / PX_PER_POINT;
}

export function toPixels(points: number): number {
  return Math.round(points * PX_PER_POINT);
}

/** A style patch: only what the format names. `null` takes a property away. */
export function styleOf(format: CellFormat): IStyleData {
  const style: { [K in keyof IStyleData]: Nullable<IStyleData[K]> } = {};
  if (format.numberFormat !== undefined) style.n = format.numberFormat === GENERAL ? null : { pattern: format.numberFormat };
  if (format.bold !== undefined) style.bl = flag(format.bold);
  if (format.italic !== undefined) style.it = flag(format.italic);
  if (format.underline !== undefined) style.ul = { s: flag(format.underline) };
  if (format.fontName !== undefined) style.ff = format.fontName;
  if (format.fontSize !== undefined) style.fs = format.fontSize;
  if (format.fontColor !== undefined) style.cl = { rgb: format.fontColor };
  if (format.fillColor !== undefined) style.bg = format.fillColor === null ? null : { rgb: format.fillColor };
  if (format.horizontalAlignment !== undefined) style.ht = HORIZONTAL[format.horizontalAlignment];
  if (format.verticalAlignment !== undefined) style.vt = VERTICAL[format.verticalAlignment];
  if (format.wrapText !== undefined) style.tb = format.wrapText ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW;
  if (format.indentLevel !== undefined) style.pd = format.indentLevel === 0 ? null : { l: format.indentLevel * INDENT_PX };
  if (format.borders !== undefined) style.bd = Object.fromEntries(EDGES.filter(([edge]) => format.borders?.[edge]).map(([edge, key]) => [key, borderStyle(format.borders?.[edge] as Border)]));
  return style as IStyleData;
}

/** Every property of a cell's format, with Excel's defaults where the style says nothing. */
export function formatOf(style: Nullable<IStyleData>): CellFormat {
  return {
    numberFormat: style?.n?.pattern ?? GENERAL,
    bold: style?.bl === BooleanNumber.TRUE,
    italic: style?.it === BooleanNumber.TRUE,
    underline: style?.ul?.s === BooleanNumber.TRUE,
    fontName: style?.ff ?? "Calibri",
    fontSize: style?.fs ?? 11,
    fontColor: hexColor(style?.cl?.rgb) ?? "#000000",
    fillColor: hexColor(style?.bg?.rgb) ?? null,
    horizontalAlignment: keyOf(HORIZONTAL, style?.ht) ?? "General",
    verticalAlignment: keyOf(VERTICAL, style?.vt) ?? "Bottom",
    wrapText: style?.tb === WrapStrategy.WRAP,
    indentLevel: Math.round((style?.pd?.l ?? 0) / INDENT_PX),
    borders: Object.fromEntries(EDGES.map(([edge, key]) => [edge, border(style?.bd?.[key])])),
  };
}

function flag(on: boolean): BooleanNumber {
  return on ? BooleanNumber.TRUE : BooleanNumber.FALSE;
}

function keyOf<T extends Record<string, number>>(table: T, value: Nullable<number>): keyof T | undefined {
  return Object.keys(table).find((key) => table[key] === value);
}

function borderStyle({ style, color, weight }: Border): IBorderStyleData | null {
  if (style === "None") return null;
  return { s: style === "Double" ? BorderStyleTypes.DOUBLE : WEIGHTS[weight], cl: { rgb: color } };
}

function border(data: Nullable<IBorderStyleData>): Border {
  if (!data || data.s === BorderStyleTypes.NONE) return { style: "None", color: "#000000", weight: "Thin" };
  return { style: data.s === BorderStyleTypes.DOUBLE ? "Double" : "Continuous", color: hexColor(data.cl?.rgb) ?? "#000000", weight: keyOf(WEIGHTS, data.s) ?? "Thin" };
}

/** Univer's own palette writes "rgb(r,g,b)"; Office.js reads "#RRGGBB". */
function hexColor(color: Nullable<string>): string | undefined {
  if (!color) return undefined;
  const parts = /^rgba?\((\d+)\s*,\s*(\d+)\s*,\s*(\d+)/i.exec(color);
  return (parts ? `#${parts.slice(1, 4).map((part) => Number(part).toString(16).padStart(2, "0")).join("")}` : color).toUpperCase();
}
