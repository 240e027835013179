import { makeStyles, tokens } from "@fluentui/react-components";

/** What the parts of the plan screen share. */
export const usePlanStyles = makeStyles({
  screen: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gridTemplateRows: "1fr auto", minHeight: "calc(100vh - 37px)", maxWidth: "480px" },
  page: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", alignContent: "start", rowGap: tokens.spacingVerticalXL, padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXXL}` },
  section: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalS },
  heading: { margin: 0 },
  text: { color: tokens.colorNeutralForeground2, margin: 0 },
  small: { color: tokens.colorNeutralForeground3, margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  card: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalXS, padding: tokens.spacingHorizontalM, backgroundColor: tokens.colorNeutralBackground2, borderRadius: tokens.borderRadiusMedium },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  control: { minWidth: 0, width: "100%" },
  scroll: { overflowX: "auto" },
  table: { width: "100%", borderCollapse: "collapse", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontVariantNumeric: "tabular-nums" },
  head: { textAlign: "end", fontWeight: tokens.fontWeightSemibold, verticalAlign: "bottom", paddingBlock: tokens.spacingVerticalXS, paddingInlineStart: tokens.spacingHorizontalS },
  headStart: { textAlign: "start", fontWeight: tokens.fontWeightSemibold, verticalAlign: "bottom", paddingBlock: tokens.spacingVerticalXS },
  rowHead: { textAlign: "start", fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2, paddingBlock: tokens.spacingVerticalXXS, verticalAlign: "top", overflowWrap: "anywhere" },
  cell: { textAlign: "end", paddingBlock: tokens.spacingVerticalXXS, paddingInlineStart: tokens.spacingHorizontalS, verticalAlign: "top" },
  figure: { whiteSpace: "nowrap" },
  line: { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  strong: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  wrong: { color: tokens.colorPaletteRedForeground1 },
});
