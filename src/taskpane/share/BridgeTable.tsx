import type { ReactElement } from "react";
import type { HashpriceChange } from "../../xlsx/compare";
import { unbroken } from "../numbers";
import { usePlanStyles } from "../plan/styles";
import { useSettings } from "../settings";

/** From hashprice before to hashprice after, source by source, at several times. */
export function BridgeTable({ changes }: { changes: readonly HashpriceChange[] }): ReactElement {
  const plan = usePlanStyles();
  const { hashpriceFigure, unitFor } = useSettings();
  const step = (value: number): string => `${value > 0 ? "+" : ""}${hashpriceFigure(value)}`;
  const rows: readonly (readonly [string, (change: HashpriceChange) => string])[] = [
    [`Before, ${unitFor("$/PH/day")}`, ({ before }) => hashpriceFigure(before)],
    ["BTC price", ({ fromPrice }) => step(fromPrice)],
    ["Difficulty", ({ fromDifficulty }) => step(fromDifficulty)],
    ["Subsidy and fees", ({ fromReward }) => step(fromReward)],
    ["After", ({ after }) => hashpriceFigure(after)],
  ];
  return (
    <div className={plan.scroll} tabIndex={0} role="group" aria-label="Hashprice before and after">
      <table className={plan.table} aria-label="What hashprice's change comes from">
        <thead><tr><td />{changes.map(({ when }) => <th key={when} scope="col" className={plan.head}>{when === "On the market date" ? "Market date" : unbroken(when)}</th>)}</tr></thead>
        <tbody>{rows.map(([label, figure], row) => (
          <tr key={label} className={row === rows.length - 1 ? plan.line : undefined}>
            <th scope="row" className={plan.rowHead}>{label}</th>
            {changes.map((change) => <td key={change.when} className={plan.cell}>{figure(change)}</td>)}
          </tr>
        ))}</tbody>
      </table>
    </div>
  );
}
