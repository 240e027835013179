import { mergeClasses } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Debt, DebtPlan } from "../../planning/portfolio";
import { Term, TermButton, type TermId } from "../glossary";
import { useSettings, type Formats } from "../settings";
import type { Planned } from "../worker";
import { flowNames, NONE } from "./shown";
import { usePlanStyles } from "./styles";

interface Covenant {
  readonly name: string;
  readonly term: TermId;
  readonly limit: string;
  /** the month's figure that is nearest to the limit or furthest beyond it */
  readonly worst: string;
  /** months in which it is broken */
  readonly broken: readonly number[];
}

/** Each loan's covenants with their worst month. */
export function Covenants({ planned }: { planned: Planned }): ReactElement | null {
  const shared = usePlanStyles();
  const formats = useSettings();
  const { finance: { debts } } = planned.portfolio;
  if (debts.length === 0) return null;
  const names = flowNames(planned.plan);
  return (
    <table className={shared.table} aria-label="Covenants">
      <caption className={mergeClasses(shared.headStart, shared.strong)}><Term id="covenant">Covenants</Term></caption>
      <thead><tr><th scope="col" className={shared.headStart}>Loan</th><th scope="col" className={shared.head}>Limit</th><th scope="col" className={shared.head}>Worst</th></tr></thead>
      <tbody>
        {debts.map((debt, d) => {
          const covenants = covenantsOf(debt, planned.plan.company.debts[d]!, planned.plan.company.dscr, formats);
          if (covenants.length === 0) return <tr key={debt.id} className={shared.line}><th scope="row" className={shared.rowHead}>{debt.id}</th><td colSpan={2} className={shared.cell}>no covenant</td></tr>;
          return covenants.map(({ name, term, limit, worst, broken }) => (
            <tr key={`${debt.id} ${name}`} className={shared.line}>
              <th scope="row" className={shared.rowHead}>
                {debt.id}, {name}<TermButton id={term} name={name} />
                <span className={mergeClasses(shared.small, broken.length > 0 && shared.wrong)} style={{ display: "block" }}>{broken.length === 0 ? "kept in every month" : `broken in ${broken.length} ${broken.length === 1 ? "month" : "months"}, first in month ${broken[0]}, ${names[broken[0]!]!}`}</span>
              </th>
              <td className={mergeClasses(shared.cell, shared.figure)}>{limit}</td>
              <td className={mergeClasses(shared.cell, shared.figure, broken.length > 0 && shared.wrong)}>{worst}</td>
            </tr>
          ));
        })}
      </tbody>
    </table>
  );
}

/** As the workbook's Company sheet counts them. A loan with a covenant on security that has none breaks it. */
function covenantsOf({ termMonths, minDscr, maxLtv }: Debt, { balanceUsd, ltv }: DebtPlan, dscr: Float64Array, { formatNumber }: Formats): readonly Covenant[] {
  const months = [...balanceUsd.keys()];
  const covenants: Covenant[] = [];
  if (minDscr !== undefined) {
    const due = months.filter((t) => t <= termMonths && !Number.isNaN(dscr[t]!));
    covenants.push({ name: "debt service cover", term: "dscr", limit: `${formatNumber(minDscr, 2)} at least`, worst: due.length > 0 ? formatNumber(Math.min(...due.map((t) => dscr[t]!)), 2) : NONE, broken: due.filter((t) => dscr[t]! < minDscr) });
  }
  if (maxLtv !== undefined) {
    const owed = months.filter((t) => t < termMonths && balanceUsd[t]! > 0);
    const unsecured = owed.some((t) => Number.isNaN(ltv[t]!));
    covenants.push({ name: "loan to value", term: "ltv", limit: `${formatNumber(maxLtv, 2)} at most`, worst: unsecured ? "no security" : owed.length > 0 ? formatNumber(Math.max(...owed.map((t) => ltv[t]!)), 2) : NONE, broken: owed.filter((t) => !(ltv[t]! <= maxLtv)) });
  }
  return covenants;
}
