import { btcToSell } from "../../economics/treasury";
import { btcPrice, cash } from "../arguments";
import { defineFunction } from "../definition";

export default defineFunction({
  id: "BTCTOSELL",
  category: "Finance",
  summary: "Bitcoin to sell so that the cash covers the cost.",
  arguments: [cash, { kind: "number", name: "opex", unit: "$", allowed: { min: 0 }, help: "Cost to be paid." }, btcPrice],
  result: { kind: "number", unit: "BTC" },
  formula: "max(0, opex − cash) ÷ btc_price",
  source: "formulas E10",
  compute: (x) => btcToSell(x.cash, x.opex, x.btc_price),
  twin: (x) => `MAX(0,${x.opex}-${x.cash})/${x.btc_price}`,
  examples: [
    { args: [2e6, 3.2e6, 70000], result: 17.142857142857142, source: "independent calculation, formulas E10 (17.142857)" },
    { args: [4e6, 3.2e6, 70000], result: 0, source: "by hand: the cash is enough" },
  ],
});
