import type { Settings } from "./settings";

/** Figures as the settings want them shown. Values come in the units of the code: $/kWh, TH/s, $/PH/day. */
export interface Formats {
  /** "0.0550 $/kWh" or "55.00 $/MWh" */
  readonly formatPowerPrice: (usdKwh: number) => string;
  /** the same without its unit, for columns whose header names it */
  readonly powerPriceFigure: (usdKwh: number) => string;
  /** "104 TH/s" or "0.104 PH/s" */
  readonly formatHashrate: (ths: number) => string;
  /** "39.13 $/PH/day" or "0.0391 $/TH/day" */
  readonly formatHashprice: (usdPhDay: number) => string;
  /** the same without its unit */
  readonly hashpriceFigure: (usdPhDay: number) => string;
  readonly hashpriceUnit: Settings["hashpriceUnit"];
  /** with the thousands separator chosen, a decimal point and a true minus */
  readonly formatNumber: (value: number, digits?: number) => string;
  /** "$2,984,710" or "−$3,264,233" */
  readonly formatUsd: (value: number, digits?: number) => string;
  /** how many of the chosen unit are 1 $/kWh */
  readonly powerScale: 1 | 1000;
}

/** Narrow and not to be broken, as ISO 80000 separates thousands. */
const THIN_SPACE = "\u202f";
const MINUS = "−";
const KWH_PER_MWH = 1000;
const TH_PER_PH = 1000;

export function formatsOf({ powerUnit, hashrateUnit, hashpriceUnit, grouping }: Settings): Formats {
  const formatters = new Map<number, Intl.NumberFormat>();
  const inEnglish = (digits: number): Intl.NumberFormat => {
    const known = formatters.get(digits) ?? new Intl.NumberFormat("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: grouping !== "none" });
    formatters.set(digits, known);
    return known;
  };
  const formatNumber = (value: number, digits = 0): string => {
    const text = inEnglish(digits).format(Math.abs(value));
    const shown = grouping === "space" ? text.replaceAll(",", THIN_SPACE) : text;
    // A zero that rounding leaves has no sign.
    return value < 0 && /[1-9]/.test(text) ? `${MINUS}${shown}` : shown;
  };
  const perMwh = powerUnit === "$/MWh";
  const powerPriceFigure = (usdKwh: number): string => (perMwh ? formatNumber(usdKwh * KWH_PER_MWH, 2) : formatNumber(usdKwh, 4));
  const hashpriceFigure = (usdPhDay: number): string => (hashpriceUnit === "$/TH/day" ? formatNumber(usdPhDay / TH_PER_PH, 5) : formatNumber(usdPhDay, 2));
  return {
    formatNumber,
    powerPriceFigure,
    hashpriceFigure,
    hashpriceUnit,
    powerScale: perMwh ? KWH_PER_MWH : 1,
    formatPowerPrice: (usdKwh) => `${powerPriceFigure(usdKwh)} ${powerUnit}`,
    formatHashrate: (ths) => (hashrateUnit === "TH/s" ? `${formatNumber(ths, Number.isInteger(ths) ? 0 : 1)} TH/s` : `${formatNumber(ths / TH_PER_PH, 3)} PH/s`),
    formatHashprice: (usdPhDay) => `${hashpriceFigure(usdPhDay)} ${hashpriceUnit}`,
    formatUsd: (value, digits = 0) => {
      const text = formatNumber(Math.abs(value), digits);
      return value < 0 && /[1-9]/.test(text) ? `${MINUS}$${text}` : `$${text}`;
    },
  };
}
