import { coincidentPeakSavingUsd, strikePriceUsdKwh } from "../../economics/power";
import { InputError } from "../../units/errors";
import { efficiency, hashprice, mw, poolFee, powerPrice, pue } from "../arguments";
import { defineFunction } from "../definition";

export default defineFunction({
  id: "CPSAVING",
  category: "Power and curtailment",
  summary: "What stopping in the grid's coincident peaks saves in a year: transmission charge less the margin lost.",
  arguments: [
    mw,
    { kind: "number", name: "cp_rate_kw_year", unit: "$/kW-year", allowed: { min: 0, max: 10000 }, help: "Transmission charge on the draw in the coincident peaks." },
    { kind: "number", name: "peaks_hit", unit: "peaks", allowed: { min: 0, max: 366 }, help: "Peaks in which the site stood still." },
    { kind: "number", name: "hours_off", unit: "hours", allowed: { min: 0, max: 8784 }, help: "All hours in which it stood still, peaks missed included." },
    hashprice,
    efficiency,
    powerPrice,
    { kind: "number", name: "peaks", unit: "peaks", allowed: { min: 0, max: 366, minExcluded: true }, default: 4, help: "Peaks that the grid counts in a year." },
    poolFee,
    pue,
  ],
  result: { kind: "number", unit: "$ a year" },
  formula: "rate · mw · 1,000 · peaks_hit ÷ peaks − hours_off · mw · 1,000 · (hashprice · (1 − fee) ÷ (24 · efficiency · pue) − power_price)",
  source: "formulas E7; ERCOT's 4CP counts the highest quarter hour of June to September",
  errors: ["#VALUE! where peaks_hit is more than peaks"],
  compute: (x) => {
    if (x.peaks_hit > x.peaks) throw new InputError(`peaks_hit is ${x.peaks_hit}; allowed is up to the ${x.peaks} peaks that the grid counts.`);
    const earned = strikePriceUsdKwh(x.hashprice, x.efficiency, x.pool_fee, x.pue, 0);
    return coincidentPeakSavingUsd({ siteMw: x.mw, rateUsdKwYear: x.cp_rate_kw_year, peaks: x.peaks, peaksHit: x.peaks_hit, hoursOff: x.hours_off }, earned, x.power_price);
  },
  twin: (x) =>
    `${x.cp_rate_kw_year}*${x.mw}*1000*${x.peaks_hit}/${x.peaks}-${x.hours_off}*${x.mw}*1000*(${x.hashprice}*(1-${x.pool_fee})/(24*${x.efficiency}*${x.pue})-${x.power_price})`,
  examples: [{ args: [50, 60, 3, 40, 48, 20, 0.05], result: 2150000, source: "arithmetic: 60 · 50,000 · 3 ÷ 4 = 2,250,000 less 40 · 50,000 · (0.1 − 0.05) = 100,000" }],
});
