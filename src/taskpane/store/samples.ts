import { csvRecords } from "../../units/csv-records";
import type { Draft } from "./draft";

export interface Sample {
  readonly id: string;
  readonly title: string;
  /** what it is for, in one sentence */
  readonly sentence: string;
  readonly load: () => Promise<Draft>;
}

const USD_KWH_PER_USD_MWH = 0.001;

/** Documents to begin with; each is fetched when it is chosen. */
export const SAMPLES: readonly Sample[] = [
  {
    id: "20mw-s19",
    title: "20 MW of S19 at 5.5 c/kWh",
    sentence: "One site at a fixed price with machines that no longer earn their power: keep, underclock, stop, sell or replace them?",
    load: async () => copied(await import("../../../assets/samples/portfolio-20mw-s19.json")),
  },
  {
    id: "three-sites",
    title: "Three sites: PPA, index and hosting",
    sentence: "115 MW on a take-or-pay contract, an hourly index with demand response, and hosting: what should run where?",
    load: async () => withHourlyPrices(copied(await import("../../../assets/samples/portfolio-three-sites.json")), await hourlyPrices()),
  },
  {
    id: "leveraged",
    title: "Leveraged miner short of cash",
    sentence: "45 MW bought on credit, on a time-of-use tariff: how long does the money last, and what should stop or be sold?",
    load: async () => copied(await import("../../../assets/samples/portfolio-leveraged.json")),
  },
];

function copied(module: { readonly default: unknown }): Draft {
  return structuredClone(module.default) as Draft;
}

async function hourlyPrices(): Promise<readonly number[]> {
  const { default: table } = await import("../../../assets/samples/hourly-prices.csv");
  return csvRecords(table).map((field) => Number(field("price_usd_mwh")) * USD_KWH_PER_USD_MWH);
}

function withHourlyPrices(draft: Draft, valuesUsdKwh: readonly number[]): Draft {
  const series = draft["priceSeries"] as readonly Record<string, unknown>[];
  return { ...draft, priceSeries: series.map(({ csvFile: _, ...rest }) => ({ ...rest, valuesUsdKwh })) };
}
