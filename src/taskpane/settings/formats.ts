import type { Settings } from "./settings";
import { inUnit, shownUnit } from "./shown-units";

/** Figures as the settings want them shown. Values come in the units of the code: $/kWh, TH/s, $/PH/day. */
export interface Formats {
  /** with the thousands separator chosen, a decimal point and a true minus */
  readonly formatNumber: (value: number, digits?: number) => string;
  /** to so many figures at most: "97,520", "0.0401" */
  readonly formatFigures: (value: number, figures: number) => string;
  /** as many decimals as it has, for fields: "0.0555", "127,479,855,693,691.4" */
  readonly formatExact: (value: number) => string;
  /** "$2,984,710" or "−$3,264,233" */
  readonly formatUsd: (value: number, digits?: number) => string;
  /** the unit in which figures of another are shown: "$/MWh" for "$/kWh" */
  readonly unitFor: (unit: string) => string;
  /** the figure in that unit, digit by digit, and back */
  readonly toShown: (value: number, unit: string) => number;
  readonly fromShown: (value: number, unit: string) => number;
  /** "55.00" of 0.055 and "$/kWh" */
  readonly figureIn: (value: number, unit: string) => string;
  /** "55.00 $/MWh" of 0.055 and "$/kWh" */
  readonly formatIn: (value: number, unit: string) => string;
  /** a sentence of the planner with its figures in the units and with the thousands separator chosen */
  readonly restated: (sentence: string) => string;
  /** "0.0550 $/kWh" or "55.00 $/MWh"; the figure alone for columns whose header names the unit */
  readonly formatPowerPrice: (usdKwh: number) => string;
  readonly powerPriceFigure: (usdKwh: number) => string;
  /** "39.13 $/PH/day" or "0.03913 $/TH/day", and the figure alone */
  readonly formatHashprice: (usdPhDay: number) => string;
  readonly hashpriceFigure: (usdPhDay: number) => string;
  /** "104 TH/s" or "0.104 PH/s" */
  readonly formatHashrate: (ths: number) => string;
}

/** Narrow and not to be broken, as ISO 80000 separates thousands. */
const THIN_SPACE = "\u202f";
const MINUS = "−";
const DECIMALS: Readonly<Record<string, number>> = { "$/kWh": 4, "$/MWh": 2, "$/PH/day": 2, "$/TH/day": 5, "PH/s": 3 };
/** As many as people type; beyond are the errors of binary fractions. */
const EXACT_DECIMALS = 12;
/** A figure of the planner with its unit, which writes them in the units of the code. */
const FIGURE_WITH_UNIT = /([−-]?)(\d[\d,]*(?:\.\d+)?) (\$\/kWh|\$\/PH\/day|TH\/s|PH\/s)(?![\w/])/g;
const THOUSANDS = /\d{1,3}(?:,\d{3})+(?!\d)/g;

export function formatsOf(settings: Settings): Formats {
  const { grouping } = settings;
  const formatters = new Map<string, Intl.NumberFormat>();
  const inEnglish = (options: Intl.NumberFormatOptions): Intl.NumberFormat => {
    const key = JSON.stringify(options);
    const known = formatters.get(key) ?? new Intl.NumberFormat("en-US", { ...options, useGrouping: grouping !== "none" });
    formatters.set(key, known);
    return known;
  };
  const spaced = (text: string): string => (grouping === "space" ? text.replaceAll(",", THIN_SPACE) : text);
  const signed = (value: number, text: string, before = ""): string => `${value < 0 && /[1-9]/.test(text) ? MINUS : ""}${before}${text}`; // A zero that rounding leaves has no sign.
  const digitsOf = (value: number, options: Intl.NumberFormatOptions): string => spaced(inEnglish(options).format(Math.abs(value)));
  const withDigits = (value: number, digits: number): string => digitsOf(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });

  const formatNumber = (value: number, digits = 0): string => signed(value, withDigits(value, digits));
  const unitFor = (unit: string): string => shownUnit(unit, settings);
  const toShown = (value: number, unit: string): number => inUnit(value, unit, unitFor(unit));
  const figureIn = (value: number, unit: string): string => {
    const shown = toShown(value, unit);
    return formatNumber(shown, DECIMALS[unitFor(unit)] ?? (Number.isInteger(shown) ? 0 : 1));
  };
  const formatIn = (value: number, unit: string): string => `${figureIn(value, unit)} ${unitFor(unit)}`;
  return {
    formatNumber, unitFor, toShown, figureIn, formatIn,
    fromShown: (value, unit) => inUnit(value, unitFor(unit), unit),
    formatFigures: (value, figures) => signed(value, digitsOf(value, { maximumSignificantDigits: figures })),
    formatExact: (value) => signed(value, digitsOf(value, { maximumFractionDigits: EXACT_DECIMALS })),
    formatUsd: (value, digits = 0) => signed(value, withDigits(value, digits), "$"),
    restated: (sentence) => sentence
      .replace(FIGURE_WITH_UNIT, (whole, sign: string, figure: string, unit: string) => (unitFor(unit) === unit ? whole : formatIn(Number(`${sign === "" ? "" : "-"}${figure.replaceAll(",", "")}`), unit)))
      .replace(THOUSANDS, (figure) => (grouping === "none" ? figure.replaceAll(",", "") : spaced(figure))),
    formatPowerPrice: (usdKwh) => formatIn(usdKwh, "$/kWh"),
    powerPriceFigure: (usdKwh) => figureIn(usdKwh, "$/kWh"),
    formatHashprice: (usdPhDay) => formatIn(usdPhDay, "$/PH/day"),
    hashpriceFigure: (usdPhDay) => figureIn(usdPhDay, "$/PH/day"),
    formatHashrate: (ths) => formatIn(ths, "TH/s"),
  };
}
