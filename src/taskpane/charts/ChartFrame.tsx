import type { ReactElement, ReactNode } from "react";
import { useChartStyles } from "./looks";

/** The figures of a chart as texts. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[];
}

/** What every chart has beside its figures. */
export interface ChartTexts {
  readonly title: string;
  /** "M$" */
  readonly unit: string;
  /** read out in place of the drawing */
  readonly description: string;
  readonly table: ChartTable;
}

interface Props extends ChartTexts {
  readonly legend?: readonly { readonly name: string; readonly swatch: ReactElement }[];
  readonly height: number;
  readonly width: number;
  readonly children: ReactNode;
}

/** A drawing with its title, legend, and the figures in a table that can be opened. */
export function ChartFrame({ title, unit, description, table, legend = [], width, height, children }: Props): ReactElement {
  const styles = useChartStyles();
  return (
    <figure className={styles.figure}>
      <figcaption><strong>{title}</strong> <span className={styles.unit}>{unit}</span></figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={description} className={styles.chart}>{children}</svg>
      {legend.length > 1 && <ul className={styles.legend}>{legend.map(({ name, swatch }) => <li key={name} className={styles.entry}>{swatch}{name}</li>)}</ul>}
      <details>
        <summary className={styles.summary}>{title} as a table</summary>
        <div className={styles.scroll} role="region" aria-label={`${title}, figures`} tabIndex={0}>
          <table className={styles.table}>
            <thead><tr>{table.columns.map((name, i) => <th key={name} scope="col" className={i === 0 ? styles.rowHead : styles.head}>{name}</th>)}</tr></thead>
            <tbody>
              {table.rows.map(({ name, cells }) => (
                <tr key={name}><th scope="row" className={styles.rowHead}>{name}</th>{cells.map((text, i) => <td key={table.columns[i + 1]} className={styles.cell}>{text}</td>)}</tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
