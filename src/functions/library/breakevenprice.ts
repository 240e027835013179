import { breakevenBtcPriceUsd } from "../../economics/breakeven";
import { blockReward, difficulty, efficiency, poolFee, powerPrice, pue } from "../arguments";
import { defineFunction } from "../definition";

export default defineFunction({
  id: "BREAKEVENPRICE",
  category: "Unit economics",
  summary: "Bitcoin price at which a machine neither earns nor loses.",
  arguments: [difficulty, blockReward, efficiency, powerPrice, poolFee, pue],
  result: { kind: "number", unit: "$/BTC" },
  formula: "24 · efficiency · power_price · pue ÷ (reward · 86,400 · 10^15 ÷ (difficulty · 2^32) · (1 − fee))",
  source: "Hayes 2015 with pool fee and PUE (formulas E2)",
  compute: (x) =>
    breakevenBtcPriceUsd(x.difficulty, x.block_reward, x.pool_fee, { efficiencyJth: x.efficiency, powerPriceUsdKwh: x.power_price, pue: x.pue, otherUsdPhDay: 0 }),
  twin: (x) => `24*${x.efficiency}*${x.power_price}*${x.pue}/(${x.block_reward}*86400*10^15/(${x.difficulty}*2^32)*(1-${x.pool_fee}))`,
  examples: [
    { args: [1.3e14, 3.155, 20, 0.05, 0.01], result: 49655.36, tolerance: 1e-7, source: "independent calculation, formulas E2" },
    { args: [1.444e14, 3.145, 29.5, 0.055, 0.01], result: 89774.58678041177, source: "independent calculation, oracle" },
  ],
});
