import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { isoDay } from "../../units/dates";
import { Term } from "../glossary";
import { unbroken } from "../numbers";
import { useSettings } from "../settings";
import type { Planned } from "../worker";
import { change } from "./shown";
import { usePlanStyles } from "./styles";

const useStyles = makeStyles({ summary: { cursor: "pointer", color: tokens.colorBrandForeground1, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 } });

/** The network's coming adjustments beside how long cash lasts. */
export function ReliefClock({ planned }: { planned: Planned }): ReactElement | null {
  const shared = usePlanStyles();
  const styles = useStyles();
  const { formatNumber, restated } = useSettings();
  const clock = planned.insights?.reliefClock;
  if (!clock) return null;
  const { runwayMonths } = planned.plan.company;
  const out = runwayMonths === "beyond the plan" ? Infinity : (planned.plan.months[runwayMonths - 1]?.end ?? planned.plan.months[0]!.start);
  return (
    <div className={shared.card}>
      <Term id="relief-clock" name="Relief clock"><strong>Relief clock</strong></Term>
      <p className={shared.text}>{unbroken(restated(clock.sentence))}</p>
      {clock.adjustments.length > 0 && (
        <details>
          <summary className={styles.summary}>The next {clock.adjustments.length} adjustments of difficulty</summary>
          <table className={shared.table} aria-label="Next adjustments of difficulty">
            <thead><tr><th scope="col" className={shared.headStart}>Day</th><th scope="col" className={shared.head}>Block</th><th scope="col" className={shared.head}>Difficulty</th><th scope="col" className={shared.head}>Cash</th></tr></thead>
            <tbody>
              {clock.adjustments.map(({ date, height, change: share }) => (
                <tr key={height} className={shared.line}>
                  <th scope="row" className={mergeClasses(shared.rowHead, shared.figure)}>{isoDay(Math.floor(date))}</th>
                  <td className={shared.cell}>{formatNumber(height)}</td><td className={shared.cell}>{change(share)}</td>
                  <td className={mergeClasses(shared.cell, date > out && shared.wrong)}>{date > out ? "out" : "lasts"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </div>
  );
}
