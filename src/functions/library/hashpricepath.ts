import { hashpricePath } from "../../economics/projection";
import { difficulty, fees, headers, height0, months, price0 } from "../arguments";
import { defineFunction } from "../definition";
import { requireWhole } from "../whole-number";

const COLUMNS = ["Month", "BTC price ($)", "Difficulty", "Block reward (BTC)", "Hashprice ($/PH/day)"] as const;
const growth = { kind: "number", unit: "fraction", allowed: { min: -1, minExcluded: true, max: 1 } } as const;

export default defineFunction({
  id: "HASHPRICEPATH",
  category: "Projection",
  summary: "Hashprice month by month, where price and difficulty grow at steady rates and halvings come when their block does.",
  arguments: [
    months,
    price0,
    { ...growth, name: "price_growth", help: "Growth of the bitcoin price from one month to the next; 0.01 is 1 % a month." },
    { ...difficulty, name: "diff0", help: "Network difficulty at the start, as the raw number (1.3E+14), or a text such as \"130T\"." },
    { ...growth, name: "diff_growth", help: "Growth of the difficulty from one month to the next; 0.01 is 1 % a month." },
    height0,
    fees,
    headers,
  ],
  result: { kind: "table", unit: COLUMNS.join(", ") },
  formula: "month m: price0 · (1 + price_growth)^(m − 1), diff0 · (1 + diff_growth)^(m − 1), mean subsidy of the blocks from height0 + 4,383 · (m − 1) on + fees; hashprice as HASHPRICE gives it",
  source: "formulas E1; 144 blocks a day",
  compute: (x) => {
    requireWhole({ months: x.months });
    const start = { btcPriceUsd: x.price0, difficulty: x.diff0, height: x.height0, feesBtc: x.fees };
    const rows = hashpricePath(x.months, start, x.price_growth, x.diff_growth).map((row) => [row.month, row.btcPriceUsd, row.difficulty, row.blockRewardBtc, row.hashpriceUsdPhDay]);
    return x.headers ? [[...COLUMNS], ...rows] : rows;
  },
  examples: [
    {
      args: [3, 100000, 0.02, 1e14, 0.01, 1045000, 0.03, false],
      result: [
        [1, 100000, 1e14, 3.155, 63.46777081489563],
        [2, 102000, 1.01e14, 1.8124549395391285, 36.82136611987724],
        [3, 104040, 1.0201e14, 1.5925, 32.67314335070759],
      ],
      source: "formulas E1 (month 1); independent calculation (Python): 617 of the 4,383 blocks of month 2 come before the halving",
    },
  ],
});
