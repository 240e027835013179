import { impliedDifficulty } from "../../economics/projection";
import { blockReward } from "../arguments";
import { defineFunction } from "../definition";

export default defineFunction({
  id: "IMPLIEDDIFFICULTY",
  category: "Projection",
  summary: "Network difficulty that a hashprice forward quoted in bitcoin stands for.",
  arguments: [{ kind: "number", name: "btc_forward", unit: "BTC/PH/day", allowed: { min: 0, minExcluded: true, max: 1 }, help: "Forward hashprice in bitcoin." }, blockReward],
  result: { kind: "number", unit: "" },
  formula: "block_reward · 86,400 · 10^15 ÷ (2^32 · btc_forward)",
  source: "formulas E5",
  compute: (x) => impliedDifficulty(x.btc_forward, x.block_reward),
  twin: (x) => `${x.block_reward}*86400*10^15/(2^32*${x.btc_forward})`,
  examples: [{ args: [0.00052, 3.155], result: 122053405413260.83, source: "independent calculation, formulas E5 (122.0534 T)" }],
});
