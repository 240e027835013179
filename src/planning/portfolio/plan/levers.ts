import type { Candidate, Fleet, Portfolio, Site } from "../document";
import type { MarketPath } from "../market-path";
import { allSiteMonths } from "./plan-portfolio";
import type { FleetPlan } from "./result";
import type { SiteMonths } from "./site-months";

// Inputs of a plan that can be moved one at a time: for the distance to flip, and for sensitivities.

/** What a plan is made from. */
export interface PlanBasis {
  readonly portfolio: Portfolio;
  readonly path: MarketPath;
  /** of the portfolio's sites, in their order */
  readonly sites: readonly SiteMonths[];
}

/** An input that can be moved. */
export interface Lever {
  /** "Power price" */
  readonly input: string;
  /** the site or fleet that it belongs to; undefined where there is none */
  readonly of: string | undefined;
  readonly unit: string;
  readonly today: number;
  /** beyond it a value is none: 1 for shares */
  readonly largest: number;
  /** fleets whose own figures it moves */
  readonly concerns: (fleet: FleetPlan) => boolean;
  /** the same with the input so many times as large as it is there */
  readonly move: (from: PlanBasis, factor: number) => PlanBasis;
}

export function basisOf(portfolio: Portfolio, path: MarketPath): PlanBasis {
  return { portfolio, path, sites: allSiteMonths(portfolio, path) };
}

const everyone = (): boolean => true;

/** Inputs that bear on single fleets: market, discount rate, candidates, resale, and power, uptime and fixed costs of sites. */
export function leversOf({ portfolio: { finance, fleets, candidates, sites, market }, sites: siteRows }: PlanBasis): Lever[] {
  return withValue([
    { input: "BTC price", of: undefined, unit: "$", today: market.start.btcPriceUsd, largest: Infinity, concerns: everyone, move: (from, k) => inMarket({ ...from, path: dearer(from.path, k) }, k) },
    {
      input: "Discount rate", of: undefined, unit: "share a year", today: finance.discountRateAnnual, largest: 2, concerns: everyone,
      move: (from, k) => changed(from, ({ finance: now }) => ({ finance: { ...now, discountRateAnnual: now.discountRateAnnual * k } })),
    },
    ...candidates.map((candidate, c): Lever => ({
      input: `Price of ${candidate.id}`, of: undefined, unit: "$/TH", today: candidate.priceUsdTh, largest: Infinity, concerns: everyone,
      move: (from, k) => changed(from, (now) => ({ candidates: at(now.candidates, c, (each): Candidate => ({ ...each, priceUsdTh: each.priceUsdTh * k })) })),
    })),
    ...fleets.map((fleet, f): Lever => ({
      input: "Resale price", of: fleet.id, unit: "$/TH", today: fleet.resale.priceUsdTh, largest: Infinity, concerns: ({ fleetId }) => fleetId === fleet.id,
      move: (from, k) => changed(from, (now) => ({ fleets: at(now.fleets, f, (each): Fleet => ({ ...each, resale: { ...each.resale, priceUsdTh: each.resale.priceUsdTh * k } })) })),
    })),
    ...sites.flatMap((site, s): Lever[] => {
      const own = { of: site.id, concerns: ({ siteId }: FleetPlan): boolean => siteId === site.id };
      return [
        { ...own, input: "Power price", unit: "$/kWh", today: meanPriceUsdKwh(siteRows[s]!), largest: Infinity, move: (from, k) => ({ ...from, sites: at(from.sites, s, (rows) => withPowerPrice(rows, k)) }) },
        { ...own, input: "Uptime", unit: "share of time", today: site.uptime, largest: 1, move: (from, k) => atSite(from, s, (each) => ({ ...each, uptime: each.uptime * k }), (rows) => ({ ...rows, runShare: scaled(rows.runShare, k) })) },
        { ...own, input: "Fixed costs", unit: "$/month", today: site.fixedOpexUsdMonth, largest: Infinity, move: (from, k) => atSite(from, s, (each) => ({ ...each, fixedOpexUsdMonth: each.fixedOpexUsdMonth * k })) },
      ];
    }),
  ]);
}

