import { findModel } from "../catalog/lookup";
import { fullName, newestPriceQuote } from "../catalog/catalog";
import { defaultSnapshot } from "../market/market";

/** One mining machine at the figures to plan with; name and source are only shown. */
export interface Machine {
  readonly name: string;
  /** TH/s */
  readonly hashrateThs: number;
  /** W at the machine */
  readonly powerW: number;
  /** who published the two figures */
  readonly source: string;
}

/** The power that is there and what it costs. */
export interface SiteInputs {
  /** MW at the meter */
  readonly powerCapacityMw: number;
  /** $/kWh at the meter */
  readonly powerPriceUsdKwh: number;
  /** site power ÷ machine power */
  readonly pue: number;
  /** share of the time that machines run, 0 to 1 */
  readonly uptime: number;
  /** pool fee, a fraction of revenue */
  readonly poolFee: number;
  /** staff, rent, insurance: $ a month, due while machines run */
  readonly fixedOpexUsdMonth: number;
}

/** What stands at the site now. */
export interface FleetInputs {
  readonly machine: Machine;
  readonly units: number;
  /** what a buyer pays for the machines today, $/TH */
  readonly resaleUsdTh: number;
}

/** The machine that may replace the fleet. */
export interface CandidateInputs {
  readonly machine: Machine;
  /** price with duty, freight and installation, $/TH */
  readonly landedPriceUsdTh: number;
}

/** How long and at which rates to plan. */
export interface HorizonInputs {
  readonly months: number;
  /** effective annual rate, a fraction */
  readonly discountRateAnnual: number;
  /** growth of the BTC price from one month to the next, a fraction */
  readonly priceGrowthMonthly: number;
  /** growth of the difficulty from one month to the next, a fraction */
  readonly difficultyGrowthMonthly: number;
}

/** The market on the day the plan starts. */
export interface MarketInputs {
  /** ISO date; month 1 begins on it */
  readonly date: string;
  readonly btcPriceUsd: number;
  readonly difficulty: number;
  readonly feesBtcPerBlock: number;
  /** height of the newest block; the plan mines from the next one on */
  readonly height: number;
  /** who published the figures */
  readonly source: string;
}

/** One site, its fleet and one candidate: all that {@link planScenario} needs. */
export interface ScenarioInputs {
  readonly site: SiteInputs;
  readonly fleet: FleetInputs;
  readonly candidate: CandidateInputs;
  readonly horizon: HorizonInputs;
  readonly market: MarketInputs;
}

/**
 * A machine of the catalog at its nameplate figures.
 * @param name id or name as people type it, with the hashrate where a model comes in several
 * @throws NotAvailableError with the nearest names when it is unknown or ambiguous
 */
export function catalogMachine(name: string): Machine {
  const model = findModel(name);
  return { name: fullName(model), hashrateThs: model.hashrateThs, powerW: model.powerW, source: model.source };
}

/**
 * Where the pane begins: a 20 MW site with S19j Pro that might move to S21 XP, on the shipped market snapshot.
 * Site, horizon and resale figures are round starting points to overwrite; the candidate's price is the newest quote.
 */
export function defaultScenario(): ScenarioInputs {
  const candidate = findModel("S21 XP 270");
  const quote = newestPriceQuote(candidate.id);
  if (!quote) throw new Error(`price-quotes.csv has no quote of ${candidate.id}`);
  const { date, btcPriceUsd, difficulty, feesBtcPerBlock, height, source } = defaultSnapshot();
  return {
    site: { powerCapacityMw: 20, powerPriceUsdKwh: 0.045, pue: 1.05, uptime: 0.97, poolFee: 0.01, fixedOpexUsdMonth: 60_000 },
    fleet: { machine: catalogMachine("S19j Pro 104"), units: 6_000, resaleUsdTh: 1 },
    candidate: { machine: catalogMachine(candidate.id), landedPriceUsdTh: quote.priceUsdTh },
    horizon: { months: 36, discountRateAnnual: 0.12, priceGrowthMonthly: 0.01, difficultyGrowthMonthly: 0.01 },
    market: { date, btcPriceUsd, difficulty, feesBtcPerBlock, height, source },
  };
}
