import { Caption1, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Outcome } from "../../functions/call";
import { CellError } from "../../functions/cell-error";
import { errorOf, shownValue } from "./shown";
import { useSharedStyles } from "./styles";

/** Rows of a table that are shown here; a sheet shows all. */
const MOST_ROWS = 8;

const useStyles = makeStyles({
  value: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums", overflowWrap: "anywhere" },
  frame: { overflowX: "auto" },
  table: { borderCollapse: "collapse", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  cell: { padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXXS} 0`, borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}` },
  number: { textAlign: "end" },
});

/** What a function gives: a value with its unit, a table, or its sentence where it refuses. */
export function ResultView({ result, unit }: { result: Outcome | Outcome[][]; unit: string }): ReactElement {
  const shared = useSharedStyles();
  const styles = useStyles();
  const error = errorOf(result);
  if (error) return <Caption1 as="p" block className={shared.wrong}>{error.code}{error.message && `: ${error.message}`}</Caption1>;
  if (!Array.isArray(result)) {
    return <div><span className={styles.value}>{shownValue(result)}</span>{unit && <> <Caption1 className={shared.small}>{unit}</Caption1></>}</div>;
  }
  const firstError = result.flat().find((value) => value instanceof CellError && value.message !== "");
  return (
    <div className={shared.section}>
      <div className={styles.frame} tabIndex={0} role="region" aria-label="Result table">
        <table className={styles.table}>
          <tbody>
            {result.slice(0, MOST_ROWS).map((row, r) => (
              <tr key={r}>{row.map((value, c) => <td key={c} className={mergeClasses(styles.cell, typeof value === "number" && styles.number)}>{shownValue(value)}</td>)}</tr>
            ))}
          </tbody>
        </table>
      </div>
      {result.length > MOST_ROWS && <Caption1 className={shared.small}>and {result.length - MOST_ROWS} more rows</Caption1>}
      {firstError instanceof CellError && <Caption1 as="p" block className={shared.wrong}>{firstError.code}: {firstError.message}</Caption1>}
    </div>
  );
}
