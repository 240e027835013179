import { HOURS_PER_DAY, HOURS_PER_YEAR, W_PER_MW } from "../../../units/constants";
import { excelSerial, isoDay } from "../../../units/dates";
import type { Contract, Portfolio, Seasons, Site } from "../document";
import { hoursOffYear } from "../hours-off";
import type { MarketMonth } from "../market-month";
import { hourlyBins, periodShares, seriesBins, type PriceBins } from "./price-bins";
import { emptyRecord, rowTaker } from "./records";
import type { ByMonth } from "./result";

// What a site and its contracts mean for machines, month by month: section 1 of docs/planning.md.

export const MONTHS_PER_YEAR = 12;

/** Figures of index 0, the start, are not used and 0. */
export interface SiteMonths {
  readonly site: Site;
  readonly capacityMw: ByMonth;
  readonly pue: ByMonth;
  readonly hours: ByMonth;
  /** share of the hours in which machines run that are not stopped for their price */
  readonly runShare: ByMonth;
  /** tariff = fixed part + weight · bin price, $/kWh */
  readonly tariffUsdKwh: ByMonth;
  readonly tariffWeight: ByMonth;
  /** share of the capacity that is paid for in any case */
  readonly takeOrPayShare: ByMonth;
  /** resale value = fixed part + weight · bin price, $/kWh */
  readonly resaleUsdKwh: ByMonth;
  readonly resaleWeight: ByMonth;
  readonly meanBinUsdKwh: ByMonth;
  readonly drawUsdKw: ByMonth;
  readonly creditUsdKw: ByMonth;
  readonly nameplateUsdKwh: ByMonth;
  readonly profitShare: ByMonth;
  /** by month from index 1; of month t the prices are sorted, lowest first, unless they are hours in the order of time */
  readonly bins: readonly (PriceBins | undefined)[];
  readonly hourByHour: boolean;
  readonly lowPowerAllowed: boolean;
}

const FIELDS = ["capacityMw", "pue", "hours", "runShare", "tariffUsdKwh", "tariffWeight", "takeOrPayShare", "resaleUsdKwh", "resaleWeight", "meanBinUsdKwh", "drawUsdKw", "creditUsdKw", "nameplateUsdKwh", "profitShare"] as const;
type Fields = Record<(typeof FIELDS)[number], ByMonth>;

const ONE_BIN: PriceBins = { shares: new Float64Array([1]), pricesUsdKwh: new Float64Array([0]) };

/** @param hourByHour hourly series as their hours in the order of time, and not as bins: the full evaluation that bins are held against */
export function siteMonths(portfolio: Portfolio, site: Site, months: readonly MarketMonth[], hourByHour = false): SiteMonths {
  const contracts = portfolio.contracts.filter((contract) => contract.siteId === site.id).sort((a, b) => b.firstMonth - a.firstMonth);
  const rows = emptyRecord(FIELDS, months.length + 1);
  const ramp = site.powerRamp.map(({ date, powerCapacityMw }) => ({ from: excelSerial(date), powerCapacityMw })).reverse();
  const bins: (PriceBins | undefined)[] = [undefined];
  const seasonAt = seasonsOf(months);
  const takeRow = rowTaker();
  months.forEach((month, i) => {
    const t = i + 1;
    const contract = contracts.find(({ firstMonth }) => firstMonth <= t)!;
    rows.capacityMw[t] = ramp.find(({ from }) => from <= month.start)?.powerCapacityMw ?? site.powerCapacityMw;
    rows.pue[t] = site.pue[seasonAt[i]!];
    rows.hours[t] = HOURS_PER_DAY * month.days;
    bins.push(contractMonth(portfolio, site, contract, month, t, rows, hourByHour ? hourlyBins : seriesBins, takeRow));
  });
  return { site, ...rows, bins, hourByHour, lowPowerAllowed: contracts.every(({ energy }) => energy.kind !== "hosting" || energy.lowPowerAllowed) };
}

/** What machines may draw, W. */
export function machineCapacityW({ capacityMw, pue }: Pick<SiteMonths, "capacityMw" | "pue">, t: number): number {
  return (capacityMw[t]! * W_PER_MW) / pue[t]!;
}

export function largestPue({ decFeb, marMay, junAug, sepNov }: Seasons): number {
  return Math.max(decFeb, marMay, junAug, sepNov);
}

const seasons = new WeakMap<readonly MarketMonth[], readonly (keyof Seasons)[]>();

