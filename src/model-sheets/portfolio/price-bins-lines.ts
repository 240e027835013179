import type { Contract, MarketMonth, PriceSeries } from "../../planning/portfolio";
import { periodShares, seriesBins } from "../../planning/portfolio/plan/price-bins";
import { FORMATS } from "../looks";
import type { BookLine } from "./book-line";
import { heading, remark, series, stamped } from "./make-lines";

// Price-duration tables: what share of a month's hours costs how much. Series and contracts are counted from 1.

/** Bins of an hourly series in a month. */
const SERIES_BINS = 40;

/** Names of the bins' lines, as a block. */
export interface BinKeys {
  readonly shares: readonly string[];
  readonly prices: readonly string[];
}

export function seriesBinKeys(n: number): BinKeys {
  const keys = (part: string): string[] => Array.from({ length: SERIES_BINS }, (_, b) => `h${n}${part}${b + 1}`);
  return { shares: keys("Share"), prices: keys("Price") };
}

/** The bins of an hourly series, computed from its values for the calendar of the plan. */
export function seriesBinLines({ id, valuesUsdKwh }: PriceSeries, n: number, months: readonly MarketMonth[]): BookLine[] {
  const bins = months.map(({ start, end }) => seriesBins(valuesUsdKwh, start, end));
  const { shares, prices } = seriesBinKeys(n);
  return [
    ...heading(`Hourly series ${n}: ${id}`),
    remark("The hours of each month by price, lowest first, cut into bins of equal numbers of hours: computed from the Hourly sheet when the workbook was built."),
    ...shares.map((key, b) => stamped(key, `Share of hours in bin ${b + 1}, ${id}`, "share", FORMATS.percent, [0, ...bins.map((each) => each.shares[b]!)])),
    ...prices.map((key, b) => stamped(key, `Mean price of bin ${b + 1}, ${id}`, "$/kWh", FORMATS.usdKwh, [0, ...bins.map((each) => each.pricesUsdKwh[b]!)])),
  ];
}

export function contractBinKeys(c: number, contract: Contract, seriesNumber: (id: string) => number): BinKeys {
  const { energy } = contract;
  const prices = (count: number): string[] => Array.from({ length: count }, (_, b) => `c${c}Price${b + 1}`);
  if (energy.kind === "indexed") return { shares: seriesBinKeys(seriesNumber(energy.seriesId)).shares, prices: prices(SERIES_BINS) };
  if (energy.kind === "fixed" && energy.resale?.kind === "indexed") return { shares: seriesBinKeys(seriesNumber(energy.resale.seriesId)).shares, prices: prices(SERIES_BINS) };
  const count = energy.kind === "timeOfUse" ? energy.periods.length + 1 : 1;
  return { shares: Array.from({ length: count }, (_, b) => `c${c}Share${b + 1}`), prices: prices(count) };
}

/** What a contract makes of the bins: shares where they are its own, and its effective prices. @param periodRow row of its first period in the TariffPeriods table */
export function contractBinLines(c: number, contract: Contract, periodRow: number, seriesNumber: (id: string) => number, months: readonly MarketMonth[]): BookLine[] {
  const { energy, id } = contract;
  const { shares, prices } = contractBinKeys(c, contract, seriesNumber);
  const input = (field: string): string => `[$Contracts.${c}.energy.${field}]`;
  const price = (b: number, label: string, formula: string): BookLine => series(prices[b]!, `${label}, ${id}`, "$/kWh", formula, FORMATS.usdKwh);
  const bin = (b: number): string => `Price of bin ${b + 1}`;
  if (energy.kind === "indexed") {
    const source = seriesBinKeys(seriesNumber(energy.seriesId)).prices;
    return prices.map((_, b) => price(b, bin(b), `=(MIN(${input("capUsdKwh")},MAX(${input("floorUsdKwh")},[${source[b]!}]))+${input("adderUsdKwh")})*[c${c}Escalation]`));
  }
  if (energy.kind === "fixed" && energy.resale?.kind === "indexed") {
    const source = seriesBinKeys(seriesNumber(energy.resale.seriesId)).prices;
    return prices.map((_, b) => price(b, bin(b), `=([${source[b]!}]-${input("resale.feeUsdKwh")})*[c${c}Escalation]`));
  }
  if (energy.kind === "timeOfUse") {
    const byMonth = months.map(({ start, end }) => periodShares(energy.periods, start, end));
    const names = [...energy.periods.map(({ name }, b) => `${name} (${b + 1})`), "other hours"];
    return [
      ...shares.map((key, b) => stamped(key, `Share of hours, ${names[b]!}, ${id}`, "share", FORMATS.percent, [0, ...byMonth.map((each) => each[b]!)])),
      ...prices.map((_, b) => price(b, `Price, ${names[b]!}`, `=${b < energy.periods.length ? `[$TariffPeriods.${periodRow + b}.priceUsdKwh]` : input("otherPriceUsdKwh")}*[c${c}Escalation]`)),
    ];
  }
  return [
    series(shares[0]!, `Share of hours in its one bin, ${id}`, "share", "=[runs]", FORMATS.percent),
    series(prices[0]!, `Price of its one bin, ${id}`, "$/kWh", "=0*[runs]", FORMATS.usdKwh),
  ];
}
