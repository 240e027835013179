import type { Portfolio, PortfolioPlan } from "../../planning/portfolio";
import { HOURS_PER_DAY, KW_PER_MW } from "../../units/constants";
import type { BookLine } from "./book-line";
import { FORMATS } from "../looks";
import { planned } from "./checks-planned";
import type { Check } from "./checks-row";
import { series } from "./make-lines";
import type { Report } from "./summary-grid";

// Lines without a sum of their own, such as balances and ratios: the sheet of second routes adds their months up, and the sum is
// held against the planner's, so that a formula that was spoilt in any month is noticed.

interface MonthlyFigure {
  /** of the line */
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  /** what the planner has for a month, 0 for the start; no finite number where there is none */
  readonly of: (plan: PortfolioPlan, t: number) => number;
}

const PH_PER_EH = 1000;

/** A line for each of them, with the sum of its months. */
export function monthSumLines(portfolio: Portfolio): BookLine[] {
  return figuresOf(portfolio).map(({ key, label, unit }) => series(sumKey(key), `${label}, for its sum of all months`, unit, `=[${key}]`, FORMATS.decimals, { total: "sum" }));
}

export function monthSumChecks({ portfolio, plan }: Report): Check[] {
  return figuresOf(portfolio).map(({ key, label, unit, of }) => {
    const sum = plan.discountFactors.reduce((all, _, t) => all + (Number.isFinite(of(plan, t)) ? of(plan, t) : 0), 0);
    return planned(`${label}, sum of all months`, unit, FORMATS.decimals, sumKey(key), sum);
  });
}

export function sumKey(key: string): string {
  return `rtSum.${key}`;
}

/** What is taxed beyond operation and depreciation. */
function gain({ fleets }: PortfolioPlan, t: number): number {
  return fleets.reduce((all, { alternatives, chosen }) => {
    const { taxableUsd, revenueUsd, powerUsd, repairsUsd, switchingUsd, movingUsd, depreciationUsd } = alternatives[chosen]!.rows;
    return all + taxableUsd[t]! - [revenueUsd, powerUsd, repairsUsd, switchingUsd, movingUsd, depreciationUsd].reduce((sum, row) => sum + row[t]!, 0);
  }, 0);
}

function figuresOf({ market, finance, sites, fleets }: Portfolio): MonthlyFigure[] {
  const price = ({ months }: PortfolioPlan, t: number): number => (t === 0 ? market.start.btcPriceUsd : months[t - 1]!.btcPriceUsd);
  const hours = ({ months }: PortfolioPlan, t: number): number => (t === 0 ? NaN : months[t - 1]!.days * HOURS_PER_DAY);
  const meanMw = (plan: PortfolioPlan, t: number): number => plan.company.energyKwh[t]! / hours(plan, t) / KW_PER_MW;
  const connected = (plan: PortfolioPlan, t: number): number => plan.sites.reduce((all, { connectedMw }) => all + connectedMw[t]!, 0);
  return [
    { key: "coDebt", label: "Debt", unit: "$", of: ({ company }, t) => company.debtUsd[t]! },
    { key: "coLossesClose", label: "Losses carried forward", unit: "$", of: ({ company }, t) => company.lossesUsd[t]! },
    { key: "coBtcClose", label: "Bitcoin held", unit: "BTC", of: ({ company }, t) => company.btcBalance[t]! },
    { key: "coCashClose", label: "Cash", unit: "$", of: ({ company }, t) => company.cashUsd[t]! },
    { key: "coLiquid", label: "Cash and bitcoin", unit: "$", of: (plan, t) => plan.company.cashUsd[t]! + plan.company.btcBalance[t]! * price(plan, t) },
    { key: "coPledged", label: "Bitcoin pledged", unit: "BTC", of: (_, t) => finance.debts.reduce((all, { btcPledged, termMonths }) => all + (t <= termMonths ? btcPledged : 0), 0) },
    { key: "coEhs", label: "Hashrate that ran", unit: "EH/s", of: (plan, t) => (plan.company.phDays[t]! * HOURS_PER_DAY) / hours(plan, t) / PH_PER_EH },
    { key: "coJth", label: "Efficiency at the meter", unit: "J/TH", of: ({ company }, t) => company.energyKwh[t]! / company.phDays[t]! / HOURS_PER_DAY },
    { key: "coMeanMw", label: "Power drawn", unit: "MW", of: meanMw },
    { key: "coConnected", label: "Power connected", unit: "MW", of: connected },
    { key: "coCapacity", label: "Power that the sites may draw", unit: "MW", of: (plan, t) => plan.sites.reduce((all, { powerCapacityMw }) => all + powerCapacityMw[t]!, 0) },
    { key: "coGain", label: "Machines sold less their book value", unit: "$", of: gain },
    { key: "coUptime", label: "Uptime", unit: "share", of: (plan, t) => meanMw(plan, t) / connected(plan, t) },
    { key: "coPowerPrice", label: "Power price", unit: "$/kWh", of: ({ company }, t) => -company.powerUsd[t]! / company.energyKwh[t]! },
    ...(finance.debts.length === 0 ? [] : [{ key: "coDscr", label: "Debt service cover", unit: "ratio", of: ({ company }: PortfolioPlan, t: number) => company.dscr[t]! }]),
    ...finance.debts.map(({ id }, d) => ({ key: `coDebt${d + 1}Ltv`, label: `Loan to value of debt ${id}`, unit: "ratio", of: ({ company }: PortfolioPlan, t: number) => company.debts[d]!.ltv[t]! })),
    ...sites.flatMap(({ id }, s) => [
      { key: `s${s + 1}CapacityMw`, label: `Power capacity of ${id}`, unit: "MW", of: (plan: PortfolioPlan, t: number) => plan.sites[s]!.powerCapacityMw[t]! },
      { key: `s${s + 1}ConnectedMw`, label: `Power connected at ${id}`, unit: "MW", of: (plan: PortfolioPlan, t: number) => plan.sites[s]!.connectedMw[t]! },
    ]),
    ...fleets.map(({ id }, f) => ({
      key: `f${f + 1}MachineValue`, label: `Machines owned, ${id}`, unit: "$",
      of: ({ fleets: plans }: PortfolioPlan, t: number) => plans[f]!.alternatives[plans[f]!.chosen]!.rows.machineValueUsd[t]!,
    })),
  ];
}