/** Looked up once for all sites. */
function seasonsOf(months: readonly MarketMonth[]): readonly (keyof Seasons)[] {
  const found = seasons.get(months);
  if (found) return found;
  const made = months.map(({ start }) => (["decFeb", "marMay", "junAug", "sepNov"] as const)[Math.floor((Number(isoDay(start).slice(5, 7)) % MONTHS_PER_YEAR) / 3)]!);
  seasons.set(months, made);
  return made;
}

/** Notes one month of the contract in force and gives its bins. */
function contractMonth(portfolio: Portfolio, site: Site, contract: Contract, month: MarketMonth, t: number, rows: Fields, binsOf: typeof seriesBins, takeRow: (length: number) => Float64Array): PriceBins {
  const { energy, coincidentPeak: peak, demandResponse: response } = contract;
  const escalation = (1 + contract.escalationAnnual) ** Math.floor((t - contract.firstMonth) / MONTHS_PER_YEAR);
  rows.runShare[t] = site.uptime * (1 - hoursOffYear(contract) / HOURS_PER_YEAR);
  rows.drawUsdKw[t] = (contract.demandChargeUsdKwMonth + (peak ? (peak.rateUsdKwYear / MONTHS_PER_YEAR) * (1 - peak.peaksAvoided / peak.peaksPerYear) : 0)) * escalation;
  rows.creditUsdKw[t] = response ? response.enrolledShare * (response.capacityUsdKwMonth + (response.energyUsdKwh * response.hoursOffYear) / MONTHS_PER_YEAR) * escalation : 0;
  const series = (id: string): PriceBins => binsOf(portfolio.priceSeries.find((each) => each.id === id)!.valuesUsdKwh, month.start, month.end);
  let bins = ONE_BIN;
  switch (energy.kind) {
    case "fixed":
      rows.tariffUsdKwh[t] = energy.priceUsdKwh * escalation;
      rows.takeOrPayShare[t] = energy.takeOrPayShare;
      if (energy.resale?.kind === "price") rows.resaleUsdKwh[t] = energy.resale.priceUsdKwh * escalation;
      if (energy.resale?.kind === "indexed") {
        const { feeUsdKwh, seriesId } = energy.resale;
        rows.resaleWeight[t] = 1;
        bins = priced(series(seriesId), -feeUsdKwh, escalation, takeRow);
      }
      break;
    case "indexed": {
      const { seriesId, adderUsdKwh, capUsdKwh, floorUsdKwh } = energy;
      rows.tariffWeight[t] = 1;
      bins = priced(series(seriesId), adderUsdKwh, escalation, takeRow, floorUsdKwh, capUsdKwh);
      break;
    }
    case "timeOfUse": {
      rows.tariffWeight[t] = 1;
      const prices = [...energy.periods.map(({ priceUsdKwh }) => priceUsdKwh), energy.otherPriceUsdKwh];
      const shares = periodShares(energy.periods, month.start, month.end);
      const order = [...prices.keys()].sort((a, b) => prices[a]! - prices[b]!);
      bins = { shares: Float64Array.from(order, (i) => shares[i]!), pricesUsdKwh: Float64Array.from(order, (i) => prices[i]! * escalation) };
      break;
    }
    case "hosting": {
      const nameplate = energy.billedOn === "nameplate";
      if (nameplate) rows.nameplateUsdKwh[t] = energy.rateUsdKwh * escalation * (1 + energy.nameplateSurcharge);
      else rows.tariffUsdKwh[t] = energy.rateUsdKwh * escalation;
      rows.profitShare[t] = energy.profitShare;
    }
  }
  rows.meanBinUsdKwh[t] = meanPrice(bins);
  return bins;
}

export function meanPrice({ shares, pricesUsdKwh }: PriceBins): number {
  let sum = 0;
  for (let b = 0; b < shares.length; b++) sum += shares[b]! * pricesUsdKwh[b]!;
  return sum;
}

function priced({ shares, pricesUsdKwh: seriesUsdKwh }: PriceBins, adderUsdKwh: number, escalation: number, takeRow: (length: number) => Float64Array, floorUsdKwh = -Infinity, capUsdKwh = Infinity): PriceBins {
  const pricesUsdKwh = takeRow(seriesUsdKwh.length);
  for (let b = 0; b < pricesUsdKwh.length; b++) pricesUsdKwh[b] = (Math.min(capUsdKwh, Math.max(floorUsdKwh, seriesUsdKwh[b]!)) + adderUsdKwh) * escalation;
  return { shares, pricesUsdKwh };
}
