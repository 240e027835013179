import type { ComparisonTerms } from "../planning/portfolio/compare";
import type { SiteGear } from "../planning/portfolio/compare-gears";
import type { SitePower } from "../planning/portfolio/compare-site";
import { FORMATS } from "./looks";
import { formula, number, text } from "./summary-cells";
import type { Cell, NumberLimits, Validation } from "./workbook";

/** What a comparison sheet is made from. */
export interface ComparisonInputs {
  readonly title: string;
  /** where the figures come from, in a sentence */
  readonly remark: string;
  readonly terms: ComparisonTerms;
  readonly machines: readonly { readonly label: string; readonly released: string; readonly hashrateThs: number; readonly powerW: number; readonly priceUsdTh?: number }[];
  readonly replaced?: { readonly label: string; readonly efficiencyJth: number; readonly resaleUsdTh: number };
  readonly gears?: { readonly power: SitePower; readonly gears: readonly SiteGear[] };
}

/** The block of inputs, and where each figure stands. */
export interface InputBlock {
  readonly rows: (Cell | null)[][];
  readonly validations: readonly Validation[];
  /** "$B$7" */
  readonly at: (key: string) => string;
  /** the network's classes: "$B$30:$B$35" of a column */
  readonly classes: (column: "B" | "C" | "D" | "E") => string;
}

interface InputRow {
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  /** an input, or how its formula is made once the rows before it have their place */
  readonly content: number | (() => string);
  readonly format: string;
  readonly limits?: NumberLimits;
}

/** Inputs one below the other in columns A to C, under a heading each, and the network's classes at the end. */
export function comparisonInputs(inputs: ComparisonInputs, firstRow: number): InputBlock {
  const positions = new Map<string, string>();
  const rows: (Cell | null)[][] = [];
  const validations: Validation[] = [];
  const at = (key: string): string => {
    const found = positions.get(key);
    if (!found) throw new Error(`The comparison has no input "${key}"`);
    return found;
  };
  const add = ({ key, label, unit, content, format, limits }: InputRow): void => {
    const row = firstRow + rows.length;
    positions.set(key, `$B$${row}`);
    rows.push([text(label), typeof content === "function" ? formula(content(), "calculation", format) : number(content, "input", format), text(unit, "unit")]);
    if (limits) validations.push({ address: `B${row}`, rule: { kind: "decimal", ...limits }, errorTitle: label, errorMessage: `${label}: ${rangeText(limits)}${unit && ` (${unit})`}.` });
  };
  const heading = (title: string): void => void rows.push([text(title, "heading"), text("", "heading"), text("", "heading"), text("", "heading"), text("", "heading")]);

  heading("Place and market");
  placeAndMarket(inputs, at).forEach(add);
  heading("The world's machines, for the price after adjustment");
  network(inputs.terms).forEach(add);
  rows.push(["Class", "J/TH", "Share", "Runs now", "EH/s"].map((title, i) => text(title, i === 0 ? "columnHeader" : "columnHeaderRight")));
  const first = firstRow + rows.length;
  const last = first + inputs.terms.network.stack.length - 1;
  const classes = (column: string): string => `$${column}$${first}:$${column}$${last}`;
  inputs.terms.network.stack.forEach(({ name, efficiencyJth, hashrateShare }, i) => {
    const row = first + i;
    rows.push([
      text(name), number(efficiencyJth, "input", FORMATS.decimals), number(hashrateShare, "input", FORMATS.percent),
      formula(`=${runningShare(at, at("hashprice"), `B${row}`)}`, "calculation", FORMATS.percent),
      formula(`=C${row}*${at("networkEhs")}/SUMPRODUCT(${classes("C")},${classes("D")})`, "calculation", FORMATS.decimals),
    ]);
  });
  return { rows, validations, at, classes };
}

/** Share of a class that earns its power at a hashprice, as a formula; over a range inside SUMPRODUCT. Source: formulas E3. */
export function runningShare(at: InputBlock["at"], hashprice: string, efficiency: string): string {
  return `(${at("inflexible")}+(1-${at("inflexible")})*NORMSDIST(LN(${hashprice}*(1-${at("networkFee")})/(24*${efficiency}*${at("median")}))/${at("sigma")}))`;
}

