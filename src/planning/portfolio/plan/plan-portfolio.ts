import type { Portfolio } from "../document";
import type { MarketPath } from "../market-path";
import { addAlternative, type Evaluated } from "./alternatives";
import { closedRows, emptyOpenRows } from "./cash-flow";
import { companyPlan } from "./company";
import { decideSite, type SiteDecision } from "./decision";
import { evaluateFleet, type FleetEvaluation } from "./evaluate-fleet";
import { fillRates } from "./machine-run";
import { meterMw } from "./operation";
import { planningOf, type Planning } from "./planning";
import type { AlternativePlan, AlternativeRows, FleetPlan, PortfolioPlan, ReturnFigures, UpgradeFigures } from "./result";
import { returnsAgainst } from "./returns";
import { Scratch } from "./scratch";
import { MONTHS_PER_YEAR, siteMonths, type SiteMonths } from "./site-months";
import { addChosen, addKept, emptyTotals, type Totals } from "./totals";

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
  const { portfolio, sites, candidates, market, scratch } = planning;
  const candidateRates = candidates.map(() => new Scratch(market.days.length).rates.next());
  const totals = emptyTotals(planning);
  const fleets: FleetPlan[] = [];
  const closures = sites.map((site, s) => {
    scratch.release();
    candidates.forEach((candidate, c) => fillRates(candidateRates[c]!, candidate, site, market));
    const evaluations = planning.fleetsAt[s]!.map((f) => evaluateFleet(planning, f, candidateRates));
    const decision = decideSite(planning, s, evaluations);
    addChosen(totals, planning, s, evaluations, decision.choices.map(({ chosen }) => chosen));
    evaluations.forEach((evaluation, i) => {
      addKept(totals, evaluation);
      fleets[evaluation.fleet] = fleetPlan(planning, evaluation, decision.choices[i]!, rows === "all");
    });
    onProgress?.(s + 1, portfolio.sites.length);
    return decision;
  });
  return { fleets, closures, totals };
}

function fleetPlan(planning: Planning, { context, alternatives }: FleetEvaluation, { chosen, runnerUp }: { readonly chosen: number; readonly runnerUp: number | undefined }, whole: boolean): FleetPlan {
  const { portfolio, factors: { length } } = planning;
  const { fleet: { fleet, set: { machine } }, slotW, home } = context;
  const slotMw = meterMw(slotW[1]!, home.months.pue[1]!);
  const { taxRate } = portfolio.finance;
  const rowsOf = (each: Evaluated): AlternativeRows => {
    if (!whole || !each.available) return NO_ROWS;
    const open = emptyOpenRows(length);
    addAlternative(open, context, each);
    return closedRows(open, taxRate);
  };
  const kept = rowsOf(alternatives[0]!);
  const yearly = yearlyShare(planning) / slotMw;
  return {
    fleetId: fleet.id, siteId: fleet.siteId, machineName: machine.name, slotMw, chosen, runnerUp,
    alternatives: alternatives.map((each, a): AlternativePlan => {
      const rows = a === 0 ? kept : rowsOf(each);
      return {
        kind: each.kind, targetId: targetOf(portfolio, each), label: labelOf(portfolio, each), available: each.available, unavailableBecause: each.because, npvUsd: each.npvUsd,
        usdPerMwYear: each.npvUsd * yearly, rows, upgrade: whole ? upgradeFigures(planning, alternatives, each, () => returnsAgainst(rows.cashFlowUsd, kept.cashFlowUsd)) : undefined,
      };
    }),
  };
}

const NO_ROWS = closedRows(emptyOpenRows(0), 0);

function upgradeFigures({ candidates, afterTax }: Planning, alternatives: readonly Evaluated[], each: Evaluated, against: () => ReturnFigures): UpgradeFigures | undefined {
  const { ownership, target } = each;
  if (!ownership?.bought || target === undefined) return undefined;
  const { bought, keptUnits } = ownership;
  const without = Math.max(...alternatives.filter(({ available, kind }) => available && kind !== "upgrade").map(({ npvUsd }) => npvUsd));
  const { duty, priceUsdTh } = candidates[target]!.candidate;
  return {
    units: bought.units, oldUnitsKept: keptUnits, investmentUsd: bought.costUsd, ...against(),
    worthUsdTh: priceUsdTh + (each.npvUsd - without) / (bought.units * bought.machine.set.nameplateThs * (1 + duty) * afterTax[target]!),
  };
}

/** Equal yearly amounts, paid monthly, for a dollar of value. */
function yearlyShare({ rateMonthly, path: { months } }: Planning): number {
  return MONTHS_PER_YEAR * (rateMonthly === 0 ? 1 / months.length : rateMonthly / (1 - (1 + rateMonthly) ** -months.length));
}

function targetOf({ candidates, sites }: Portfolio, { kind, target }: Evaluated): string | undefined {
  return kind === "upgrade" ? candidates[target!]!.id : kind === "relocate" ? sites[target!]!.id : undefined;
}

function labelOf({ candidates, sites }: Portfolio, { kind, target }: Evaluated): string {
  if (kind === "upgrade") return `Upgrade to ${candidates[target!]!.id}`;
  if (kind === "relocate") return `Relocate to ${sites[target!]!.id}`;
  return LABELS[kind];
}

const LABELS = { keep: "Keep", underclock: "Underclock", curtail: "Curtail at strike", shutdown: "Shut down, may restart", sell: "Sell" } as const;

