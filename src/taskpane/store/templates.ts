import { defaultSnapshot } from "../../market/market";
import { namedScenarios } from "../../planning/portfolio/named-scenarios";
import type { Draft, Place } from "./draft";
import { freeName, namesIn } from "./names";
import { valueAt } from "./draft";

// What new documents and entries begin with: round figures to overwrite.

const OPERATION = { poolFee: 0.01, failureRateAnnual: 0.05, repairDays: 14, repairUsdUnit: 120, degradationAnnual: 0.02 };
const HORIZON_MONTHS = 48;

type Entry = Readonly<Record<string, unknown>>;

/** A document to overwrite: one site, one contract, one fleet, the shipped market. */
export function documentFromScratch(): Draft {
  const { date, btcPriceUsd, difficulty, feesBtcPerBlock, height, source } = defaultSnapshot();
  const start = { date, btcPriceUsd, difficulty, feesBtcPerBlock, height, source };
  return {
    schemaVersion: "1.0",
    name: "My portfolio",
    note: "Begun from round figures: each stands until it is overwritten with one of your own.",
    horizonMonths: HORIZON_MONTHS,
    sites: [site("Site 1")],
    contracts: [contract("Contract 1", "Site 1")],
    fleets: [fleet("Fleet 1", "Site 1", date)],
    candidates: [candidate("S21+")],
    market: { start, scenarioId: "base", scenarios: namedScenarios(start, HORIZON_MONTHS) },
    finance: { discountRateAnnual: 0.14, taxRate: 0.21, treasury: { cashUsd: 1_000_000, btc: 0, policy: "sellAll" } },
  };
}

/** A new entry for a list of the document, with a name of its own, and referring to what is there. */
export function newEntry(draft: Draft, list: Place): Entry {
  const siteId = namesIn(draft, ["sites"])[0] ?? "";
  const name = (stem: string): string => freeName(draft, list, stem, true);
  switch (list.join(".")) {
    case "sites": return site(name("Site"));
    case "contracts": return contract(name("Contract"), siteWithoutContract(draft) ?? siteId);
    case "fleets": return fleet(name("Fleet"), siteId, valueAt(draft, ["market", "start", "date"]));
    case "candidates": return candidate(name("Candidate"));
    case "machines": return { id: name("My machine"), hashrateThs: 100, powerW: 3000, cooling: "air", settings: [], source: "" };
    case "priceSeries": return { id: name("Series"), valuesUsdKwh: [] };
    case "market.scenarios": return { id: name("scenario"), btcPrice: growth(), fees: growth(), difficulty: growth() };
    case "finance.debts": return { id: name("Loan"), principalUsd: 1_000_000, rateAnnual: 0.12, termMonths: 24, repayment: "level" };
    case "finance.hedges": return { kind: "hashpriceForward", hashratePhs: 100, hashpriceUsdPhDay: 40, firstMonth: 1, lastMonth: 12 };
    default: throw new Error(`There is no list ${list.join(".")}.`);
  }
}

function site(id: string): Entry {
  return { id, powerCapacityMw: 10, pue: { decFeb: 1.05, marMay: 1.05, junAug: 1.05, sepNov: 1.05 }, cooling: ["air"], uptime: 0.96, fixedOpexUsdMonth: 30_000, shutdownUsdMw: 500, restartUsdMw: 2500 };
}

function contract(id: string, siteId: string): Entry {
  return { id, siteId, energy: { kind: "fixed", priceUsdKwh: 0.055 } };
}

function fleet(id: string, siteId: string, inServiceOn: unknown): Entry {
  return {
    id, siteId, machine: "S19j Pro 104", units: 2500, inServiceOn, operation: OPERATION,
    resale: { priceUsdTh: 2, declineAnnual: 0.35, hashpriceExponent: 1 }, bookValueUsd: 0, bookMonthsLeft: 0, relocationUsdUnit: 45, relocationDays: 30,
  };
}

function candidate(id: string): Entry {
  return {
    id, machine: "S21+ 235", priceUsdTh: 6.47, duty: 0.1, freightUsdTh: 0.3, installUsdTh: 0.4, leadMonths: 2, operation: OPERATION,
    resale: { priceUsdTh: 5, declineAnnual: 0.35, hashpriceExponent: 1 },
  };
}

function growth(): Entry {
  return { kind: "growth", growthMonthly: 0 };
}

function siteWithoutContract(draft: Draft): string | undefined {
  const contracts = (valueAt(draft, ["contracts"]) ?? []) as readonly unknown[];
  const served = new Set(contracts.map((each) => valueAt(each, ["siteId"])));
  return namesIn(draft, ["sites"]).find((id) => !served.has(id));
}
