import { simulatePath } from "../../economics/simulation";
import { headers } from "../arguments";
import { defineFunction } from "../definition";
import { dynamics, marketStart, seed, simulationInputs } from "../simulation-arguments";

const COLUMNS = ["Month", "BTC price ($)", "Difficulty", "Hashprice ($/PH/day)"] as const;

export default defineFunction({
  id: "SIMPATH",
  category: "Projection",
  summary: "One random path of price, difficulty and hashprice by month end, played from retarget to retarget; the seed decides which.",
  arguments: [...marketStart, seed, ...dynamics, headers],
  result: { kind: "table", unit: COLUMNS.join(", ") },
  formula:
    "per step of Δ years ln price grows by (drift − vol² ÷ 2) · Δ + vol · √Δ · z; each retarget, difficulty · min(4, max(¼, 14 ÷ epoch days)), then hashrate closes 1 − e^(−epoch days ÷ 30) of its gap to start · (revenue ÷ revenue at the start)^elasticity. Revenue is price · (subsidy by height + fees); blocks come at 144 · hashrate ÷ (hashrate at the difficulty) a day; random numbers by xoshiro128**",
  source: "formulas E5; Blackman and Vigna 2018",
  compute: (x) => {
    const path = simulatePath(simulationInputs(x), x.seed);
    const rows = Array.from(path.hashpriceUsdPhDay, (hashprice, i) => [i + 1, path.btcPriceUsd[i]!, path.difficulty[i]!, hashprice]);
    return x.headers ? [[...COLUMNS], ...rows] : rows;
  },
  examples: [
    {
      args: [3, 67000, 1.444e14, 935424, 7, 0.1, 0.55, 0.3, 0.02, false],
      result: [
        [1, 61553.843123615996, 143120317479458.88, 27.209991958235175],
        [2, 56622.51492465096, 140271160725641.6, 25.538494692499167],
        [3, 58622.51636757893, 138520854595357.97, 26.774651413343907],
      ],
      source: "independent calculation: the same model in Python",
    },
    { args: [2, 67000, 1.444e14, 935424, 1, null, null, null, 0.02, false], result: [[1, 67000, 1.444e14, 29.35500376937792], [2, 67000, 1.444e14, 29.35500376937792]], source: "oracle: without drift, volatility and response the market stands still" },
  ],
});
