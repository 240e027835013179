import { W_PER_KW } from "../../../units/constants";
import { emptyRecord, emptyRows } from "./records";
import type { ByMonth } from "./result";
import type { SiteMonths } from "./site-months";

/** What a kW or W costs machines at a site, by month: section 3 of docs/planning.md. */
export interface SiteRates {
  readonly months: SiteMonths;
  /** kW at the meter for a W at the machines */
  readonly kwPerW: ByMonth;
  /** hours that are not lost anyway */
  readonly runHours: ByMonth;
  /** resale forgone for a kW inside the commitment in all these hours, $ */
  readonly forgoneUsdKw: ByMonth;
  /** cost of a kW beyond it in all these hours, $ */
  readonly tariffUsdKw: ByMonth;
  /** charges on draw less demand-response credits, $/kW */
  readonly netDrawUsdKw: ByMonth;
  /** hosting bill of a W of nameplate, $ */
  readonly nameplateUsdW: ByMonth;
  /** highest price of the month's bins, $/kWh */
  readonly dearestUsdKwh: ByMonth;
  /** of bins in the order of their prices */
  readonly binSums: BinSums;
}

/** Sums over a month's bins before bin b, at first[t] + b. */
export interface BinSums {
  readonly first: readonly number[];
  readonly sharesBefore: Float64Array;
  /** of share · price */
  readonly pricesBefore: Float64Array;
}

const RATE_NAMES = ["kwPerW", "runHours", "forgoneUsdKw", "tariffUsdKw", "netDrawUsdKw", "nameplateUsdW", "dearestUsdKwh"] as const satisfies readonly (keyof SiteRates)[];

export function siteRates(months: SiteMonths): SiteRates {
  const { pue, hours, runShare, tariffUsdKwh, tariffWeight, resaleUsdKwh, resaleWeight, meanBinUsdKwh, drawUsdKw, creditUsdKw, nameplateUsdKwh, bins, hourByHour } = months;
  const { length } = pue;
  const rates: SiteRates = { months, ...emptyRecord(RATE_NAMES, length), binSums: sumsOf(hourByHour ? [] : bins) };
  for (let t = 1; t < length; t++) {
    const runHours = hours[t]! * runShare[t]!;
    const { pricesUsdKwh } = bins[t]!;
    rates.kwPerW[t] = pue[t]! / W_PER_KW;
    rates.runHours[t] = runHours;
    rates.forgoneUsdKw[t] = runHours * (resaleUsdKwh[t]! + resaleWeight[t]! * meanBinUsdKwh[t]!);
    rates.tariffUsdKw[t] = runHours * (tariffUsdKwh[t]! + tariffWeight[t]! * meanBinUsdKwh[t]!);
    rates.netDrawUsdKw[t] = drawUsdKw[t]! - creditUsdKw[t]!;
    rates.nameplateUsdW[t] = (hours[t]! * nameplateUsdKwh[t]!) / W_PER_KW;
    rates.dearestUsdKwh[t] = hourByHour ? pricesUsdKwh.reduce((a, b) => Math.max(a, b)) : pricesUsdKwh[pricesUsdKwh.length - 1]!;
  }
  return rates;
}

function sumsOf(bins: SiteMonths["bins"]): BinSums {
  const first: number[] = [];
  let length = 0;
  bins.forEach((month, t) => {
    first[t] = length;
    if (month) length += month.shares.length + 1;
  });
  const [sharesBefore, pricesBefore] = emptyRows(2, length) as [Float64Array, Float64Array];
  bins.forEach((month, t) => {
    if (!month) return;
    const { shares, pricesUsdKwh } = month;
    let at = first[t]!;
    for (let b = 0; b < shares.length; b++, at++) {
      sharesBefore[at + 1] = sharesBefore[at]! + shares[b]!;
      pricesBefore[at + 1] = pricesBefore[at]! + shares[b]! * pricesUsdKwh[b]!;
    }
  });
  return { first, sharesBefore, pricesBefore };
}
