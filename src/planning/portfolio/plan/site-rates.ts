import { W_PER_KW } from "../../../units/constants";
import type { PriceBins } from "./price-bins";
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
  /** forgoneUsdKw or tariffUsdKw, with netDrawUsdKw */
  readonly insideUsdKw: ByMonth;
  readonly beyondUsdKw: ByMonth;
  /** hosting bill of a W of nameplate, $ */
  readonly nameplateUsdW: ByMonth;
  /** highest price of the month's bins, $/kWh */
  readonly dearestUsdKwh: ByMonth;
  /** of bins in the order of their prices */
  readonly binSums: BinSums;
  /** the host takes a share of the profit in some month */
  readonly sharesProfit: boolean;
}

/** Sums over a month's bins before bin b, at first[t] + b. */
export interface BinSums {
  readonly first: readonly number[];
  readonly sharesBefore: Float64Array;
  /** of share · price */
  readonly pricesBefore: Float64Array;
}

const RATE_NAMES = ["kwPerW", "runHours", "forgoneUsdKw", "tariffUsdKw", "netDrawUsdKw", "insideUsdKw", "beyondUsdKw", "nameplateUsdW", "dearestUsdKwh"] as const satisfies readonly (keyof SiteRates)[];

export function siteRates(months: SiteMonths): SiteRates {
  const { pue, hours, runShare, tariffUsdKwh, tariffWeight, resaleUsdKwh, resaleWeight, meanBinUsdKwh, drawUsdKw, creditUsdKw, nameplateUsdKwh, bins, hourByHour } = months;
  const { length } = pue;
  const rows = emptyRecord(RATE_NAMES, length);
  const { kwPerW, runHours, forgoneUsdKw, tariffUsdKw, netDrawUsdKw, insideUsdKw, beyondUsdKw, nameplateUsdW, dearestUsdKwh } = rows;
  for (let t = 1; t < length; t++) {
    const ran = hours[t]! * runShare[t]!;
    const forgone = ran * (resaleUsdKwh[t]! + resaleWeight[t]! * meanBinUsdKwh[t]!);
    const tariff = ran * (tariffUsdKwh[t]! + tariffWeight[t]! * meanBinUsdKwh[t]!);
    const netDraw = drawUsdKw[t]! - creditUsdKw[t]!;
    const { pricesUsdKwh } = bins[t]!;
    kwPerW[t] = pue[t]! / W_PER_KW;
    runHours[t] = ran;
    forgoneUsdKw[t] = forgone;
    tariffUsdKw[t] = tariff;
    netDrawUsdKw[t] = netDraw;
    insideUsdKw[t] = forgone + netDraw;
    beyondUsdKw[t] = tariff + netDraw;
    nameplateUsdW[t] = (hours[t]! * nameplateUsdKwh[t]!) / W_PER_KW;
    dearestUsdKwh[t] = hourByHour ? pricesUsdKwh.reduce((a, b) => Math.max(a, b)) : pricesUsdKwh[pricesUsdKwh.length - 1]!;
  }
  return { months, ...rows, binSums: sumsOf(hourByHour ? [] : bins), sharesProfit: months.profitShare.some((share) => share > 0) };
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
    if (month) fillSums(sharesBefore, pricesBefore, first[t]!, month);
  });
  return { first, sharesBefore, pricesBefore };
}

function fillSums(sharesBefore: Float64Array, pricesBefore: Float64Array, first: number, { shares, pricesUsdKwh }: PriceBins): void {
  let before = 0;
  let price = 0;
  for (let b = 0; b < shares.length; b++) {
    before += shares[b]!;
    price += shares[b]! * pricesUsdKwh[b]!;
    sharesBefore[first + b + 1] = before;
    pricesBefore[first + b + 1] = price;
  }
}
