import { hashpriceBridge } from "../../economics/hashprice-bridge";
import { blockReward, btcPrice, difficulty } from "../arguments";
import { defineFunction } from "../definition";

export default defineFunction({
  id: "HASHPRICEBRIDGE",
  category: "Network",
  summary: "How much of a change in hashprice comes from bitcoin's price, from difficulty and from the block reward.",
  arguments: [
    { ...btcPrice, name: "price0", help: "Price of one bitcoin before." },
    { ...difficulty, name: "diff0", help: "Difficulty before, as the raw number or a text such as \"130T\"." },
    { ...blockReward, name: "reward0", help: "Subsidy plus fees of an average block before." },
    { ...btcPrice, name: "price1", help: "Price of one bitcoin after." },
    { ...difficulty, name: "diff1", help: "Difficulty after, as the raw number or a text such as \"130T\"." },
    { ...blockReward, name: "reward1", help: "Subsidy plus fees of an average block after." },
  ],
  result: { kind: "table", unit: "one row in $/PH/day: from price, from difficulty, from reward; their sum is the change in hashprice" },
  formula: "Λ · LN(price1 ÷ price0), −Λ · LN(diff1 ÷ diff0), Λ · LN(reward1 ÷ reward0) with Λ = (hashprice1 − hashprice0) ÷ LN(hashprice1 ÷ hashprice0)",
  source: "logarithmic mean Divisia index (Ang 2004); formulas E10",
  compute: (x) => {
    const bridge = hashpriceBridge(
      { btcPriceUsd: x.price0, difficulty: x.diff0, blockRewardBtc: x.reward0 },
      { btcPriceUsd: x.price1, difficulty: x.diff1, blockRewardBtc: x.reward1 },
    );
    return [[bridge.btcPriceUsd, bridge.difficulty, bridge.blockRewardBtc]];
  },
  examples: [
    { args: [100000, "150T", 3.18, 70000, "130T", 3.15], result: [[-13.6341, 5.4701, -0.3623]], tolerance: 1.5e-4, source: "independent calculation, formulas E10: from 42.6471 to 34.1208 $/PH/day" },
    { args: [60000, 1e14, 3.15, 60000, 1e14, 3.15], result: [[0, 0, 0]], source: "nothing changes" },
  ],
});
