import type { ReactElement } from "react";
import { useMarketStyles } from "./styles";

interface Props {
  /** what the table is about, for those who cannot see the chart above it */
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly month: string; readonly cells: readonly string[] }[];
}

/** The figures of a chart, folded away. */
export function MonthTable({ caption, columns, rows }: Props): ReactElement {
  const styles = useMarketStyles();
  return (
    <details>
      <summary className={styles.summary}>{caption} as a table</summary>
      <div className={styles.scroll} role="region" aria-label={caption} tabIndex={0}>
        <table className={styles.table}>
          <thead><tr><th scope="col" className={styles.corner}>Month</th>{columns.map((name) => <th key={name} scope="col" className={styles.head}>{name}</th>)}</tr></thead>
          <tbody>
            {rows.map(({ month, cells }) => <tr key={month}><th scope="row" className={styles.rowHead}>{month}</th>{cells.map((text, i) => <td key={columns[i]} className={styles.cell}>{text}</td>)}</tr>)}
          </tbody>
        </table>
      </div>
    </details>
  );
}
