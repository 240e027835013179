import { mergeClasses } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { PortfolioPlan } from "../../planning/portfolio";
import { TermButton } from "../glossary";
import { useSettings } from "../settings";
import { usePlanStyles } from "./styles";

/** What a PH/s and day costs, from the fleet up to all in, with the credits of demand response and resale and without. */
export function Ladder({ plan: { company: { ladder, revenueUsd, phDays } } }: { plan: PortfolioPlan }): ReactElement {
  const shared = usePlanStyles();
  const { hashpriceFigure, unitFor } = useSettings();
  const title = `Cost of hashrate, ${unitFor("$/PH/day")}`;
  const heading = <caption className={mergeClasses(shared.headStart, shared.strong)}>{title}<TermButton id="hashcost" name="Cost of hashrate" /></caption>;
  if (!Number.isFinite(ladder.fleet)) return <p className={shared.small}>Nothing runs in this plan, so hashrate has no cost.</p>;
  const sum = (row: Float64Array): number => row.reduce((all, each) => all + each, 0);
  const credits = ladder.beforeCredits - ladder.fleet;
  const cash = ladder.fleet + ladder.corporate;
  const steps: readonly (readonly [label: string, value: number])[] = [
    ["Fleet: power, repairs, sites", ladder.fleet],
    ["+ overhead", cash],
    ["+ interest", cash + ladder.financing],
    ["+ depreciation: all in", ladder.allIn],
  ];
  return (
    <table className={shared.table} aria-label={title}>
      {heading}
      <thead><tr><th scope="col" className={shared.headStart}>Up to</th><th scope="col" className={shared.head}>With credits</th><th scope="col" className={shared.head}>Without</th></tr></thead>
      <tbody>
        {steps.map(([label, value], i) => (
          <tr key={label} className={shared.line}>
            <th scope="row" className={mergeClasses(shared.rowHead, i === steps.length - 1 && shared.strong)}>{label}</th>
            <td className={mergeClasses(shared.cell, i === steps.length - 1 && shared.strong)}>{hashpriceFigure(value)}</td>
            <td className={mergeClasses(shared.cell, i === steps.length - 1 && shared.strong)}>{hashpriceFigure(value + credits)}</td>
          </tr>
        ))}
        <tr className={shared.line}>
          <th scope="row" className={shared.rowHead}>Revenue, after fees</th>
          <td className={shared.cell}>{hashpriceFigure(sum(revenueUsd) / sum(phDays))}</td><td className={shared.cell} />
        </tr>
      </tbody>
    </table>
  );
}
