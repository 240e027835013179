import { Field, makeStyles, mergeClasses, Radio, RadioGroup, Subtitle2, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { PortfolioPlan } from "../../planning/portfolio";
import { useSettings } from "../settings";
import { usePortfolio, valueAt, withValue } from "../store";
import type { Planned } from "../worker";
import { chosenOf, type MoneyUnit } from "./shown";
import { usePlanStyles } from "./styles";

const useStyles = makeStyles({
  choice: { flexWrap: "wrap", overflowWrap: "anywhere" },
  more: { textAlign: "start", paddingInlineStart: 0, paddingBlock: `0 ${tokens.spacingVerticalXS}` },
});

/** Fleets that are named where a scenario decides otherwise. */
const MOST_FLEETS = 12;

/** The named scenarios side by side, and which of them decides. */
export function ScenarioSection({ planned, unit }: { planned: Planned; unit: MoneyUnit }): ReactElement {
  const shared = usePlanStyles();
  const styles = useStyles();
  const { draft, edit } = usePortfolio();
  const deciding = valueAt(draft, ["market", "scenarioId"]);
  const { scenarios } = planned.portfolio.market;
  const choose = (id: string): void => edit(`Deciding scenario: ${id}`, (at) => withValue(at, ["market", "scenarioId"], id));
  return (
    <section className={shared.section} aria-label="Scenarios">
      <Subtitle2 as="h2" className={shared.heading}>Scenarios</Subtitle2>
      {scenarios.length > 1 && (
        <Field label="The scenario that decides" hint="An input of the portfolio: undo takes it back.">
          <RadioGroup layout="horizontal" className={styles.choice} value={typeof deciding === "string" ? deciding : ""} onChange={(_, { value }) => choose(value)}>
            {scenarios.map(({ id }) => <Radio key={id} value={id} label={id} />)}
          </RadioGroup>
        </Field>
      )}
      {planned.insights ? <SideBySide planned={planned} unit={unit} plans={planned.insights.scenarios} /> : <p className={shared.small}>With so many fleets the scenarios are planned one at a time: choose another that decides, and plan again.</p>}
    </section>
  );
}

interface Scenario {
  readonly scenarioId: string;
  readonly plan: PortfolioPlan;
}

function SideBySide({ planned, unit, plans }: { planned: Planned; unit: MoneyUnit; plans: readonly Scenario[] }): ReactElement {
  const shared = usePlanStyles();
  return (
    <table className={shared.table} aria-label="Scenarios side by side">
      <thead>
        <tr>
          <th scope="col" className={shared.headStart}>Scenario</th>
          {[`NPV, ${unit.label}`, `Over keeping, ${unit.label}`, `Lowest cash, ${unit.label}`, "Cash lasts, months"].map((label) => <th key={label} scope="col" className={shared.head}>{label}</th>)}
        </tr>
      </thead>
      {plans.map((scenario) => <ScenarioRows key={scenario.scenarioId} scenario={scenario} deciding={planned.plan} unit={unit} />)}
    </table>
  );
}

function ScenarioRows({ scenario: { scenarioId, plan }, deciding, unit }: { scenario: Scenario; deciding: PortfolioPlan; unit: MoneyUnit }): ReactElement {
  const shared = usePlanStyles();
  const styles = useStyles();
  const { hashpriceFigure, unitFor } = useSettings();
  const { company: { npvUsd, againstKeep, cashUsd, runwayMonths }, months } = plan;
  const lowestUsd = Math.min(...cashUsd);
  const lasts = runwayMonths === "beyond the plan";
  const decides = scenarioId === deciding.scenarioId;
  return (
    <tbody className={shared.line}>
      <tr>
        <th scope="row" className={mergeClasses(shared.rowHead, decides && shared.strong)}>{scenarioId}</th>
        <td className={mergeClasses(shared.cell, shared.figure)}>{unit.show(npvUsd)}</td>
        <td className={mergeClasses(shared.cell, shared.figure)}>{unit.signed(againstKeep.npvUsd)}</td>
        <td className={mergeClasses(shared.cell, shared.figure, lowestUsd < 0 && shared.wrong)}>{unit.show(lowestUsd)}</td>
        <td className={mergeClasses(shared.cell, shared.figure, !lasts && shared.wrong)}>{lasts ? `${months.length}+` : runwayMonths}</td>
      </tr>
      <tr>
        <td colSpan={5} className={mergeClasses(shared.cell, shared.small, styles.more)}>
          Hashprice {hashpriceFigure(months.at(-1)!.hashpriceUsdPhDay)} {unitFor("$/PH/day")} at the end. {decides ? "This one decides." : turnedText(plan, deciding)}
        </td>
      </tr>
    </tbody>
  );
}

/** "S19: Upgrade to S21 XP, instead of Sell." */
function turnedText(plan: PortfolioPlan, deciding: PortfolioPlan): string {
  const turned = plan.fleets.map((fleet, f) => ({ fleetId: fleet.fleetId, label: chosenOf(fleet).label, before: chosenOf(deciding.fleets[f]!).label })).filter(({ label, before }) => label !== before);
  if (turned.length === 0) return "The same decisions.";
  const more = turned.length - MOST_FLEETS;
  return `${turned.slice(0, MOST_FLEETS).map(({ fleetId, label, before }) => `${fleetId}: ${label}, instead of ${before}`).join("; ")}${more > 0 ? `; and ${more} more ${more === 1 ? "fleet" : "fleets"}` : ""}.`;
}
