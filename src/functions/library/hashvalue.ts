import { hashvalueBtcPhDay } from "../../economics/network";
import { blockReward, difficulty, poolFee } from "../arguments";
import { defineFunction } from "../definition";

export default defineFunction({
  id: "HASHVALUE",
  category: "Network",
  summary: "Bitcoin that 1 PH/s is expected to mine in a day.",
  arguments: [difficulty, blockReward, poolFee],
  result: { kind: "number", unit: "BTC/PH/day" },
  formula: "reward · 86,400 · 10^15 ÷ (difficulty · 2^32) · (1 − fee)",
  source: "Luxor, hashprice glossary; protocol arithmetic",
  compute: (x) => hashvalueBtcPhDay(x.difficulty, x.block_reward) * (1 - x.pool_fee),
  twin: (x) => `${x.block_reward}*86400*10^15/(${x.difficulty}*2^32)*(1-${x.pool_fee})`,
  examples: [
    { args: [1e14, 3.125], result: 0.000628642737865448, source: "independent calculation, formulas E1" },
    { args: [1.2586e14, 3.145], result: 0.0005026744409564491, source: "independent calculation, oracle" },
  ],
});
