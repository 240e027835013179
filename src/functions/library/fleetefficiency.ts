import { fleetEfficiencyJth } from "../../economics/fleet";
import { InputError } from "../../units/errors";
import { defineFunction } from "../definition";
import { requireSameLength } from "../same-length";

const positive = { min: 0, minExcluded: true } as const;

export default defineFunction({
  id: "FLEETEFFICIENCY",
  category: "Hardware",
  summary: "Efficiency of a mixed fleet as a whole.",
  arguments: [
    { kind: "numbers", name: "units", unit: "machines", allowed: { min: 0 }, help: "Number of machines of each kind." },
    { kind: "numbers", name: "hashrate_th", unit: "TH/s", allowed: positive, hardware: "hashrateThs", help: "Hashrate of one machine of each kind." },
    { kind: "numbers", name: "watts", unit: "W", allowed: positive, hardware: "powerW", help: "Power of one machine of each kind." },
  ],
  result: { kind: "number", unit: "J/TH" },
  formula: "Σ units · watts ÷ Σ units · hashrate",
  source: "definition: 1 W ÷ 1 TH/s = 1 J/TH",
  errors: ["#VALUE! where the ranges differ in length or units are all 0"],
  compute: (x) => {
    requireSameLength({ units: x.units, hashrate_th: x.hashrate_th, watts: x.watts });
    if (x.units.every((count) => count === 0)) throw new InputError("units are all 0; give the number of machines of each kind.");
    return fleetEfficiencyJth(x.units, x.hashrate_th, x.watts);
  },
  twin: (x) => `SUMPRODUCT(${x.units},${x.watts}+0)/SUMPRODUCT(${x.units},${x.hashrate_th}+0)`,
  examples: [
    { args: [[[1000], [500]], [[270], [104]], [[3645], [3068]]], result: 16.08385093167702, source: "arithmetic: (3,645,000 + 1,534,000) ÷ (270,000 + 52,000)" },
    { args: [[[1000, 500]], [["S21 XP", "S19j Pro 104"]], [["S21 XP", "S19j Pro 104"]]], result: 16.08385093167702, source: "the same from the nameplates in the catalog" },
  ],
});
