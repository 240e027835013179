import { makeStyles, tokens } from "@fluentui/react-components";
import type { CSSProperties } from "react";

// What the charts share: sizes, colors that the theme adapts, and looks that stay apart without color.

/** Units of the drawing, which grows with the pane. */
export const WIDTH = 320;
export const HEIGHT = 150;
export const MARGIN = { top: 10, right: 8, bottom: 22, left: 40 } as const;
export const BASELINE = HEIGHT - MARGIN.bottom;
export const TICKS = 4;

const STROKES = [tokens.colorPaletteBlueBorderActive, tokens.colorPalettePumpkinBorderActive, tokens.colorPaletteForestBorderActive, tokens.colorPaletteGrapeBorderActive, tokens.colorPaletteCranberryBorderActive, tokens.colorPaletteTealBorderActive, tokens.colorNeutralForeground3];
const DASHES = ["none", "6 3", "2 3", "9 3 2 3", "1 2", "12 4", "4 2 1 2"];

/** Where colors are forced, ink is the system's text color; `--ink` carries the chart's own color otherwise. */
const FORCED = "@media (forced-colors: active)";

export const useChartStyles = makeStyles({
  figure: { margin: 0, display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalXS },
  unit: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  chart: { display: "block", width: "100%", height: "auto", overflow: "visible" },
  text: { fontSize: "11px", fontFamily: tokens.fontFamilyBase, fill: tokens.colorNeutralForeground2, fontVariantNumeric: "tabular-nums", [FORCED]: { fill: "CanvasText" } },
  grid: { stroke: tokens.colorNeutralStroke2, strokeWidth: 1, [FORCED]: { stroke: "GrayText", strokeWidth: 0.5 } },
  zero: { stroke: tokens.colorNeutralForeground3, strokeWidth: 1, [FORCED]: { stroke: "CanvasText" } },
  today: { stroke: tokens.colorNeutralForeground3, strokeWidth: 1, strokeDasharray: "2 3", [FORCED]: { stroke: "CanvasText" } },
  line: { fill: "none", stroke: "var(--ink)", strokeWidth: 1.75, strokeLinejoin: "round", [FORCED]: { stroke: "CanvasText" } },
  dot: { fill: "var(--ink)", [FORCED]: { fill: "CanvasText" } },
  more: { fill: tokens.colorPaletteBlueBorderActive, [FORCED]: { fill: "CanvasText" } },
  less: { fill: tokens.colorPalettePumpkinBorderActive, [FORCED]: { fill: "Canvas", stroke: "CanvasText", strokeWidth: 1 } },
  swatch: { width: "10px", height: "10px", flexShrink: 0, overflow: "visible" },
  legend: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalL, rowGap: tokens.spacingVerticalXXS, listStyleType: "none", margin: 0, padding: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  entry: { display: "inline-flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS, overflowWrap: "anywhere" },
  summary: { cursor: "pointer", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorBrandForeground1 },
  scroll: { overflow: "auto", maxHeight: "280px", marginBlockStart: tokens.spacingVerticalXS },
  table: { width: "100%", borderCollapse: "collapse", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontVariantNumeric: "tabular-nums" },
  head: { textAlign: "end", fontWeight: tokens.fontWeightSemibold, verticalAlign: "bottom", paddingBlock: tokens.spacingVerticalXXS, paddingInlineStart: tokens.spacingHorizontalS },
  rowHead: { textAlign: "start", fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2, paddingBlock: tokens.spacingVerticalXXS },
  cell: { textAlign: "end", paddingBlock: tokens.spacingVerticalXXS, paddingInlineStart: tokens.spacingHorizontalS, whiteSpace: "nowrap" },
});

/** Lines differ in color and in dashes. */
export function lookOf(index: number): CSSProperties {
  return { "--ink": STROKES[index % STROKES.length], strokeDasharray: DASHES[index % DASHES.length] } as CSSProperties;
}
