import { loadWeightedPrice } from "../../economics/power";
import { InputError } from "../../units/errors";
import { powerPrice } from "../arguments";
import { defineFunction } from "../definition";
import { requireSameLength } from "../same-length";

export default defineFunction({
  id: "TOUPRICE",
  category: "Power and curtailment",
  summary: "Average price of a time-of-use tariff, weighted by hours and load.",
  arguments: [
    { kind: "numbers", name: "prices", unit: "$/kWh", allowed: powerPrice.allowed, help: "Price of each time of use." },
    { kind: "numbers", name: "hours", unit: "hours", allowed: { min: 0 }, help: "Hours at each price." },
    { kind: "numbers", name: "load", unit: "", allowed: { min: 0 }, optional: true, twinDefault: 1, help: "Average draw at each price, in MW, kW or as a share; left out it is the same at all." },
  ],
  result: { kind: "number", unit: "$/kWh" },
  formula: "Σ prices · hours · load ÷ Σ hours · load",
  source: "definition of a weighted mean",
  errors: ["#VALUE! where the ranges differ in length or nothing is drawn at all"],
  compute: (x) => {
    const load = x.load.length > 0 ? x.load : undefined;
    requireSameLength({ prices: x.prices, hours: x.hours, ...(load && { load }) });
    if (x.hours.every((hours, i) => hours === 0 || load?.[i] === 0)) throw new InputError("hours and load leave nothing to weigh by: no energy is drawn at any price.");
    return loadWeightedPrice(x.prices, x.hours, load);
  },
  twin: (x) => `SUMPRODUCT(${x.prices}+0,${x.hours}*${x.load})/SUMPRODUCT(${x.hours}*${x.load})`,
  examples: [
    { args: [[[0.03], [0.08]], [[18], [6]]], result: 0.0425, source: "arithmetic: (0.54 + 0.48) ÷ 24" },
    { args: [[[0.03], [0.08]], [[18], [6]], [[10], [2]]], result: 0.033125, source: "arithmetic: (5.4 + 0.96) ÷ 192" },
  ],
});
