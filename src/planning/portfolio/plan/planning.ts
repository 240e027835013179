import type { Portfolio } from "../document";
import type { MarketPath } from "../market-path";
import { writeOffShares } from "./cash-flow";
import type { MarketRows } from "./machine-run";
import { MachinesOfPlan, type PlannedCandidate, type PlannedFleet } from "./machines-of-plan";
import type { ByMonth } from "./result";
import { Scratch } from "./scratch";
import { MONTHS_PER_YEAR, type SiteMonths } from "./site-months";
import { sitePower, type SitePower } from "./site-power";
import { siteRates, type SiteRates } from "./site-rates";

/** What all parts of a plan are made from. */
export interface Planning {
  readonly portfolio: Portfolio;
  readonly path: MarketPath;
  readonly market: MarketRows;
  readonly sites: readonly SiteMonths[];
  /** of the sites */
  readonly rates: readonly SiteRates[];
  readonly fleets: readonly PlannedFleet[];
  /** indexes of the fleets at each site */
  readonly fleetsAt: readonly (readonly number[])[];
  /** index of each fleet's site */
  readonly homes: readonly number[];
  readonly candidates: readonly PlannedCandidate[];
  /** share of each candidate's cost that is written off in each month */
  readonly writeOffs: readonly ByMonth[];
  /** what tax leaves of a dollar that is written off like each candidate */
  readonly afterTax: readonly number[];
  readonly power: SitePower;
  readonly rateMonthly: number;
  readonly factors: ByMonth;
  /** sums of the factors from month 1 on; index 0 is 0 */
  readonly annuities: ByMonth;
  readonly scratch: Scratch;
}

/** @param sites of the portfolio, month by month */
export function planningOf(portfolio: Portfolio, path: MarketPath, sites: readonly SiteMonths[]): Planning {
  const { months } = path;
  const { finance } = portfolio;
  const rateMonthly = (1 + finance.discountRateAnnual) ** (1 / MONTHS_PER_YEAR) - 1;
  const factors = Float64Array.from({ length: months.length + 1 }, (_, t) => 1 / (1 + rateMonthly) ** t);
  const machines = new MachinesOfPlan(portfolio, months);
  const fleets = portfolio.fleets.map((fleet) => machines.fleet(fleet));
  const candidates = portfolio.candidates.map((candidate) => machines.candidate(candidate));
  const writeOffs = candidates.map(({ candidate }) => writeOffShares(candidate.leadMonths, finance, factors.length));
  const siteIndex = new Map(portfolio.sites.map(({ id }, s) => [id, s]));
  const homes = fleets.map(({ fleet }) => siteIndex.get(fleet.siteId)!);
  const fleetsAt = portfolio.sites.map((): number[] => []);
  homes.forEach((home, f) => fleetsAt[home]!.push(f));
  return {
    portfolio, path, sites, rates: sites.map(siteRates), fleets, fleetsAt, homes, candidates, writeOffs, rateMonthly, factors, annuities: annuitiesOf(factors),
    afterTax: writeOffs.map((shares) => 1 - finance.taxRate * presentValue(shares, factors)),
    market: { days: Float64Array.from([0, ...months.map(({ days }) => days)]), hashpriceUsdPhDay: Float64Array.from([0, ...months.map(({ hashpriceUsdPhDay }) => hashpriceUsdPhDay)]) },
    power: sitePower(portfolio, sites, fleets, homes, candidates),
    scratch: new Scratch(factors.length),
  };
}

function annuitiesOf(factors: ByMonth): ByMonth {
  const sums = new Float64Array(factors.length);
  for (let t = 1; t < sums.length; t++) sums[t] = sums[t - 1]! + factors[t]!;
  return sums;
}

/** Of the shares, and of what they leave, in the last month. */
function presentValue(shares: ByMonth, factors: ByMonth): number {
  let value = 0;
  let left = 1;
  shares.forEach((share, t) => {
    value += share * factors[t]!;
    left -= share;
  });
  return value + left * factors[factors.length - 1]!;
}
