import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { FleetPlan } from "../../planning/portfolio";
import { useSettings } from "../settings";
import { usePlanStyles } from "./styles";

const useStyles = makeStyles({
  chosen: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  mark: { display: "block", color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  why: { textAlign: "start", color: tokens.colorNeutralForeground3 },
});

/** Every alternative with its worth in full, or why there is none. */
export function AlternativesTable({ fleet: { alternatives, chosen, runnerUp, fleetId } }: { fleet: FleetPlan }): ReactElement {
  const shared = usePlanStyles();
  const styles = useStyles();
  const { formatNumber } = useSettings();
  return (
    <table className={shared.table} aria-label={`Alternatives of ${fleetId}`}>
      <thead><tr><th scope="col" className={shared.headStart}>Alternative</th><th scope="col" className={shared.head}>NPV, $</th><th scope="col" className={shared.head}>$/MW-year</th></tr></thead>
      <tbody>
        {alternatives.map(({ label, available, npvUsd, usdPerMwYear, unavailableBecause }, a) => {
          const mark = a === chosen ? "recommended" : a === runnerUp ? "next" : undefined;
          const look = mergeClasses(shared.cell, shared.figure, a === chosen && styles.chosen);
          return (
            <tr key={label} className={shared.line}>
              <th scope="row" className={mergeClasses(shared.rowHead, a === chosen && styles.chosen)}>{label}{mark && <span className={styles.mark}>{mark}</span>}</th>
              {available ? (
                <><td className={look}>{formatNumber(npvUsd)}</td><td className={look}>{Number.isFinite(usdPerMwYear) ? formatNumber(usdPerMwYear) : "—"}</td></>
              ) : <td colSpan={2} className={mergeClasses(shared.cell, styles.why)}>{unavailableBecause}</td>}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
