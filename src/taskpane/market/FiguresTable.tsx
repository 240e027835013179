import { mergeClasses } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { LiveMarket } from "../../market/live";
import { Term, type TermId } from "../glossary";
import { useSettings, type Formats } from "../settings";
import { hashpriceOf, type StartFigures } from "./market-start";
import { change, count, difficulty, fees, hashprice, price } from "./shown";
import { useMarketStyles } from "./styles";

const ROWS: readonly { readonly label: string; readonly term?: TermId; readonly unit?: string; readonly value: (figures: StartFigures) => number | undefined; readonly show: (value: number, formats: Formats) => string }[] = [
  { label: "Hashprice", term: "hashprice", unit: "$/PH/day", value: hashpriceOf, show: hashprice },
  { label: "BTC price", value: ({ btcPriceUsd }) => btcPriceUsd, show: price },
  { label: "Difficulty", term: "difficulty", value: (figures) => figures.difficulty, show: difficulty },
  { label: "Fees per block", term: "fees", value: ({ feesBtcPerBlock }) => feesBtcPerBlock, show: fees },
  { label: "Block height", term: "halving", value: ({ height }) => height, show: count },
];
/** A change of these says nothing. */
const WITHOUT_CHANGE = ["Block height"];
const MISSING = "—";

/** The figures in use and, beside them, those that were fetched. */
export function FiguresTable({ inUse, fetched }: { inUse: StartFigures; fetched?: LiveMarket }): ReactElement {
  const styles = useMarketStyles();
  const formats = useSettings();
  return (
    <table className={mergeClasses(styles.table, styles.fixed)}>
      <thead>
        <tr>
          <th scope="col" className={styles.corner}>Figure</th>
          <th scope="col" className={styles.head}>In use</th>
          {fetched && <th scope="col" className={styles.head}>Fetched</th>}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row" className={styles.rowHead}>Day</th>
          <td className={styles.cell}>{inUse.date ?? MISSING}</td>
          {fetched && <td className={styles.cell}>{fetched.date}</td>}
        </tr>
        {ROWS.map(({ label, term, unit, value, show }) => {
          const [before, after] = [value(inUse), fetched && value(fetched)];
          return (
            <tr key={label}>
              <th scope="row" className={styles.rowHead}>{term ? <Term id={term}>{label}</Term> : label}{unit && <span className={styles.changed}>{formats.unitFor(unit)}</span>}</th>
              <td className={styles.cell}>{before === undefined ? MISSING : show(before, formats)}</td>
              {fetched && (
                <td className={styles.cell}>
                  {after === undefined ? MISSING : show(after, formats)}
                  {before !== undefined && after !== undefined && before > 0 && !WITHOUT_CHANGE.includes(label) && <span className={styles.changed}>{change(before, after)}</span>}
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
