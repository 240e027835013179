import { Field, makeStyles, mergeClasses, Radio, RadioGroup, Subtitle2, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { PortfolioPlan } from "../../planning/portfolio";
import { useSettings } from "../settings";
import { usePortfolio, valueAt, withValue } from "../store";
import type { Planned } from "../worker";
import { chosenOf, type MoneyUnit } from "./shown";
import { usePlanStyles } from "./styles";

const useStyles = makeStyles({
  column: { minWidth: "68px" },
  label: { overflowWrap: "break-word" },
  first: { position: "sticky", left: 0, backgroundColor: tokens.colorNeutralBackground1, minWidth: "92px", overflowWrap: "break-word" },
  turned: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
});

/** Fleets listed; more do not fit beside each other. */
const MOST_FLEETS = 40;

/** The named scenarios side by side, and which of them decides. */
export function ScenarioSection({ planned, unit }: { planned: Planned; unit: MoneyUnit }): ReactElement {
  const shared = usePlanStyles();
  const { draft, edit } = usePortfolio();
  const deciding = valueAt(draft, ["market", "scenarioId"]);
  const { scenarios } = planned.portfolio.market;
  const choose = (id: string): void => edit(`Deciding scenario: ${id}`, (at) => withValue(at, ["market", "scenarioId"], id));
  return (
    <section className={shared.section} aria-label="Scenarios">
      <Subtitle2 as="h2" className={shared.heading}>Scenarios</Subtitle2>
      {scenarios.length > 1 && (
        <Field label="The scenario that decides" hint="An input of the portfolio: undo takes it back.">
          <RadioGroup layout="horizontal" value={typeof deciding === "string" ? deciding : ""} onChange={(_, { value }) => choose(value)}>
            {scenarios.map(({ id }) => <Radio key={id} value={id} label={id} />)}
          </RadioGroup>
        </Field>
      )}
      {planned.insights ? <SideBySide planned={planned} unit={unit} plans={planned.insights.scenarios} /> : <p className={shared.small}>With so many fleets the scenarios are planned one at a time: choose another that decides, and plan again.</p>}
    </section>
  );
}

function SideBySide({ planned, unit, plans }: { planned: Planned; unit: MoneyUnit; plans: readonly { readonly scenarioId: string; readonly plan: PortfolioPlan }[] }): ReactElement {
  const shared = usePlanStyles();
  const styles = useStyles();
  const { hashpriceFigure, unitFor } = useSettings();
  const fleets = planned.plan.fleets.slice(0, MOST_FLEETS);
  const rows: readonly { readonly label: string; readonly show: (plan: PortfolioPlan) => string; readonly wrong?: (plan: PortfolioPlan) => boolean }[] = [
    { label: `NPV, ${unit.label}`, show: ({ company }) => unit.show(company.npvUsd) },
    { label: `Over keeping, ${unit.label}`, show: ({ company }) => unit.signed(company.againstKeep.npvUsd) },
    { label: `Lowest cash, ${unit.label}`, show: ({ company }) => unit.show(Math.min(...company.cashUsd)), wrong: ({ company }) => Math.min(...company.cashUsd) < 0 },
    { label: "Cash lasts, months", show: ({ company: { runwayMonths }, months }) => (runwayMonths === "beyond the plan" ? `${months.length}+` : String(runwayMonths)), wrong: ({ company }) => company.runwayMonths !== "beyond the plan" },
    { label: `Last hashprice, ${unitFor("$/PH/day")}`, show: ({ months }) => hashpriceFigure(months.at(-1)!.hashpriceUsdPhDay) },
  ];
  return (
    <div className={shared.scroll} role="region" aria-label="Scenarios side by side" tabIndex={0}>
      <table className={shared.table}>
        <thead><tr><th scope="col" className={mergeClasses(shared.headStart, styles.first)}>Figure</th>{plans.map(({ scenarioId }) => <th key={scenarioId} scope="col" className={mergeClasses(shared.head, styles.column)}>{scenarioId}{scenarioId === planned.plan.scenarioId && <span className={shared.small} style={{ display: "block" }}>decides</span>}</th>)}</tr></thead>
        <tbody>
          {rows.map(({ label, show, wrong }) => (
            <tr key={label} className={shared.line}>
              <th scope="row" className={mergeClasses(shared.rowHead, styles.first)}>{label}</th>
              {plans.map(({ scenarioId, plan }) => <td key={scenarioId} className={mergeClasses(shared.cell, shared.figure, wrong?.(plan) && shared.wrong)}>{show(plan)}</td>)}
            </tr>
          ))}
          {fleets.map((fleet, f) => (
            <tr key={fleet.fleetId} className={shared.line}>
              <th scope="row" className={mergeClasses(shared.rowHead, styles.first)}>{fleet.fleetId}</th>
              {plans.map(({ scenarioId, plan }) => {
                const { label } = chosenOf(plan.fleets[f]!);
                return <td key={scenarioId} className={mergeClasses(shared.cell, styles.label, label !== chosenOf(fleet).label && styles.turned)}>{label}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {planned.plan.fleets.length > MOST_FLEETS && <p className={shared.small}>The first {MOST_FLEETS} of {planned.plan.fleets.length} fleets.</p>}
    </div>
  );
}
