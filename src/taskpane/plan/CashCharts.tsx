import type { ReactElement } from "react";
import { useSettings } from "../settings";
import type { Planned } from "../worker";
import { flowNames, type MoneyUnit } from "./shown";
import { WithCharts } from "./WithCharts";

/** Cash with the treasury month by month, and the free cash flow. */
export function CashCharts({ planned: { plan, portfolio }, unit }: { planned: Planned; unit: MoneyUnit }): ReactElement {
  const { formatNumber } = useSettings();
  const names = flowNames(plan);
  const { cashUsd, btcBalance, debtUsd, freeCashFlowUsd } = plan.company;
  const priceUsd = (t: number): number => (t === 0 ? portfolio.market.start.btcPriceUsd : plan.months[t - 1]!.btcPriceUsd);
  const holds = btcBalance.some((btc) => btc > 0);
  const lines = [
    { name: "Cash", values: [...cashUsd] },
    ...(holds ? [{ name: "Cash and bitcoin", values: [...cashUsd].map((usd, t) => usd + btcBalance[t]! * priceUsd(t)) }] : []),
    ...(debtUsd.some((usd) => usd > 0) ? [{ name: "Debt", values: [...debtUsd] }] : []),
  ];
  const ends = lines.map(({ name, values }) => `${name} from ${unit.show(values[0]!)} to ${unit.show(values.at(-1)!)}, lowest ${unit.show(Math.min(...values))}`).join("; ");
  const flows = [...freeCashFlowUsd];
  const sums = flows.slice(1).reduce((sum, each) => sum + each, 0);
  return (
    <WithCharts>
      {({ LinesChart, ColumnsChart }) => (
        <>
          <LinesChart
            title={holds ? "Cash and treasury" : "Cash"} unit={`${unit.label}, end of month`} description={`${ends}, in ${unit.label}. The figures are in the table below.`}
            categories={names} lines={lines} tick={unit.tick}
            table={{ columns: ["Month", ...lines.map(({ name }) => name), ...(holds ? ["BTC"] : [])], rows: names.map((name, t) => ({ name, cells: [...lines.map(({ values }) => unit.show(values[t]!)), ...(holds ? [formatNumber(btcBalance[t]!, 1)] : [])] })) }}
          />
          <ColumnsChart
            title="Free cash flow" unit={`${unit.label} a month`} description={`Free cash flow in ${unit.label}: ${unit.show(flows[0]!)} at the start, ${unit.show(sums)} in the months after it together. The figures are in the table below.`}
            categories={names} values={flows} tick={unit.tick}
            table={{ columns: ["Month", unit.label], rows: names.map((name, t) => ({ name, cells: [unit.show(flows[t]!)] })) }}
          />
        </>
      )}
    </WithCharts>
  );
}
