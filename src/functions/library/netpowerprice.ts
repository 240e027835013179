import { netPowerPriceUsdKwh } from "../../economics/power";
import { defineFunction } from "../definition";

export default defineFunction({
  id: "NETPOWERPRICE",
  category: "Unit economics",
  summary: "Power price after the credits that the site earned for curtailment and grid services.",
  arguments: [
    { kind: "number", name: "gross_cost", unit: "$", allowed: {}, help: "Power bill of the period before credits." },
    { kind: "number", name: "credits", unit: "$", allowed: { min: 0 }, help: "Credits of the period, as a positive number." },
    { kind: "number", name: "kwh", unit: "kWh", allowed: { min: 0, minExcluded: true }, help: "Energy drawn in the period; 1 MWh is 1,000 kWh." },
  ],
  result: { kind: "number", unit: "$/kWh; negative where credits exceed the bill" },
  formula: "(gross_cost − credits) ÷ kwh",
  source: "definition; Riot Platforms reports its net power cost so",
  compute: (x) => netPowerPriceUsdKwh(x.gross_cost, x.credits, x.kwh),
  twin: (x) => `(${x.gross_cost}-${x.credits})/${x.kwh}`,
  examples: [
    { args: [5000000, 1250000, 100000000], result: 0.0375, source: "arithmetic" },
    { args: [1000000, 1500000, 20000000], result: -0.025, source: "arithmetic" },
  ],
});
