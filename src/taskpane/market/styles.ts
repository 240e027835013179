import { makeStyles, tokens } from "@fluentui/react-components";

/** What the parts of the market screen share. */
export const useMarketStyles = makeStyles({
  page: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalXL, padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXXL}`, maxWidth: "480px", boxSizing: "border-box" },
  section: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalS },
  heading: { margin: 0 },
  text: { color: tokens.colorNeutralForeground2, margin: 0 },
  small: { color: tokens.colorNeutralForeground3, margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: "anywhere" },
  card: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalS, padding: tokens.spacingHorizontalM, backgroundColor: tokens.colorNeutralBackground2, borderRadius: tokens.borderRadiusMedium },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  control: { minWidth: 0, width: "100%" },
  table: { width: "100%", borderCollapse: "collapse", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontVariantNumeric: "tabular-nums" },
  fixed: { tableLayout: "fixed" },
  head: { textAlign: "end", fontWeight: tokens.fontWeightSemibold, paddingBlock: tokens.spacingVerticalXS, paddingInlineStart: tokens.spacingHorizontalS, verticalAlign: "bottom" },
  corner: { textAlign: "start", fontWeight: tokens.fontWeightSemibold, paddingBlock: tokens.spacingVerticalXS, verticalAlign: "bottom" },
  rowHead: { textAlign: "start", fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2, paddingBlock: tokens.spacingVerticalXXS, verticalAlign: "top" },
  cell: { textAlign: "end", paddingBlock: tokens.spacingVerticalXXS, paddingInlineStart: tokens.spacingHorizontalS, verticalAlign: "top", overflowWrap: "anywhere" },
  changed: { display: "block", color: tokens.colorNeutralForeground3 },
});
