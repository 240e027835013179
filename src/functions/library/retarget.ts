import { retargetedDifficulty } from "../../economics/difficulty-adjustment";
import { difficulty } from "../arguments";
import { defineFunction } from "../definition";

export default defineFunction({
  id: "RETARGET",
  category: "Network",
  summary: "Difficulty after the adjustment that ends an epoch of 2,016 blocks.",
  arguments: [
    difficulty,
    { kind: "number", name: "epoch_days", unit: "days", allowed: { min: 0, minExcluded: true, max: 1000 }, help: "Days that the epoch took; 14 leaves difficulty as it is." },
  ],
  result: { kind: "number", unit: "" },
  formula: "difficulty · MIN(4, MAX(1/4, 14 ÷ epoch_days))",
  source: "Bitcoin Core, CalculateNextWorkRequired, without its rounding",
  compute: (x) => retargetedDifficulty(x.difficulty, x.epoch_days),
  twin: (x) => `${x.difficulty}*MIN(4,MAX(1/4,14/${x.epoch_days}))`,
  examples: [
    { args: [1e14, 16], result: 8.75e13, source: "independent calculation, formulas E4" },
    { args: [1e14, 1], result: 4e14, source: "protocol: at most four times" },
    { args: [1e14, 70], result: 2.5e13, source: "protocol: at least a quarter" },
  ],
});
