import { subsidyBtc } from "../../economics/network";
import { MONTHS_PER_YEAR, siteMonths } from "./plan/site-months";
import type { ComparisonTerms } from "./compare";
import type { MarketScenario, MarketStart, NetworkResponse, Portfolio, Site } from "./document";
import type { MarketMonth } from "./market-month";
import { marketPath } from "./market-path";
import { ILLUSTRATIVE_NETWORK } from "./named-scenarios";

// What a comparison takes from a portfolio: the market, and a site in the first month of the plan.

/** Power of a site in month 1. */
export interface SitePower {
  readonly capacityMw: number;
  readonly pue: number;
  /** share of the hours in which machines run */
  readonly runShare: number;
  /** what a kWh costs at the meter when machines run in all hours: energy, and charges on the draw, $/kWh */
  readonly priceUsdKwh: number;
  /** paid for whether it is drawn or not, MW */
  readonly committedMw: number;
  /** what a kWh of that costs a machine which runs: the resale forgone, $/kWh */
  readonly committedUsdKwh: number;
  /** settings other than the fleet's own may be used */
  readonly settingsAllowed: boolean;
}

/** Month 1 at the market date's figures. */
export function firstMonth(start: MarketStart): readonly MarketMonth[] {
  const flat = { kind: "growth", growthMonthly: 0 } as const;
  return marketPath({ start }, { id: "today", note: "", btcPrice: flat, fees: flat, difficulty: flat }, 1).months;
}

/**
 * Power of a site in the first month of the plan. Demand and coincident-peak charges are spread over the hours in which machines
 * run, a hosting bill by nameplate over what is metered; a host's profit share and payments for demand response are left out.
 */
export function sitePower(portfolio: Portfolio, site: Site): SitePower {
  const months = siteMonths(portfolio, site, firstMonth(portfolio.market.start));
  const at = (row: Float64Array): number => row[1]!;
  const hours = at(months.hours) * at(months.runShare);
  const capacityMw = at(months.capacityMw);
  return {
    capacityMw,
    pue: at(months.pue),
    runShare: at(months.runShare),
    priceUsdKwh: at(months.tariffUsdKwh) + at(months.tariffWeight) * at(months.meanBinUsdKwh) + at(months.drawUsdKw) / hours + at(months.nameplateUsdKwh) / (at(months.pue) * at(months.runShare)),
    committedMw: at(months.takeOrPayShare) * capacityMw,
    committedUsdKwh: at(months.resaleUsdKwh) + at(months.resaleWeight) * at(months.meanBinUsdKwh),
    settingsAllowed: months.lowPowerAllowed,
  };
}

export type MarketTerms = Pick<ComparisonTerms, "btcPriceUsd" | "difficulty" | "blockRewardBtc" | "network" | "hashpriceDeclineAnnual">;

/** The market on its date, and the decline of hashprice that the plan's scenario has. */
export function marketTerms({ market, horizonMonths }: Pick<Portfolio, "market" | "horizonMonths">): MarketTerms {
  const scenario = market.scenarios.find(({ id }) => id === market.scenarioId)!;
  return { ...todaysTerms(market.start), network: networkOf(scenario), hashpriceDeclineAnnual: declineAnnual(marketPath(market, scenario, horizonMonths).months) };
}

/** A market without a plan: the shipped snapshot, with a decline of hashprice to overwrite. */
export function snapshotTerms(start: Pick<MarketStart, "btcPriceUsd" | "difficulty" | "feesBtcPerBlock" | "height">): MarketTerms {
  return { ...todaysTerms(start), network: ILLUSTRATIVE_NETWORK, hashpriceDeclineAnnual: DECLINE_TO_OVERWRITE };
}

const DECLINE_TO_OVERWRITE = 0.15;

function todaysTerms({ btcPriceUsd, difficulty, feesBtcPerBlock, height }: Pick<MarketStart, "btcPriceUsd" | "difficulty" | "feesBtcPerBlock" | "height">): Pick<MarketTerms, "btcPriceUsd" | "difficulty" | "blockRewardBtc"> {
  return { btcPriceUsd, difficulty, blockRewardBtc: subsidyBtc(height + 1) + feesBtcPerBlock };
}

/** A scenario without network response says nothing about the world's machines: then the illustration stands in. */
function networkOf({ difficulty }: MarketScenario): NetworkResponse {
  return difficulty.kind === "networkResponse" ? difficulty : ILLUSTRATIVE_NETWORK;
}

/** Share that hashprice loses in a year, on average from the first month to the last. */
function declineAnnual(months: readonly MarketMonth[]): number {
  const [first, last] = [months[0]!, months.at(-1)!];
  return last === first ? 0 : 1 - (last.hashpriceUsdPhDay / first.hashpriceUsdPhDay) ** (MONTHS_PER_YEAR / (months.length - 1));
}
