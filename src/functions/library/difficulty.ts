import { difficultyAtHashrate } from "../../economics/network";
import { blockSeconds } from "../arguments";
import { defineFunction } from "../definition";

export default defineFunction({
  id: "DIFFICULTY",
  category: "Network",
  summary: "Difficulty at which a network hashrate finds a block in the given time on average.",
  arguments: [
    { kind: "number", name: "hashrate_eh", unit: "EH/s", allowed: { min: 0, minExcluded: true }, help: "Hashrate of the whole network." },
    blockSeconds,
  ],
  result: { kind: "number", unit: "" },
  formula: "hashrate · 10^18 · block_seconds ÷ 2^32, the inverse of NETHASHRATE",
  source: "Bitcoin Wiki, Difficulty",
  compute: (x) => difficultyAtHashrate(x.hashrate_eh, x.block_seconds),
  twin: (x) => `${x.hashrate_eh}*10^18*${x.block_seconds}/2^32`,
  examples: [{ args: [715.8278826666666], result: 1e14, source: "independent calculation, formulas E1" }],
});
