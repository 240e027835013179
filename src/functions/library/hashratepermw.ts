import { hashratePhsPerMw } from "../../economics/fleet";
import { efficiency, pue } from "../arguments";
import { defineFunction } from "../definition";

export default defineFunction({
  id: "HASHRATEPERMW",
  category: "Hardware",
  summary: "Hashrate that 1 MW at the meter runs.",
  arguments: [efficiency, pue],
  result: { kind: "number", unit: "PH/s per MW" },
  formula: "1,000 ÷ (efficiency · pue)",
  source: "1 PH/s at 1 J/TH draws 1 kW",
  compute: (x) => hashratePhsPerMw(x.efficiency, x.pue),
  twin: (x) => `1000/(${x.efficiency}*${x.pue})`,
  examples: [
    { args: [20], result: 50, source: "arithmetic: 1,000 ÷ 20" },
    { args: ["S21 XP", 1.05], result: 70.54673721340387, source: "arithmetic: 1,000 ÷ (13.5 · 1.05)" },
  ],
});
