import { breakevenDifficulty } from "../../economics/breakeven";
import { NotAvailableError } from "../../units/errors";
import { blockReward, btcPrice, efficiency, poolFee, powerPrice, pue } from "../arguments";
import { defineFunction } from "../definition";

export default defineFunction({
  id: "BREAKEVENDIFFICULTY",
  category: "Unit economics",
  summary: "Network difficulty at which a machine neither earns nor loses.",
  arguments: [btcPrice, blockReward, efficiency, powerPrice, poolFee, pue],
  result: { kind: "number", unit: "" },
  formula: "86,400 · 10^15 · reward · price · (1 − fee) ÷ (2^32 · 24 · efficiency · power_price · pue)",
  source: "Hayes 2015 with pool fee and PUE (formulas E2)",
  errors: ["#N/A where power costs nothing: then no difficulty makes the machine lose"],
  compute: (x) => {
    if (x.power_price <= 0) throw new NotAvailableError("No difficulty breaks even: power_price is 0, blank or negative, so the machine earns at any difficulty.");
    return breakevenDifficulty(x.btc_price, x.block_reward, x.pool_fee, { efficiencyJth: x.efficiency, powerPriceUsdKwh: x.power_price, pue: x.pue, otherUsdPhDay: 0 });
  },
  twin: (x) => `IF(${x.power_price}>0,86400*10^15*${x.block_reward}*${x.btc_price}*(1-${x.pool_fee})/(2^32*24*${x.efficiency}*${x.power_price}*${x.pue}),NA())`,
  examples: [
    { args: [67000, 3.145, 29.5, 0.055, 0.01], result: 107767691804190.8, source: "independent calculation, oracle" },
    { args: [67000, 3.145, 13.5, 0.055, 0.01], result: 235492363572120.6, source: "independent calculation, oracle" },
  ],
});
