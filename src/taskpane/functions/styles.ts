import { makeStyles, tokens } from "@fluentui/react-components";

/** What the views of the function browser share. */
export const useSharedStyles = makeStyles({
  page: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalL, padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXXL}`, maxWidth: "480px", boxSizing: "border-box" },
  heading: { margin: 0, overflowWrap: "anywhere", ":focus": { outlineStyle: "none" } },
  text: { color: tokens.colorNeutralForeground2, margin: 0 },
  small: { color: tokens.colorNeutralForeground3, margin: 0 },
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: "anywhere", whiteSpace: "pre-wrap" },
  block: { backgroundColor: tokens.colorNeutralBackground3, borderRadius: tokens.borderRadiusMedium, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, margin: 0 },
  card: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalS, padding: tokens.spacingHorizontalM, backgroundColor: tokens.colorNeutralBackground2, borderRadius: tokens.borderRadiusMedium },
  section: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalXS },
  wrong: { color: tokens.colorPaletteRedForeground1, margin: 0 },
  back: { justifySelf: "start", marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalM})` },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});
