import { breakevenPowerPriceUsdKwh } from "../economics/breakeven";
import { miningRevenueUsd, powerCostUsd } from "../economics/unit-economics";
import { TH_PER_PH, W_PER_MW } from "../units/constants";
import { requireValid } from "./check-scenario";
import type { Machine, ScenarioInputs, SiteInputs } from "./scenario-inputs";
import { timeline, type TimelineMonth } from "./timeline";

/** What can be done with the site. Ties are decided in this order. */
export const ALTERNATIVES = ["keep", "upgrade", "shutdown"] as const;
export type Alternative = (typeof ALTERNATIVES)[number];

/** The machines that run under one alternative. */
export interface RunningFleet {
  readonly units: number;
  readonly hashratePhs: number;
  readonly efficiencyJth: number;
  /** MW at the meter while all machines run */
  readonly powerMw: number;
  /** power price at which today's margin is zero before fixed costs, $/kWh */
  readonly breakevenPowerPriceUsdKwh: number;
}

/** Cash of one alternative in one month, at month end; in month 0 at once. Revenue is positive, costs are negative. */
export interface CashRow {
  readonly revenueUsd: number;
  readonly powerUsd: number;
  readonly fixedOpexUsd: number;
  /** machines bought, month 0 only */
  readonly purchaseUsd: number;
  /** machines sold, month 0 only */
  readonly resaleUsd: number;
  readonly cashFlowUsd: number;
  readonly discountedUsd: number;
  readonly cumulativeDiscountedUsd: number;
}

/** One month with its market and the cash of every alternative. */
export interface ScenarioMonth extends TimelineMonth {
  readonly discountFactor: number;
  readonly cash: Readonly<Record<Alternative, CashRow>>;
}

/** When the candidate has earned its price back, counted against the better of not buying it. */
export interface Payback {
  /** months from the start, or "never" within the horizon */
  readonly months: number | "never";
  readonly against: "keep" | "shutdown";
}

export interface Recommendation {
  readonly best: Alternative;
  readonly runnerUp: Alternative;
  /** net present value of the best less that of the runner-up, $ */
  readonly gapUsd: number;
}

/** What {@link planScenario} finds. */
export interface ScenarioPlan {
  readonly fleets: Readonly<Record<"keep" | "upgrade", RunningFleet>>;
  /** months 0 (the start) to the horizon */
  readonly months: readonly ScenarioMonth[];
  /** net present value, $ */
  readonly npvUsd: Readonly<Record<Alternative, number>>;
  readonly payback: Payback;
  readonly recommendation: Recommendation;
}

/**
 * Cash flows and value of keeping a fleet, replacing it by a candidate, or shutting down and selling it.
 * Machines are counted whole and as many run as the site's power allows. Revenue and power follow formulas E1
 * and E2; flows fall at month end and are discounted at (1 + annual rate)^(1/12) − 1, those of month 0 not at all (E8).
 * @throws InputError naming every input that is out of range
 */
export function planScenario(inputs: ScenarioInputs): ScenarioPlan {
  requireValid(inputs);
  const { site, fleet, candidate, market, horizon } = inputs;
  const months = timeline(market, horizon);
  const today = months[0]!.hashpriceUsdPhDay;
  const keep = runningFleet(site, fleet.machine, Math.min(fleet.units, machinesThatFit(site, fleet.machine)), today);
  const upgrade = runningFleet(site, candidate.machine, machinesThatFit(site, candidate.machine), today);
  const purchaseUsd = -upgrade.hashratePhs * TH_PER_PH * candidate.landedPriceUsdTh;
  const resaleUsd = fleet.units * fleet.machine.hashrateThs * fleet.resaleUsdTh;
  const rateMonthly = (1 + horizon.discountRateAnnual) ** (1 / 12) - 1;

  const flows: Record<Alternative, CashRow[]> = {
    keep: cashRows(months, rateMonthly, site, keep, { purchaseUsd: 0, resaleUsd: 0 }),
    upgrade: cashRows(months, rateMonthly, site, upgrade, { purchaseUsd, resaleUsd }),
    shutdown: cashRows(months, rateMonthly, site, null, { purchaseUsd: 0, resaleUsd }),
  };
  const npvUsd = { keep: npv(flows.keep), upgrade: npv(flows.upgrade), shutdown: npv(flows.shutdown) };
  const against = npvUsd.keep >= npvUsd.shutdown ? "keep" : "shutdown";
  return {
    fleets: { keep, upgrade },
    months: months.map((month, i) => ({
      ...month,
      discountFactor: discountFactor(rateMonthly, month.month),
      cash: { keep: flows.keep[i]!, upgrade: flows.upgrade[i]!, shutdown: flows.shutdown[i]! },
    })),
    npvUsd,
    payback: { months: paybackMonths(flows.upgrade.map((row, i) => row.cashFlowUsd - flows[against][i]!.cashFlowUsd)), against },
    recommendation: recommend(npvUsd),
  };
}

