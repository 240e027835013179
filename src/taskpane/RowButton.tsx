import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";

export const useRowStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none", display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalXS },
  item: { display: "flex", alignItems: "stretch", columnGap: tokens.spacingHorizontalXXS },
  row: { flexGrow: 1, minWidth: 0, width: "100%", height: "auto", justifyContent: "space-between", columnGap: tokens.spacingHorizontalS, textAlign: "start", fontWeight: tokens.fontWeightRegular, paddingBlock: tokens.spacingVerticalSNudge, paddingInline: tokens.spacingHorizontalM },
  text: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", flexGrow: 1, minWidth: 0 },
  name: { fontWeight: tokens.fontWeightSemibold, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  summary: { color: tokens.colorNeutralForeground3, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
});

/** A row of a list that opens what it names. */
export function RowButton({ onClick, className, children, entry }: { onClick: () => void; className?: string; children: ReactNode; entry?: number }): ReactElement {
  const styles = useRowStyles();
  return <Button className={mergeClasses(styles.row, className)} data-entry={entry} onClick={onClick}>{children}</Button>;
}
