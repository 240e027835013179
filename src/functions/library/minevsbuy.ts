import { minedBeyondBoughtBtc } from "../../economics/cash-flows";
import { btcPrice } from "../arguments";
import { defineFunction } from "../definition";
import { requireSameLength } from "../same-length";

export default defineFunction({
  id: "MINEVSBUY",
  category: "Investment",
  summary: "Bitcoin that mining brings beyond those that the same money would have bought; negative where buying wins.",
  arguments: [
    { kind: "number", name: "capex", unit: "$", allowed: { min: 0 }, help: "Money spent on machines at the start." },
    { ...btcPrice, help: "Price of one bitcoin at the start." },
    { kind: "numbers", name: "btc_mined_range", unit: "BTC", allowed: { min: 0 }, help: "Bitcoin mined in each period." },
    { kind: "numbers", name: "opex_range", unit: "$", allowed: {}, help: "Running cost of each period, as a positive number." },
    { kind: "numbers", name: "price_range", unit: "$/BTC", allowed: btcPrice.allowed, help: "Price of one bitcoin in each period." },
  ],
  result: { kind: "number", unit: "BTC" },
  formula: "Σ btc_mined − capex ÷ btc_price − Σ opex ÷ price",
  source: "definition: the purchases happen when the mining costs fall due",
  errors: ["#VALUE! where the ranges differ in length"],
  compute: (x) => {
    requireSameLength({ btc_mined_range: x.btc_mined_range, opex_range: x.opex_range, price_range: x.price_range });
    return minedBeyondBoughtBtc(x.capex, x.btc_price, x.btc_mined_range.map((minedBtc, i) => ({ minedBtc, opexUsd: x.opex_range[i]!, btcPriceUsd: x.price_range[i]! })));
  },
  examples: [{ args: [15000, 67000, [[0.9], [0.9], [0.9]], [[300], [300], [300]], [[67000], [70000], [60000]]], result: 2.462356076759062, source: "independent calculation (Python)" }],
});
