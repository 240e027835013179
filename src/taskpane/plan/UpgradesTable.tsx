import { makeStyles, mergeClasses } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { AlternativePlan, Portfolio, UpgradeFigures } from "../../planning/portfolio";
import { TermButton, type TermId } from "../glossary";
import { useSettings, type Formats } from "../settings";
import { paybackText, ratioText, shareText } from "./shown";
import { usePlanStyles } from "./styles";

const ROWS: readonly { readonly label: string; readonly term?: TermId; readonly show: (upgrade: UpgradeFigures, priceUsdTh: number, formats: Formats) => string }[] = [
  { label: "New machines", show: ({ units }, _, f) => f.formatNumber(units) },
  { label: "Old ones kept", show: ({ oldUnitsKept }, _, f) => f.formatNumber(oldUnitsKept) },
  { label: "Investment, $", term: "capex", show: ({ investmentUsd }, _, f) => f.formatNumber(investmentUsd) },
  { label: "Payback", term: "payback", show: ({ paybackMonths }, _, f) => paybackText(paybackMonths, f) },
  { label: "IRR a year", term: "irr", show: ({ irrAnnual }, _, f) => shareText(irrAnnual, f) },
  { label: "MOIC", term: "moic", show: ({ moic }, _, f) => ratioText(moic, f) },
  { label: "Asked, $/TH", show: (_, priceUsdTh, f) => f.formatNumber(priceUsdTh, 2) },
  { label: "Worth paying, $/TH", term: "worth", show: ({ worthUsdTh }, _, f) => (worthUsdTh > 0 ? f.formatNumber(worthUsdTh, 2) : "nothing") },
];

/** Words are not cut, however many upgrades stand beside them. */
const useStyles = makeStyles({ label: { overflowWrap: "normal" } });

/** More upgrades are scrolled to. */
const MOST_BESIDE = 3;

/** What each upgrade costs and returns, against keeping. */
export function UpgradesTable({ portfolio, upgrades }: { portfolio: Portfolio; upgrades: readonly AlternativePlan[] }): ReactElement {
  const shared = usePlanStyles();
  const styles = useStyles();
  const formats = useSettings();
  const priceOf = ({ targetId }: AlternativePlan): number => portfolio.candidates.find(({ id }) => id === targetId)?.priceUsdTh ?? NaN;
  return (
    <div className={shared.scroll} {...(upgrades.length > MOST_BESIDE ? { role: "region", "aria-label": "Upgrades beside each other", tabIndex: 0 } : {})}>
      <table className={shared.table} aria-label="Upgrades against keeping">
        <thead><tr><th scope="col" className={shared.headStart}>Against keeping</th>{upgrades.map(({ targetId }) => <th key={targetId} scope="col" className={shared.head}>{targetId}</th>)}</tr></thead>
        <tbody>
          {ROWS.map(({ label, term, show }) => (
            <tr key={label}>
              <th scope="row" className={mergeClasses(shared.rowHead, styles.label)}>{label}{term && <>{" "}<TermButton id={term} name={label} /></>}</th>
              {upgrades.map((each) => <td key={each.targetId} className={mergeClasses(shared.cell, shared.figure)}>{show(each.upgrade!, priceOf(each), formats)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
