import { strikePriceUsdKwh } from "../../economics/power";
import { adders, efficiency, hashprice, poolFee, pue } from "../arguments";
import { defineFunction } from "../definition";

export default defineFunction({
  id: "STRIKEPRICE",
  category: "Power and curtailment",
  summary: "Wholesale power price above which it pays to stop.",
  arguments: [hashprice, efficiency, poolFee, pue, adders],
  result: { kind: "number", unit: "$/kWh" },
  formula: "hashprice · (1 − fee) ÷ (24 · efficiency · pue) − adders",
  source: "formulas E7",
  compute: (x) => strikePriceUsdKwh(x.hashprice, x.efficiency, x.pool_fee, x.pue, x.adders),
  twin: (x) => `${x.hashprice}*(1-${x.pool_fee})/(24*${x.efficiency}*${x.pue})-${x.adders}`,
  examples: [
    { args: [40, "S19j Pro", 0.01], result: 0.05593, tolerance: 1e-4, source: "independent calculation, formulas E7: 55.93 $/MWh at 29.5 J/TH" },
    { args: [40, 25, 0.01, 1.03, 0.004], result: 0.06007766990291262, source: "arithmetic: 39.6 ÷ 618 − 0.004" },
  ],
});
