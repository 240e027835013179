import { csvRecords } from "../units/csv-records";
import epochsTable from "./network-epochs.csv";
import monthlyTable from "./market-monthly.csv";
import snapshotTable from "./snapshot.csv";

/** The market on one day, with what is needed to start a plan. */
export interface MarketSnapshot {
  /** ISO date (UTC day) */
  readonly date: string;
  readonly btcPriceUsd: number;
  readonly difficulty: number;
  readonly feesBtcPerBlock: number;
  /** height of the day's last block */
  readonly height: number;
  readonly source: string;
  /** how the height was found and how exact it is */
  readonly heightNote: string;
}

/** One month of history; undefined where the source has no figure. */
export interface MarketMonth {
  /** year and month, "2026-07" */
  readonly month: string;
  readonly btcPriceCloseUsd: number | undefined;
  readonly btcPriceAverageUsd: number | undefined;
  readonly difficultyMonthEnd: number;
  readonly hashrateAverageEhs: number;
  readonly blocks: number;
  readonly feesBtcPerBlock: number | undefined;
  readonly hashpriceAverageUsdPhDay: number | undefined;
  readonly complete: boolean;
}

/** The difficulty from one adjustment to the next. */
export interface NetworkEpoch {
  readonly height: number;
  /** UTC day on which it began */
  readonly date: string;
  readonly difficulty: number;
}

let monthsCache: readonly MarketMonth[] | undefined;
let epochsCache: readonly NetworkEpoch[] | undefined;

/** The newest complete day of the shipped data: the default start of a plan. It changes only with a release, never by itself. */
export function defaultSnapshot(): MarketSnapshot {
  const [field] = csvRecords(snapshotTable);
  if (!field) throw new Error("snapshot.csv is empty");
  return {
    date: field("date"),
    btcPriceUsd: Number(field("btc_price_usd")),
    difficulty: Number(field("difficulty")),
    feesBtcPerBlock: Number(field("fees_btc_per_block")),
    height: Number(field("height")),
    source: field("source"),
    heightNote: field("height_note"),
  };
}

/** Monthly history, oldest first. */
export function marketMonths(): readonly MarketMonth[] {
  return (monthsCache ??= csvRecords(monthlyTable).map((field) => ({
    month: field("month"),
    btcPriceCloseUsd: optional(field("price_usd_close")),
    btcPriceAverageUsd: optional(field("price_usd_avg")),
    difficultyMonthEnd: Number(field("difficulty_month_end")),
    hashrateAverageEhs: Number(field("hashrate_avg_ehs")),
    blocks: Number(field("blocks")),
    feesBtcPerBlock: optional(field("fees_btc_per_block")),
    hashpriceAverageUsdPhDay: optional(field("hashprice_usd_per_ph_day_avg")),
    complete: field("complete_month") === "yes",
  })));
}

/** Every difficulty epoch since the first block, oldest first. */
export function networkEpochs(): readonly NetworkEpoch[] {
  return (epochsCache ??= csvRecords(epochsTable).map((field) => ({
    height: Number(field("height")),
    date: field("date_utc"),
    difficulty: Number(field("difficulty")),
  })));
}

function optional(text: string): number | undefined {
  return text === "" ? undefined : Number(text);
}
