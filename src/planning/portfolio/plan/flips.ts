import type { Candidate, Fleet, Portfolio, Site } from "../document";
import type { MarketPath } from "../market-path";
import type { Flip } from "./insights";
import { allSiteMonths, decideFleets } from "./plan-portfolio";
import { planningOf } from "./planning";
import type { FleetPlan } from "./result";
import type { SiteMonths } from "./site-months";

// How far each recommendation is from another one: one input at a time is moved until it turns.

/** Changes that are looked at, outward; between two of them the turning point is found by halving. */
const CHANGES = [0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 0.9, 1.5, 3];
const HALVINGS = 12;
/** How many of the nearest are told. */
const TOLD = 3;

/** An input that can be moved. */
interface Lever {
  readonly input: string;
  readonly unit: string;
  readonly today: number;
  /** beyond it a value is none: 1 for shares */
  readonly largest: number;
  /** fleets that are asked about */
  readonly concerns: (fleet: FleetPlan) => boolean;
  readonly plan: (factor: number) => readonly FleetPlan[];
}

/**
 * The nearest changes of a single input that turn each fleet's recommendation, nearest first.
 * @param plans the fleets' plans as they are
 * @returns by fleet; empty where no change looked at turns it: down to −90 %, up to +300 %
 */
export function flipsOf(portfolio: Portfolio, path: MarketPath, plans: readonly FleetPlan[]): readonly (readonly Flip[])[] {
  const flips = plans.map((): Flip[] => []);
  for (const lever of leversOf(portfolio, path)) {
    for (const direction of [-1, 1]) {
      let before = 0;
      const open = new Set([...plans.keys()].filter((f) => lever.concerns(plans[f]!)));
      for (const size of CHANGES) {
        const change = direction * size;
        if (open.size === 0 || change <= -1 || lever.today * (1 + change) > lever.largest) break;
        const turned = lever.plan(1 + change);
        for (const f of open) {
          if (labelOf(turned[f]!) === labelOf(plans[f]!)) continue;
          open.delete(f);
          flips[f]!.push(turningPoint(lever, plans[f]!, f, before, change));
        }
        before = change;
      }
    }
  }
  return flips.map((each) => each.sort((a, b) => Math.abs(a.change) - Math.abs(b.change)).slice(0, TOLD));
}

function turningPoint(lever: Lever, plan: FleetPlan, f: number, same: number, other: number): Flip {
  let [near, far] = [same, other];
  let to = labelOf(lever.plan(1 + far)[f]!);
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (near + far) / 2;
    const label = labelOf(lever.plan(1 + middle)[f]!);
    if (label === labelOf(plan)) near = middle;
    else [far, to] = [middle, label];
  }
  return { input: lever.input, unit: lever.unit, at: lever.today * (1 + far), change: far, to };
}

function labelOf({ alternatives, chosen }: FleetPlan): string {
  return alternatives[chosen]!.label;
}

function leversOf(portfolio: Portfolio, path: MarketPath): Lever[] {
  const siteRows = allSiteMonths(portfolio, path);
  const run = (changed: Partial<Portfolio>, rows = siteRows, market = path): readonly FleetPlan[] => decideFleets(planningOf({ ...portfolio, ...changed }, market, rows), { rows: "totals" }).fleets;
  const everyone = (): boolean => true;
  const { finance, fleets, candidates, sites, market } = portfolio;
  const changedSite = (s: number, change: (site: Site) => Site): Partial<Portfolio> => ({ sites: sites.map((each, i) => (i === s ? change(each) : each)) });
  const changedRows = (s: number, change: (rows: SiteMonths) => SiteMonths): readonly SiteMonths[] => siteRows.map((each, i) => (i === s ? change(each) : each));
  const levers: Lever[] = [
    { input: "BTC price", unit: "$", today: market.start.btcPriceUsd, largest: Infinity, concerns: everyone, plan: (k) => run({}, siteRows, dearer(path, k)) },
    { input: "Discount rate", unit: "share a year", today: finance.discountRateAnnual, largest: 2, concerns: everyone, plan: (k) => run({ finance: { ...finance, discountRateAnnual: finance.discountRateAnnual * k } }) },
    ...candidates.map((candidate, c): Lever => ({
      input: `Price of ${candidate.id}`, unit: "$/TH", today: candidate.priceUsdTh, largest: Infinity, concerns: everyone,
      plan: (k) => run({ candidates: candidates.map((each, i): Candidate => (i === c ? { ...each, priceUsdTh: each.priceUsdTh * k } : each)) }),
    })),
    ...fleets.map((fleet, f): Lever => ({
      input: "Resale price", unit: "$/TH", today: fleet.resale.priceUsdTh, largest: Infinity, concerns: ({ fleetId }) => fleetId === fleet.id,
      plan: (k) => run({ fleets: fleets.map((each, i): Fleet => (i === f ? { ...each, resale: { ...each.resale, priceUsdTh: each.resale.priceUsdTh * k } } : each)) }),
    })),
    ...sites.flatMap((site, s): Lever[] => {
      const concerns = ({ siteId }: FleetPlan): boolean => siteId === site.id;
      return [
        { input: "Power price", unit: "$/kWh", today: meanPriceUsdKwh(siteRows[s]!), largest: Infinity, concerns, plan: (k) => run({}, changedRows(s, (rows) => withPowerPrice(rows, k))) },
        { input: "Uptime", unit: "share of time", today: site.uptime, largest: 1, concerns, plan: (k) => run(changedSite(s, (each) => ({ ...each, uptime: each.uptime * k })), changedRows(s, (rows) => ({ ...rows, runShare: scaled(rows.runShare, k) }))) },
        { input: "Fixed costs", unit: "$/month", today: site.fixedOpexUsdMonth, largest: Infinity, concerns, plan: (k) => run(changedSite(s, (each) => ({ ...each, fixedOpexUsdMonth: each.fixedOpexUsdMonth * k }))) },
      ];
    }),
  ];
  // A share of nothing is nothing.
  return levers.filter(({ today }) => today > 0);
}

/** The same market at another BTC price, before difficulty follows. */
export function dearer(path: MarketPath, factor: number): MarketPath {
  return { ...path, months: path.months.map((month) => ({ ...month, btcPriceUsd: month.btcPriceUsd * factor, hashpriceUsdPhDay: month.hashpriceUsdPhDay * factor })) };
}

/** All that is paid for a kWh, as far as it is drawn. */
function withPowerPrice(rows: SiteMonths, factor: number): SiteMonths {
  return { ...rows, tariffUsdKwh: scaled(rows.tariffUsdKwh, factor), tariffWeight: scaled(rows.tariffWeight, factor), nameplateUsdKwh: scaled(rows.nameplateUsdKwh, factor) };
}

function scaled(row: Float64Array, factor: number): Float64Array {
  return row.map((value) => value * factor);
}

/** Mean price of a kWh in month 1. */
export function meanPriceUsdKwh({ tariffUsdKwh, tariffWeight, meanBinUsdKwh, nameplateUsdKwh }: SiteMonths): number {
  return tariffUsdKwh[1]! + tariffWeight[1]! * meanBinUsdKwh[1]! + nameplateUsdKwh[1]!;
}
