import type { Portfolio } from "../document";
import type { MarketPath } from "../market-path";
import { curtail, keep, meterMw, relocate, sell, shutdown, underclock, upgrade, type Evaluated, type FleetContext } from "./alternatives";
import { emptyRows, writeOffShares } from "./cash-flow";
import { companyPlan } from "./company";
import { bestOf, decide, isExit, type Decided } from "./decision";
import { plannedCandidate, plannedFleet } from "./machines-of-plan";
import type { AlternativePlan, ByMonth, FleetPlan, PortfolioPlan, UpgradeFigures } from "./result";
import { returnsAgainst } from "./returns";
import { MONTHS_PER_YEAR, siteMonths, type SiteMonths } from "./site-months";
import { sitePower } from "./site-power";

/** How much of a plan is kept. */
export interface PlanOptions {
  /** "chosen": monthly rows and upgrade figures only of keeping and of what may be chosen, for portfolios of thousands of fleets; other rows are empty */
  readonly rows?: "all" | "chosen";
  /** told how many of the fleets are planned */
  readonly onProgress?: (done: number, all: number) => void;
}

/**
 * Plans a portfolio under one market path: every alternative of every fleet, what to choose, and what the company then has.
 * @param portfolio as {@link readPortfolio} gives it
 * @param path of the portfolio's horizon
 * Source: docs/planning.md.
 */
export function planPortfolio(portfolio: Portfolio, path: MarketPath, options: PlanOptions = {}): PortfolioPlan {
  const { months } = path;
  const factors = discountFactors(portfolio, months.length);
  const siteRows = allSiteMonths(portfolio, path);
  const decided = decideFleets(portfolio, path, siteRows, options);
  return { scenarioId: path.scenarioId, months, discountFactors: factors, fleets: decided.fleets, ...companyPlan(portfolio, path, siteRows, decided, factors) };
}

export function allSiteMonths(portfolio: Portfolio, { months }: MarketPath): readonly SiteMonths[] {
  return portfolio.sites.map((site) => siteMonths(portfolio, site, months));
}

/** The fleets' part of {@link planPortfolio}. @param siteRows of the portfolio's sites */
export function decideFleets(portfolio: Portfolio, { months }: MarketPath, siteRows: readonly SiteMonths[], { rows = "all", onProgress }: PlanOptions = {}): Decided {
  const { finance } = portfolio;
  const rateMonthly = monthlyRate(portfolio);
  const factors = discountFactors(portfolio, months.length);
  const fleets = portfolio.fleets.map((fleet) => plannedFleet(portfolio, fleet, months));
  const candidates = portfolio.candidates.map((candidate) => plannedCandidate(portfolio, candidate, months));
  const power = sitePower(portfolio, siteRows, fleets, candidates);
  const homes = new Map(siteRows.map((each) => [each.site.id, each]));
  // Worth of writing one dollar of each candidate's cost off: what tax leaves of it.
  const afterTax = candidates.map(({ candidate }) => 1 - finance.taxRate * writeOffValue(writeOffShares(candidate.leadMonths, finance, factors.length), factors));

  const plans = fleets.map((fleet, f): FleetPlan => {
    const site = homes.get(fleet.fleet.siteId)!;
    const context: FleetContext = { fleet, site, slotW: power.slotsW[f]!, months, factors, finance };
    const kept = keep(context);
    const evaluated = [
      kept,
      ...[underclock(context)].filter((each) => each !== undefined),
      curtail(context),
      ...candidates.flatMap((candidate, c) => {
        const purchase = power.purchases[f]![c];
        return purchase ? [upgrade(context, purchase, c, candidate)] : [];
      }),
      ...power.moves[f]!.map((move) => relocate(context, move, move.site, siteRows[move.site]!)),
      shutdown(context, kept.rows),
      sell(context),
    ];
    const slotMw = meterMw(site, context.slotW, 1);
    const withoutUpgrade = Math.max(...evaluated.filter((each) => each.available && each.kind !== "upgrade").map(({ npvUsd }) => npvUsd));
    const figures = (each: Evaluated): UpgradeFigures | undefined => {
      const { bought } = each;
      if (!bought || each.target === undefined || !each.available) return undefined;
      const { duty, priceUsdTh } = candidates[each.target]!.candidate;
      return {
        units: bought.units, oldUnitsKept: each.keptUnits, investmentUsd: bought.costUsd, ...returnsAgainst(each.rows.cashFlowUsd, kept.rows.cashFlowUsd),
        worthUsdTh: priceUsdTh + (each.npvUsd - withoutUpgrade) / (bought.units * bought.machine.nameplateThs * (1 + duty) * afterTax[each.target]!),
      };
    };
    onProgress?.(f + 1, fleets.length);
    const retained = rows === "all" ? evaluated : [kept, bestOf(evaluated, () => true), bestOf(evaluated, ({ kind }) => isExit(kind))];
    return {
      fleetId: fleet.fleet.id, siteId: fleet.fleet.siteId, machineName: fleet.machine.name, slotMw, chosen: 0, runnerUp: undefined,
      alternatives: evaluated.map((each): AlternativePlan => ({
        kind: each.kind, ...named(portfolio, siteRows, each), available: each.available, unavailableBecause: each.because, npvUsd: each.npvUsd,
        usdPerMwYear: annualValue(each.npvUsd, rateMonthly, months.length) / slotMw,
        ...(retained.includes(each) ? { rows: each.rows, upgrade: figures(each) } : { rows: NO_ROWS, upgrade: undefined }),
      })),
    };
  });
  return decide(portfolio, plans, power.roomGranted, factors);
}

function monthlyRate({ finance }: Portfolio): number {
  return (1 + finance.discountRateAnnual) ** (1 / MONTHS_PER_YEAR) - 1;
}

function discountFactors(portfolio: Portfolio, months: number): ByMonth {
  const rate = monthlyRate(portfolio);
  return Float64Array.from({ length: months + 1 }, (_, t) => 1 / (1 + rate) ** t);
}

/** Equal yearly amounts, paid monthly, of the same value. */
function annualValue(npvUsd: number, rateMonthly: number, months: number): number {
  const monthly = rateMonthly === 0 ? npvUsd / months : (npvUsd * rateMonthly) / (1 - (1 + rateMonthly) ** -months);
  return monthly * MONTHS_PER_YEAR;
}

function writeOffValue(shares: ByMonth, factors: ByMonth): number {
  let value = 0;
  let left = 1;
  shares.forEach((share, t) => {
    value += share * factors[t]!;
    left -= share;
  });
  return value + left * factors[factors.length - 1]!;
}

function named(portfolio: Portfolio, sites: readonly SiteMonths[], { kind, target }: Evaluated): { readonly targetId: string | undefined; readonly label: string } {
  if (kind === "upgrade") return { targetId: portfolio.candidates[target!]!.id, label: `Upgrade to ${portfolio.candidates[target!]!.id}` };
  if (kind === "relocate") return { targetId: sites[target!]!.site.id, label: `Relocate to ${sites[target!]!.site.id}` };
  return { targetId: undefined, label: LABELS[kind] };
}

const NO_ROWS = emptyRows(0);

const LABELS = { keep: "Keep", underclock: "Underclock", curtail: "Curtail at strike", shutdown: "Shut down, may restart", sell: "Sell" } as const;
