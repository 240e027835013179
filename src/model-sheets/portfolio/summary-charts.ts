import { ALTERNATIVE_COLORS } from "../looks";
import type { Chart, SheetRange } from "../workbook";
import type { Report } from "./summary-grid";

/** First and last row of what the page's charts show, and of the charts themselves. */
export interface ChartRows {
  readonly from: number;
  readonly to: number;
  readonly ladder: readonly [number, number];
  readonly breakeven: readonly [number, number];
}

const WHOLE_MILLIONS_FROM_USD = 10e6;

/** Cash month by month, breakeven power prices, cost ladder: side by side. */
export function summaryCharts({ book, plan, portfolio }: Report, sheet: string, { from, to, ladder, breakeven }: ChartRows): Chart[] {
  const own = (column: string, [first, last]: readonly [number, number]): SheetRange => ({ sheet, address: `${column}${first}:${column}${last}` });
  const place = (left: string, right: string): Pick<Chart, "topLeft" | "bottomRight"> => ({ topLeft: `${left}${from}`, bottomRight: `${right}${to}` });
  const money = portfolio.finance.treasury.policy === "sellAll" ? "coCashClose" : "coLiquid";
  const highest = plan.company.cashUsd.reduce((most, cash) => Math.max(most, Math.abs(cash)), 0);
  const millions = highest >= WHOLE_MILLIONS_FROM_USD ? "#,##0,," : "#,##0.0,,";
  return [
    {
      kind: "line", name: "Cash", title: "Cash and free cash flow ($ million)", categories: book.timeline("month"), categoryTitle: "Month", valueTitle: "$ million", valueFormat: millions,
      series: [
        { name: "Cash at month's end", values: book.timeline("coCashClose"), color: ALTERNATIVE_COLORS.keep },
        ...(money === "coLiquid" ? [{ name: "with bitcoin held", values: book.timeline(money), color: ALTERNATIVE_COLORS.upgrade }] : []),
        { name: "Free cash flow", values: book.timeline("coFree"), color: ALTERNATIVE_COLORS.shutdown },
      ],
      ...place("A", "C"),
    },
    {
      kind: "bar", name: "Breakeven", title: "Breakeven power price ($/kWh)", categories: own("E", breakeven), categoryTitle: "", valueTitle: "$/kWh", valueFormat: "0.000",
      series: [{ name: "At the meter, month 1", values: own("G", breakeven), color: ALTERNATIVE_COLORS.upgrade }],
      ...place("D", "F"),
    },
    {
      kind: "column", name: "Cost ladder", title: "Cost ladder and revenue ($/PH/day)", categories: own("E", ladder), categoryTitle: "", valueTitle: "$/PH/day", valueFormat: "0",
      series: [{ name: "Over all PH-days of the plan", values: own("G", ladder), color: ALTERNATIVE_COLORS.keep }],
      ...place("G", "H"),
    },
  ];
}
