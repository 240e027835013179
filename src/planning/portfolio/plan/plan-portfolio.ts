import type { Portfolio } from "../document";
import type { MarketPath } from "../market-path";
import { meterMw, type Evaluated } from "./alternatives";
import { copiedRows, emptyRows } from "./cash-flow";
import { addChosen, companyPlan, emptyTotals, type Totals } from "./company";
import { decideSite, type SiteDecision } from "./decision";
import { evaluateFleet, type FleetEvaluation } from "./evaluate-fleet";
import { planningOf, type Planning } from "./planning";
import type { AlternativePlan, FleetPlan, PortfolioPlan, UpgradeFigures } from "./result";
import { returnsAgainst } from "./returns";
import { MONTHS_PER_YEAR, siteMonths, type SiteMonths } from "./site-months";

/** How much of a plan is kept. */
export interface PlanOptions {
  /** "totals": for portfolios of thousands of fleets, no monthly rows and no upgrade figures of single fleets */
  readonly rows?: "all" | "totals";
  /** told how many of the sites are planned */
  readonly onProgress?: (done: number, all: number) => void;
}

/**
 * Plans a portfolio under one market path: every alternative of every fleet, what to choose, and what the company then has.
 * @param portfolio as {@link readPortfolio} gives it
 * @param path of the portfolio's horizon
 * Source: docs/planning.md.
 */
export function planPortfolio(portfolio: Portfolio, path: MarketPath, options: PlanOptions = {}): PortfolioPlan {
  const planning = planningOf(portfolio, path, allSiteMonths(portfolio, path));
  const { fleets, closures, totals } = decideFleets(planning, options);
  return { scenarioId: path.scenarioId, months: path.months, discountFactors: planning.factors, fleets, ...companyPlan(planning, closures, totals) };
}

export function allSiteMonths(portfolio: Portfolio, { months }: MarketPath): readonly SiteMonths[] {
  return portfolio.sites.map((site) => siteMonths(portfolio, site, months));
}

/** What the fleets of all sites do, and their sums. */
export function decideFleets(planning: Planning, { rows = "all", onProgress }: PlanOptions = {}): { readonly fleets: readonly FleetPlan[]; readonly closures: readonly SiteDecision[]; readonly totals: Totals } {
  const { portfolio, sites, scratch } = planning;
  const totals = emptyTotals(planning);
  const fleets: FleetPlan[] = [];
  const closures = sites.map((_, s) => {
    scratch.release();
    const evaluations = planning.fleetsAt[s]!.map((f) => evaluateFleet(planning, f));
    const decision = decideSite(planning, s, evaluations);
    evaluations.forEach((evaluation, i) => {
      const { chosen } = decision.choices[i]!;
      addChosen(totals, planning, evaluation, chosen);
      fleets[evaluation.fleet] = fleetPlan(planning, evaluation, decision.choices[i]!, rows === "all");
    });
    onProgress?.(s + 1, portfolio.sites.length);
    return decision;
  });
  return { fleets, closures, totals };
}

const NO_ROWS = emptyRows(0);

function fleetPlan(planning: Planning, { fleet: f, home, alternatives }: FleetEvaluation, { chosen, runnerUp }: { readonly chosen: number; readonly runnerUp: number | undefined }, whole: boolean): FleetPlan {
  const { portfolio, fleets, sites, power } = planning;
  const { fleet, machine } = fleets[f]!;
  const slotMw = meterMw(sites[home]!, power.slotsW[f]!, 1);
  return {
    fleetId: fleet.id, siteId: fleet.siteId, machineName: machine.name, slotMw, chosen, runnerUp,
    alternatives: alternatives.map((each): AlternativePlan => ({
      kind: each.kind, ...named(portfolio, each), available: each.available, unavailableBecause: each.because, npvUsd: each.npvUsd,
      usdPerMwYear: annualValue(each.npvUsd, planning) / slotMw,
      rows: whole && each.available ? copiedRows(each.rows) : NO_ROWS,
      upgrade: whole ? upgradeFigures(planning, alternatives, each) : undefined,
    })),
  };
}

function upgradeFigures({ candidates, afterTax }: Planning, alternatives: readonly Evaluated[], each: Evaluated): UpgradeFigures | undefined {
  const { bought, target } = each;
  if (!bought || target === undefined) return undefined;
  const without = Math.max(...alternatives.filter(({ available, kind }) => available && kind !== "upgrade").map(({ npvUsd }) => npvUsd));
  const { duty, priceUsdTh } = candidates[target]!.candidate;
  return {
    units: bought.units, oldUnitsKept: each.keptUnits, investmentUsd: bought.costUsd, ...returnsAgainst(each.rows.cashFlowUsd, alternatives[0]!.rows.cashFlowUsd),
    worthUsdTh: priceUsdTh + (each.npvUsd - without) / (bought.units * bought.machine.nameplateThs * (1 + duty) * afterTax[target]!),
  };
}

/** Equal yearly amounts, paid monthly, of the same value. */
function annualValue(npvUsd: number, { rateMonthly, path: { months } }: Planning): number {
  const monthly = rateMonthly === 0 ? npvUsd / months.length : (npvUsd * rateMonthly) / (1 - (1 + rateMonthly) ** -months.length);
  return monthly * MONTHS_PER_YEAR;
}

function named({ candidates, sites }: Portfolio, { kind, target }: Evaluated): { readonly targetId: string | undefined; readonly label: string } {
  if (kind === "upgrade") return { targetId: candidates[target!]!.id, label: `Upgrade to ${candidates[target!]!.id}` };
  if (kind === "relocate") return { targetId: sites[target!]!.id, label: `Relocate to ${sites[target!]!.id}` };
  return { targetId: undefined, label: LABELS[kind] };
}

const LABELS = { keep: "Keep", underclock: "Underclock", curtail: "Curtail at strike", shutdown: "Shut down, may restart", sell: "Sell" } as const;

