import type { Portfolio } from "../../planning/portfolio";
import { FORMATS } from "../looks";

/** A figure of the book by its key. */
export interface Figure {
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  readonly format?: string;
}

/** What an investor asks of the plan as a whole. */
export function planFigures({ finance: { debts } }: Portfolio): readonly Figure[] {
  return [
    { key: "coPresent", label: "Net present value of free cash flow", unit: "$", format: FORMATS.usd },
    { key: "coExtraPresent", label: "Against keeping every fleet", unit: "$", format: FORMATS.usd },
    { key: "coIrr", label: "Return against keeping (IRR)", unit: "a year", format: FORMATS.percent },
    { key: "coPayback", label: "Payback against keeping", unit: "months", format: FORMATS.decimals },
    { key: "coMoic", label: "Received per dollar paid (MOIC)", unit: "ratio", format: FORMATS.decimals },
    { key: "coEbitda", label: "EBITDA of all months", unit: "$", format: FORMATS.usd },
    { key: "totalPurchase", label: "Machines and infrastructure bought", unit: "$", format: FORMATS.usd },
    { key: "coRunway", label: "Runway: cash lasts", unit: "months", format: FORMATS.whole },
    { key: "coCashLowest", label: "Lowest cash at a month's end", unit: "$", format: FORMATS.usd },
    ...(debts.length === 0 ? [] : [
      { key: "coDscrLowest", label: "Lowest debt service cover (DSCR)", unit: "ratio", format: FORMATS.decimals },
      { key: "coBreach", label: "Months with a covenant broken", unit: "months", format: FORMATS.whole },
    ]),
    { key: "coMined", label: "Bitcoin mined", unit: "BTC", format: FORMATS.btcMined },
    { key: "coEhs", label: "Hashrate that runs, mean", unit: "EH/s", format: FORMATS.ratio },
    { key: "coJth", label: "Efficiency at the meter, mean", unit: "J/TH", format: FORMATS.decimals },
    { key: "coMeanMw", label: "Power drawn, mean", unit: "MW", format: FORMATS.decimals },
    { key: "coPowerPrice", label: "Power price, net of demand response", unit: "$/kWh", format: FORMATS.usdKwh },
    { key: "coBtcAllIn", label: "Cost of a bitcoin, all in", unit: "$/BTC", format: FORMATS.usd },
  ];
}

/** The cost ladder, from the lowest rung up, and what stands against it. */
export const LADDER: readonly Figure[] = [
  { key: "coLadderPower", label: "Power" },
  { key: "coLadderFleet", label: "Fleet" },
  { key: "coLadderCash", label: "+ overhead" },
  { key: "coLadderService", label: "+ interest" },
  { key: "coLadderAllIn", label: "All in" },
  { key: "coLadderRevenue", label: "Revenue" },
].map((rung) => ({ ...rung, unit: "$/PH/day", format: FORMATS.decimals }));

/** Figures of the page that stand above it once more, one a column, with their units. */
export const HEADLINES: readonly { readonly key: string; readonly label: string; readonly format: string }[] = [
  { key: "coPresent", label: "NPV ($)", format: FORMATS.usd },
  { key: "coExtraPresent", label: "Over keeping all ($)", format: FORMATS.usd },
  { key: "coRunway", label: "Runway (months)", format: FORMATS.whole },
  { key: "coIrr", label: "IRR (a year)", format: FORMATS.percent },
  { key: "coPayback", label: "Payback (months)", format: FORMATS.decimals },
  { key: "coCashLowest", label: "Lowest cash ($)", format: FORMATS.usd },
  { key: "coMoic", label: "MOIC (ratio)", format: FORMATS.decimals },
  { key: "coLadderAllIn", label: "All-in cost ($/PH/day)", format: FORMATS.decimals },
];