/** Whole machines that the site's power can run: MW · 10^6 ÷ (W · PUE), rounded down. */
export function machinesThatFit(site: Pick<SiteInputs, "powerCapacityMw" | "pue">, machine: Machine): number {
  return Math.floor((site.powerCapacityMw * W_PER_MW) / (machine.powerW * site.pue));
}

/**
 * Months until the running total of the flows turns from negative to zero or more for the first time, as a straight line inside the month.
 * @param flowsUsd flows at the end of months 0, 1, 2 …
 */
export function paybackMonths(flowsUsd: readonly number[]): number | "never" {
  let totalUsd = 0;
  for (const [month, flowUsd] of flowsUsd.entries()) {
    totalUsd += flowUsd;
    if (totalUsd >= 0) return month === 0 ? 0 : month - totalUsd / flowUsd;
  }
  return "never";
}

function runningFleet(site: SiteInputs, machine: Machine, units: number, hashpriceUsdPhDay: number): RunningFleet {
  const hashratePhs = (units * machine.hashrateThs) / TH_PER_PH;
  const efficiencyJth = machine.powerW / machine.hashrateThs;
  return {
    units, hashratePhs, efficiencyJth,
    powerMw: (units * machine.powerW * site.pue) / W_PER_MW,
    breakevenPowerPriceUsdKwh: breakevenPowerPriceUsdKwh({ hashpriceUsdPhDay, poolFee: site.poolFee, efficiencyJth, pue: site.pue, otherUsdPhDay: 0 }),
  };
}

function cashRows(
  months: readonly TimelineMonth[], rateMonthly: number, site: SiteInputs, fleet: RunningFleet | null,
  atStart: { readonly purchaseUsd: number; readonly resaleUsd: number },
): CashRow[] {
  let cumulativeDiscountedUsd = 0;
  return months.map(({ month, days, hashpriceUsdPhDay }) => {
    const runs = fleet !== null && month > 0;
    const revenueUsd = runs ? miningRevenueUsd(hashpriceUsdPhDay, fleet.hashratePhs, days, site.uptime, site.poolFee) : 0;
    const powerUsd = runs ? -powerCostUsd(fleet.hashratePhs, fleet.efficiencyJth, site.powerPriceUsdKwh, days, site.pue, site.uptime) : 0;
    const fixedOpexUsd = runs ? 0 - site.fixedOpexUsdMonth : 0;
    const { purchaseUsd, resaleUsd } = month === 0 ? atStart : { purchaseUsd: 0, resaleUsd: 0 };
    const cashFlowUsd = revenueUsd + powerUsd + fixedOpexUsd + purchaseUsd + resaleUsd;
    const discountedUsd = cashFlowUsd * discountFactor(rateMonthly, month);
    cumulativeDiscountedUsd += discountedUsd;
    return { revenueUsd, powerUsd, fixedOpexUsd, purchaseUsd, resaleUsd, cashFlowUsd, discountedUsd, cumulativeDiscountedUsd };
  });
}

function discountFactor(rateMonthly: number, month: number): number {
  return 1 / (1 + rateMonthly) ** month;
}

function npv(rows: readonly CashRow[]): number {
  return rows.at(-1)!.cumulativeDiscountedUsd;
}

function recommend(npvUsd: Readonly<Record<Alternative, number>>): Recommendation {
  const [best, runnerUp] = [...ALTERNATIVES].sort((a, b) => npvUsd[b] - npvUsd[a]) as [Alternative, Alternative, Alternative];
  return { best, runnerUp, gapUsd: npvUsd[best] - npvUsd[runnerUp] };
}
