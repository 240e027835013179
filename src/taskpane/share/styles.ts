import { makeStyles, tokens } from "@fluentui/react-components";

/** What the parts of the share screen share, beside what all screens share. */
export const useShareStyles = makeStyles({
  // The tabs stay above what is scrolled to.
  section: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalS, scrollMarginTop: "48px" },
  sentence: { display: "block", color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  radio: { alignItems: "flex-start" },
  running: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", columnGap: tokens.spacingHorizontalS, alignItems: "center" },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalXXS, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: "anywhere" },
  table: { width: "100%", borderCollapse: "collapse", fontSize: tokens.fontSizeBase300, fontVariantNumeric: "tabular-nums" },
  changes: { margin: 0, display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalXS, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: "anywhere" },
  changed: { color: tokens.colorNeutralForeground2 },
  change: { margin: 0, fontVariantNumeric: "tabular-nums" },
  label: { textAlign: "start", fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2, paddingBlock: tokens.spacingVerticalXXS },
  figure: { textAlign: "end", paddingBlock: tokens.spacingVerticalXXS, whiteSpace: "nowrap" },
});
