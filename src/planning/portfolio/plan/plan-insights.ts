import { switchingThresholds } from "../../../economics/switching";
import { BLOCKS_PER_EPOCH, DAYS_PER_YEAR, TARGET_BLOCKS_PER_DAY } from "../../../units/constants";
import { isoDay } from "../../../units/dates";
import { InputError, NotAvailableError } from "../../../units/errors";
import type { Portfolio } from "../document";
import { marketPath, type MarketPath } from "../market-path";
import { flipsOf } from "./flips";
import type { FleetInsight, HourlyCheck, PortfolioInsights, ReliefClock, Thresholds } from "./insights";
import { decideFleets, planPortfolio } from "./plan-portfolio";
import { planningOf } from "./planning";
import type { AlternativePlan, FleetPlan, PortfolioPlan } from "./result";
import { MONTHS_PER_YEAR, siteMonths } from "./site-months";

/** With more fleets, planning again for each input would take minutes; their distance to flip is left out and says so. */
const MOST_FLEETS_FOR_FLIPS = 40;
/** Adjustments that the relief clock tells. */
const ADJUSTMENTS_TOLD = 6;

/** What planning again tells about a plan: distance to flip, prices to stop and restart at, the relief clock, the other scenarios. */
export function planInsights(portfolio: Portfolio, path: MarketPath, plan: PortfolioPlan): PortfolioInsights {
  const flips = portfolio.fleets.length <= MOST_FLEETS_FOR_FLIPS ? flipsOf(portfolio, path, plan.fleets) : undefined;
  return {
    fleets: plan.fleets.map((fleet, f): FleetInsight => ({
      fleetId: fleet.fleetId, flips: flips?.[f] ?? [], reason: reasonOf(fleet, plan), ...thresholdsOf(portfolio, fleet, plan),
    })),
    reliefClock: reliefClock(portfolio, path, plan),
    hourlyChecks: hourlyChecks(portfolio, path, plan),
    scenarios: portfolio.market.scenarios.map((scenario) => ({
      scenarioId: scenario.id,
      plan: scenario.id === path.scenarioId ? plan : planPortfolio(portfolio, marketPath(portfolio.market, scenario, portfolio.horizonMonths)),
    })),
  };
}

/** One sentence: what the machines earn and cost today, and by how much the best is ahead. */
function reasonOf({ alternatives, chosen, runnerUp, siteId }: FleetPlan, { sites }: PortfolioPlan): string {
  const best = alternatives[chosen]!;
  const next = runnerUp === undefined ? undefined : alternatives[runnerUp];
  const { rows } = alternatives[0]!;
  const phDays = rows.phDays[1]!;
  const today = phDays > 0 ? `run in all hours the machines earn ${usd(rows.revenueUsd[1]! / phDays, 2)} $/PH/day today and cost ${usd(-(rows.powerUsd[1]! + rows.repairsUsd[1]!) / phDays, 2)} $/PH/day, which stopping would save` : "the site has no power for the machines today";
  const site = sites.find((each) => each.siteId === siteId)!;
  const closing = site.closes ? `Site ${siteId} closes: its fleets are worth less than its fixed costs; ` : "";
  const lead = next === undefined ? "" : next.npvUsd <= best.npvUsd ? `; ${doing(best)} is worth ${dollars(best.npvUsd - next.npvUsd)} more than ${doing(next)}` : `; ${doing(next)} would be worth more by itself, but not the site's fixed costs`;
  return `${capitalized(`${closing}${today}${lead}`)}.`;
}

/** "upgrading to S21 XP" */
function doing({ kind, targetId }: AlternativePlan): string {
  return targetId === undefined ? DOING[kind] : `${DOING[kind]} to ${targetId}`;
}

