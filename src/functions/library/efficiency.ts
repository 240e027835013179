import { hashrateTh, watts } from "../arguments";
import { defineFunction } from "../definition";

export default defineFunction({
  id: "EFFICIENCY",
  category: "Hardware",
  summary: "Energy that a machine takes for one terahash.",
  arguments: [watts, hashrateTh],
  result: { kind: "number", unit: "J/TH" },
  formula: "watts ÷ hashrate",
  source: "definition: 1 W ÷ 1 TH/s = 1 J/TH",
  compute: (x) => x.watts / x.hashrate_th,
  twin: (x) => `${x.watts}/${x.hashrate_th}`,
  examples: [
    { args: [3645, 270], result: 13.5, source: "Bitmain, S21 XP nameplate" },
    { args: ["S19j Pro 104", "S19j Pro 104"], result: 29.5, source: "Bitmain, S19j Pro nameplate" },
  ],
});
