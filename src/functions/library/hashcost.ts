import { hashcostUsdPhDay } from "../../economics/unit-economics";
import { efficiency, otherOpex, powerPrice, pue } from "../arguments";
import { defineFunction } from "../definition";

export default defineFunction({
  id: "HASHCOST",
  category: "Unit economics",
  summary: "What it costs to run 1 PH/s for a day.",
  arguments: [efficiency, powerPrice, pue, otherOpex],
  result: { kind: "number", unit: "$/PH/day" },
  formula: "24 · efficiency · power_price · pue + other",
  source: "Hayes 2015 with PUE and other cost; 1 PH/s at 1 J/TH draws 1 kW",
  compute: (x) => hashcostUsdPhDay({ efficiencyJth: x.efficiency, powerPriceUsdKwh: x.power_price, pue: x.pue, otherUsdPhDay: x.other_opex_per_ph_day }),
  twin: (x) => `24*${x.efficiency}*${x.power_price}*${x.pue}+${x.other_opex_per_ph_day}`,
  examples: [
    { args: [20, 0.05], result: 24, source: "independent calculation, formulas E2" },
    { args: [29.5, 0.055], result: 38.94, source: "independent calculation, oracle" },
  ],
});
