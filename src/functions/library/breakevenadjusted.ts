import { btcPriceAfterResponseUsd } from "../../economics/adjusted-breakeven";
import { breakevenHashpriceUsdPhDay } from "../../economics/breakeven";
import { NotAvailableError } from "../../units/errors";
import { blockReward, efficiency, inflexible, poolFee, powerPrice, pue, stackCaps, stackHashcosts } from "../arguments";
import { defineFunction } from "../definition";
import { requireSameLength } from "../same-length";

const CAPS = [[250000], [300000], [250000], [150000], [100000]];
const COSTS = [[20], [30], [38], [46], [60]];

export default defineFunction({
  id: "BREAKEVENADJUSTED",
  category: "Unit economics",
  summary: "Bitcoin price at which a machine neither earns nor loses after dearer miners have stopped and difficulty has followed.",
  arguments: [
    blockReward,
    efficiency,
    powerPrice,
    stackCaps,
    stackHashcosts,
    poolFee,
    pue,
    inflexible,
  ],
  result: { kind: "number", unit: "$/BTC" },
  formula: "x · (Σ caps below x + inflexible · Σ the others) ÷ (reward · 144), where x = 24 · efficiency · power_price · pue ÷ (1 − fee) and a class is below x where its hashcost is",
  source: "formulas E3, step stack; BREAKEVENPRICE is the price before anybody reacts",
  errors: ["#N/A where no class is cheaper than the machine: then no bitcoin price makes it lose", "#VALUE! where the ranges differ in length"],
  compute: (x) => {
    requireSameLength({ caps_ph: x.caps_ph, hashcosts: x.hashcosts });
    const level = breakevenHashpriceUsdPhDay({ efficiencyJth: x.efficiency, powerPriceUsdKwh: x.power_price, pue: x.pue, otherUsdPhDay: 0, poolFee: x.pool_fee });
    const classes = x.caps_ph.map((capacityPhs, i) => ({ capacityPhs, hashcostUsdPhDay: x.hashcosts[i]! }));
    const price = level > 0 ? btcPriceAfterResponseUsd(level, x.block_reward, classes, x.inflexible) : 0;
    if (price === 0) throw new NotAvailableError(`No bitcoin price breaks even after adjustment: no class of the network is cheaper than ${level.toPrecision(4)} $/PH/day, so dearer miners stop first at any price.`);
    return price;
  },
  examples: [
    { args: [3.155, 20, 0.0774409090909091, CAPS, COSTS], result: 45000, source: "formulas E3: at 45,000 $/BTC hashprice settles at 37.1716 $/PH/day with 550,000 PH/s" },
    { args: [3.155, 16, 0.1, CAPS, COSTS, 0.01, 1.02, 0.15], result: 72932.17435848182, source: "independent calculation (Python): bisection on formulas E3's step stack" },
  ],
});
