import { networkHashrateEhs } from "../../economics/network";
import { blockSeconds, difficulty } from "../arguments";
import { defineFunction } from "../definition";

export default defineFunction({
  id: "NETHASHRATE",
  category: "Network",
  summary: "Network hashrate at which blocks arrive in the given time on average.",
  arguments: [difficulty, blockSeconds],
  result: { kind: "number", unit: "EH/s" },
  formula: "difficulty · 2^32 ÷ block_seconds ÷ 10^18",
  source: "Bitcoin Wiki, Difficulty",
  compute: (x) => networkHashrateEhs(x.difficulty, x.block_seconds),
  twin: (x) => `${x.difficulty}*2^32/${x.block_seconds}/10^18`,
  examples: [
    { args: [1e14], result: 715.8278826666666, source: "independent calculation, formulas E1" },
    { args: ["144.4T"], result: 1033.6554625706667, source: "independent calculation, oracle" },
  ],
});