function placeAndMarket({ terms, replaced, gears }: ComparisonInputs, at: InputBlock["at"]): InputRow[] {
  return [
    { key: "power", label: "Power price", unit: "$/kWh", content: terms.powerPriceUsdKwh, format: FORMATS.usdKwh, limits: { minimum: -1, maximum: 10 } },
    { key: "pue", label: "PUE", unit: "site ÷ machines", content: terms.pue, format: FORMATS.ratio, limits: { minimum: 1, maximum: 2 } },
    { key: "uptime", label: "Uptime", unit: "share of hours", content: terms.uptime, format: FORMATS.percent, limits: { exclusiveMinimum: 0, maximum: 1 } },
    { key: "fee", label: "Pool fee", unit: "share of revenue", content: terms.poolFee, format: FORMATS.percent, limits: { minimum: 0, maximum: 0.5 } },
    { key: "btc", label: "BTC price", unit: "$", content: terms.btcPriceUsd, format: FORMATS.decimals, limits: { exclusiveMinimum: 0 } },
    { key: "difficulty", label: "Difficulty", unit: "", content: terms.difficulty, format: FORMATS.whole, limits: { minimum: 1 } },
    { key: "reward", label: "Block reward", unit: "BTC with fees", content: terms.blockRewardBtc, format: FORMATS.btc, limits: { exclusiveMinimum: 0, maximum: 100 } },
    { key: "hashprice", label: "Hashprice", unit: "$/PH/day", content: () => `=${at("btc")}*${at("reward")}*86400*10^15/(${at("difficulty")}*2^32)`, format: FORMATS.decimals },
    { key: "net", label: "Hashprice after pool fee", unit: "$/PH/day", content: () => `=${at("hashprice")}*(1-${at("fee")})`, format: FORMATS.decimals },
    { key: "networkEhs", label: "Network hashrate", unit: "EH/s", content: () => `=${at("difficulty")}*2^32/600/10^18`, format: FORMATS.decimals },
    ...(replaced ? [
      { key: "oldJth", label: `Replaced: ${replaced.label}`, unit: "J/TH", content: replaced.efficiencyJth, format: FORMATS.decimals, limits: { exclusiveMinimum: 0 } },
      { key: "resale", label: "It sells for", unit: "$/TH", content: replaced.resaleUsdTh, format: FORMATS.decimals, limits: { minimum: 0 } },
      { key: "years", label: "Life from now on", unit: "years", content: terms.years, format: FORMATS.decimals, limits: { exclusiveMinimum: 0, maximum: 50 } },
      { key: "rate", label: "Discount rate", unit: "a year", content: terms.discountRateAnnual, format: FORMATS.percent, limits: { minimum: 0, maximum: 2 } },
      { key: "decline", label: "Hashprice falls by", unit: "a year", content: terms.hashpriceDeclineAnnual, format: FORMATS.percent, limits: { minimum: -10, exclusiveMaximum: 1 } },
      { key: "r", label: "Discount rate, continuous", unit: "a year", content: () => `=LN(1+${at("rate")})`, format: FORMATS.rate },
      { key: "g", label: "Decline, continuous", unit: "a year", content: () => `=-LN(1-${at("decline")})`, format: FORMATS.rate },
    ] : []),
    ...(gears ? [
      { key: "capacity", label: "Power capacity", unit: "MW", content: gears.power.capacityMw, format: FORMATS.decimals, limits: { minimum: 0 } },
      { key: "committed", label: "Of it paid for in any case", unit: "MW", content: gears.power.committedMw, format: FORMATS.decimals, limits: { minimum: 0 } },
      { key: "resold", label: "which sells for, when not used", unit: "$/kWh", content: gears.power.committedUsdKwh, format: FORMATS.usdKwh },
    ] : []),
  ];
}

function network({ network: { powerMedianUsdKwh, powerSigma, poolFee, inflexibleShare } }: ComparisonTerms): InputRow[] {
  return [
    { key: "median", label: "Median power price", unit: "$/kWh", content: powerMedianUsdKwh, format: FORMATS.usdKwh, limits: { exclusiveMinimum: 0, maximum: 1 } },
    { key: "sigma", label: "Spread of power prices", unit: "σ of ln", content: powerSigma, format: FORMATS.ratio, limits: { exclusiveMinimum: 0, maximum: 3 } },
    { key: "networkFee", label: "Pool fee", unit: "share of revenue", content: poolFee, format: FORMATS.percent, limits: { minimum: 0, maximum: 0.5 } },
    { key: "inflexible", label: "Runs at any hashprice", unit: "share", content: inflexibleShare, format: FORMATS.percent, limits: { minimum: 0, maximum: 1 } },
  ];
}

function rangeText({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: NumberLimits): string {
  return [
    ...(minimum === undefined ? [] : [`at least ${minimum}`]), ...(exclusiveMinimum === undefined ? [] : [`above ${exclusiveMinimum}`]),
    ...(maximum === undefined ? [] : [`at most ${maximum}`]), ...(exclusiveMaximum === undefined ? [] : [`below ${exclusiveMaximum}`]),
  ].join(", ");
}
