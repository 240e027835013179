import { csvRecords } from "../units/csv-records";
import modelsTable from "./asic-catalog.csv";
import quotesTable from "./price-quotes.csv";

/** How well a row's figures are supported: `high` = two publishers agree within 3 %, `medium` = one good source. */
export type Confidence = "high" | "medium";
export type Cooling = "air" | "hydro" | "immersion";

/** One SHA-256 machine in one hashrate bin, at its nameplate figures. */
export interface AsicModel {
  readonly id: string;
  readonly manufacturer: string;
  /** With the brand, without the bin: "Antminer S19j Pro". Several bins may share it. */
  readonly model: string;
  readonly hashrateThs: number;
  readonly powerW: number;
  /** Power ÷ hashrate, as published (two decimals at most). */
  readonly efficiencyJth: number;
  readonly cooling: Cooling;
  /** Year and month, or a year, or "" where no source tells. */
  readonly released: string;
  readonly source: string;
  /** A second, independent source, or "". */
  readonly source2: string;
  readonly confidence: Confidence;
}

/** A price somebody asked or paid for one model: a dated fact, not a valuation. */
export interface PriceQuote {
  readonly modelId: string;
  /** ISO date or year and month */
  readonly date: string;
  readonly priceUsdTh: number;
  readonly source: string;
  readonly kind: string;
  readonly note: string;
}

let modelsCache: readonly AsicModel[] | undefined;
let quotesCache: readonly PriceQuote[] | undefined;

/** Every model, most efficient first. Read on first use, so that loading costs nothing. */
export function asicModels(): readonly AsicModel[] {
  return (modelsCache ??= csvRecords(modelsTable).map((field) => ({
    id: field("id"),
    manufacturer: field("manufacturer"),
    model: field("model"),
    hashrateThs: Number(field("hashrate_ths")),
    powerW: Number(field("power_w")),
    efficiencyJth: Number(field("efficiency_jth")),
    cooling: field("cooling") as Cooling,
    released: field("released"),
    source: field("source"),
    source2: field("source2"),
    confidence: field("confidence") as Confidence,
  })));
}

/** Every price quote of a single model, oldest first. */
export function priceQuotes(): readonly PriceQuote[] {
  return (quotesCache ??= csvRecords(quotesTable).map((field) => ({
    modelId: field("model_id"),
    date: field("date"),
    priceUsdTh: Number(field("price_usd_th")),
    source: field("source"),
    kind: field("kind"),
    note: field("note"),
  })));
}

/** The newest quote of a model, or undefined where nobody quotes it. */
export function newestPriceQuote(modelId: string): PriceQuote | undefined {
  return priceQuotes().filter((quote) => quote.modelId === modelId).at(-1);
}

/** The newest month that a row's sources name ("2026-06"), or undefined where they carry no date. */
export function asOfMonth(model: AsicModel): string | undefined {
  return `${model.source} ${model.source2}`.match(/\b20\d\d-(0[1-9]|1[0-2])\b/g)?.sort().at(-1);
}

/** The name people use for one bin: "Antminer S19j Pro 104 TH/s". */
export function fullName(model: AsicModel): string {
  return `${model.model} ${model.hashrateThs} TH/s`;
}