/** Inputs of the company as a whole: difficulty, overhead, and those of several sites or fleets in one. */
export function companyLeversOf({ portfolio: { finance, market } }: PlanBasis, single: readonly Lever[]): Lever[] {
  const named = (input: string): readonly Lever[] => single.filter((each) => each.input === input);
  return withValue([
    { input: "Difficulty", of: undefined, unit: "difficulty", today: market.start.difficulty, largest: Infinity, concerns: everyone, move: (from, k) => ({ ...from, path: harder(from.path, k) }) },
    {
      input: "Overhead", of: undefined, unit: "$/month", today: finance.overheadUsdMonth, largest: Infinity, concerns: everyone,
      move: (from, k) => changed(from, ({ finance: now }) => ({ finance: { ...now, overheadUsdMonth: now.overheadUsdMonth * k } })),
    },
    ...together(named("Power price"), "all sites"), ...together(named("Uptime"), "all sites"), ...together(named("Resale price"), "all fleets"),
  ]);
}

/** One lever for several of a kind; none where there is one at most. Its value today is their mean. */
function together(levers: readonly Lever[], of: string): Lever[] {
  const [first] = levers;
  if (!first || levers.length === 1) return [];
  const today = levers.reduce((sum, each) => sum + each.today, 0) / levers.length;
  return [{
    input: first.input, of, unit: first.unit, today, largest: today * Math.min(...levers.map((each) => each.largest / each.today)), concerns: everyone,
    move: (from, k) => levers.reduce((now, lever) => lever.move(now, k), from),
  }];
}

/** A share of nothing is nothing. */
function withValue(levers: readonly Lever[]): Lever[] {
  return levers.filter(({ today }) => today > 0);
}

/** The same market at another BTC price, before difficulty follows. */
function dearer(path: MarketPath, factor: number): MarketPath {
  return { ...path, months: path.months.map((month) => ({ ...month, btcPriceUsd: month.btcPriceUsd * factor, hashpriceUsdPhDay: month.hashpriceUsdPhDay * factor })) };
}

/** The same prices and blocks at another difficulty. */
function harder(path: MarketPath, factor: number): MarketPath {
  return {
    ...path,
    months: path.months.map((month) => ({
      ...month, difficulty: month.difficulty * factor, difficultyEnd: month.difficultyEnd * factor, hashrateEhs: month.hashrateEhs * factor, hashpriceUsdPhDay: month.hashpriceUsdPhDay / factor,
    })),
  };
}

/** The price on the market date, which bitcoin held and pledged is worth. */
function inMarket(from: PlanBasis, factor: number): PlanBasis {
  return changed(from, ({ market }) => ({ market: { ...market, start: { ...market.start, btcPriceUsd: market.start.btcPriceUsd * factor } } }));
}

function changed(from: PlanBasis, change: (portfolio: Portfolio) => Partial<Portfolio>): PlanBasis {
  return { ...from, portfolio: { ...from.portfolio, ...change(from.portfolio) } };
}

function atSite(from: PlanBasis, s: number, change: (site: Site) => Site, changeRows: (rows: SiteMonths) => SiteMonths = (rows) => rows): PlanBasis {
  const sites = at(from.portfolio.sites, s, change);
  return { ...from, portfolio: { ...from.portfolio, sites }, sites: at(from.sites, s, (rows) => ({ ...changeRows(rows), site: sites[s]! })) };
}

function at<T>(list: readonly T[], index: number, change: (entry: T) => T): readonly T[] {
  return list.map((each, i) => (i === index ? change(each) : each));
}

/** All that is paid for a kWh, as far as it is drawn. */
function withPowerPrice(rows: SiteMonths, factor: number): SiteMonths {
  return { ...rows, tariffUsdKwh: scaled(rows.tariffUsdKwh, factor), tariffWeight: scaled(rows.tariffWeight, factor), nameplateUsdKwh: scaled(rows.nameplateUsdKwh, factor) };
}

function scaled(row: Float64Array, factor: number): Float64Array {
  return row.map((value) => value * factor);
}

/** Mean price of a kWh in month 1. */
function meanPriceUsdKwh({ tariffUsdKwh, tariffWeight, meanBinUsdKwh, nameplateUsdKwh }: SiteMonths): number {
  return tariffUsdKwh[1]! + tariffWeight[1]! * meanBinUsdKwh[1]! + nameplateUsdKwh[1]!;
}