const DOING = { keep: "keeping", underclock: "underclocking", curtail: "curtailing at the strike", upgrade: "upgrading", relocate: "relocating", shutdown: "shutting down", sell: "selling" } as const;

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function usd(value: number, digits: number): string {
  return value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function dollars(value: number): string {
  return `$${value.toLocaleString("en-US", { maximumFractionDigits: 0 })}`;
}

/** Dixit's thresholds for a fleet with its costs of today, its site's costs of stopping, and the scenario's own drift (formulas E9). */
function thresholdsOf({ sites, finance, market }: Portfolio, { alternatives, siteId, slotMw }: FleetPlan, { months }: PortfolioPlan): { readonly thresholds: Thresholds | undefined; readonly thresholdsNote: string } {
  const { rows } = alternatives[0]!;
  const [first, last] = [months[0]!, months.at(-1)!];
  const hashratePhs = rows.phDays[1]! / first.days;
  const none = (thresholdsNote: string): ReturnType<typeof thresholdsOf> => ({ thresholds: undefined, thresholdsNote });
  if (hashratePhs === 0) return none("The site has no power for these machines today.");
  const netPerGross = rows.revenueUsd[1]! / (rows.phDays[1]! * first.hashpriceUsdPhDay);
  const costUsdPhDay = -(rows.powerUsd[1]! + rows.repairsUsd[1]!) / rows.phDays[1]! / netPerGross;
  const site = sites.find(({ id }) => id === siteId)!;
  const perPh = (usdMw: number): number => (usdMw * slotMw) / hashratePhs / netPerGross;
  const drift = months.length > 1 ? (Math.log(last.hashpriceUsdPhDay / first.hashpriceUsdPhDay) * MONTHS_PER_YEAR) / (months.length - 1) : 0;
  if (costUsdPhDay <= 0) return none("Running costs nothing that stopping would save.");
  try {
    const { shutdown, restart } = switchingThresholds({
      costYear: costUsdPhDay * DAYS_PER_YEAR, drift, sigma: market.hashpriceVolatilityAnnual, rate: Math.log(1 + finance.discountRateAnnual), restartCost: perPh(site.restartUsdMw), shutdownCost: perPh(site.shutdownUsdMw),
    });
    return {
      thresholds: { stopUsdPhDay: shutdown / DAYS_PER_YEAR, restartUsdPhDay: restart / DAYS_PER_YEAR, staticUsdPhDay: costUsdPhDay },
      thresholdsNote: `Hashprice ${drift < 0 ? "falls" : "rises"} by ${(Math.abs(drift) * 100).toFixed(0)} % a year in this scenario, volatility ${(market.hashpriceVolatilityAnnual * 100).toFixed(0)} %.`,
    };
  } catch (error) {
    if (error instanceof NotAvailableError) return none(error.message);
    if (error instanceof InputError) return none("Hashprice grows faster than the discount rate in this scenario: waiting has no end.");
    throw error;
  }
}

function hourlyChecks(portfolio: Portfolio, path: MarketPath, { fleets }: PortfolioPlan): HourlyCheck[] {
  const hourly = new Set(portfolio.contracts.filter(({ energy }) => energy.kind === "indexed" || (energy.kind === "fixed" && energy.resale?.kind === "indexed")).map(({ siteId }) => siteId));
  if (hourly.size === 0) return [];
  const byHour = decideFleets(planningOf(portfolio, path, portfolio.sites.map((site) => siteMonths(portfolio, site, path.months, hourly.has(site.id)))), { rows: "totals" }).fleets;
  const curtailUsd = ({ alternatives }: FleetPlan): number => alternatives.find(({ kind }) => kind === "curtail")!.npvUsd;
  return fleets.flatMap((fleet, f) => (hourly.has(fleet.siteId) ? [{
    fleetId: fleet.fleetId, binsUsd: curtailUsd(fleet), hourByHourUsd: curtailUsd(byHour[f]!), minHoursOff: portfolio.sites.find(({ id }) => id === fleet.siteId)!.minHoursOff,
  }] : []));
}

/** When difficulty is adjusted next, and whether cash lasts until then. */
function reliefClock({ market: { start } }: Portfolio, { retargets }: MarketPath, { months, company }: PortfolioPlan): ReliefClock {
  const blocksToNext = BLOCKS_PER_EPOCH - ((start.height + 1) % BLOCKS_PER_EPOCH);
  const first = months[0]!.start;
  const adjustments = retargets.slice(0, ADJUSTMENTS_TOLD).map(({ day, height, change }) => ({ date: first + day, height, change }));
  const cash = company.runwayMonths === "beyond the plan" ? "cash lasts beyond the plan" : `cash lasts ${company.runwayMonths} month${company.runwayMonths === 1 ? "" : "s"}`;
  if (adjustments.length === 0) {
    const next = isoDay(first + blocksToNext / TARGET_BLOCKS_PER_DAY);
    return { blocksToNext, adjustments, sentence: `Difficulty is adjusted in ${blocksToNext.toLocaleString("en-US")} blocks, about ${next}; the scenario gives difficulty by month and not by adjustment; ${cash}.` };
  }
  const relief = retargets.find(({ change }) => change < 0);
  const { runwayMonths } = company;
  const whether = (day: number): string => (runwayMonths === "beyond the plan" ? "" : `, ${first + day <= (months[runwayMonths - 1]?.end ?? first) ? "before cash is out" : "after cash is out"}`);
  const told = relief === undefined ? "no adjustment of this scenario brings relief" : `difficulty first falls on ${isoDay(first + relief.day)}, by ${(-relief.change * 100).toFixed(1)} %${whether(relief.day)}`;
  return { blocksToNext, adjustments, sentence: `Difficulty is adjusted in ${blocksToNext.toLocaleString("en-US")} blocks, about ${isoDay(adjustments[0]!.date)}; ${told}; ${cash}.` };
}
