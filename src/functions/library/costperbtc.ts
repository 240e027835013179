import { costPerBtcUsd } from "../../economics/unit-economics";
import { hashcost } from "../arguments";
import { defineFunction } from "../definition";

export default defineFunction({
  id: "COSTPERBTC",
  category: "Unit economics",
  summary: "Cost of mining one bitcoin.",
  arguments: [
    hashcost,
    { kind: "number", name: "hashvalue", unit: "BTC/PH/day", allowed: { min: 0, minExcluded: true }, help: "Coins of 1 PH/s a day after the pool fee, as HASHVALUE gives them." },
  ],
  result: { kind: "number", unit: "$/BTC" },
  formula: "hashcost ÷ hashvalue",
  source: "formulas E2",
  compute: (x) => costPerBtcUsd(x.hashcost, x.hashvalue),
  twin: (x) => `${x.hashcost}/${x.hashvalue}`,
  examples: [{ args: [24, 0.0004833315], result: 49655.36, tolerance: 1e-6, source: "formulas E2: 20 J/TH at 0.05 $/kWh, difficulty 1.3E+14, reward 3.155, fee 1 %" }],
});
