import { forwardSellerUsd } from "../../economics/projection";
import { defineFunction } from "../definition";

const level = { kind: "number", unit: "$/PH/day", allowed: { min: 0 } } as const;

export default defineFunction({
  id: "FORWARDPNL",
  category: "Projection",
  summary: "Gain or loss of a hashprice forward at settlement.",
  arguments: [
    { ...level, name: "contract_hashprice", help: "Hashprice agreed." },
    { ...level, name: "settlement", help: "Average hashprice over the contract's days." },
    { kind: "number", name: "ph", unit: "PH/s", allowed: { min: 0 }, help: "Hashrate sold or bought." },
    { kind: "number", name: "days", unit: "days", allowed: { min: 0 }, help: "Days of the contract." },
    { kind: "choice", name: "side", choices: { sell: "sold hashrate: gains when hashprice falls", buy: "bought hashrate: gains when hashprice rises" }, default: "sell", help: "Side of the contract." },
  ],
  result: { kind: "number", unit: "$" },
  formula: "(contract_hashprice − settlement) · ph · days; the negative of it for the buyer",
  source: "formulas E5: non-deliverable forward on hashprice",
  compute: (x) => forwardSellerUsd(x.contract_hashprice, x.settlement, x.ph, x.days) * (x.side === "sell" ? 1 : -1),
  twin: (x) => `(${x.contract_hashprice}-${x.settlement})*${x.ph}*${x.days}*${x.choose("side", { sell: "1", buy: "-1" })}`,
  examples: [
    { args: [45, 41.5, 10, 30], result: 1050, source: "arithmetic: 3.5 · 10 · 30" },
    { args: [45, 41.5, 10, 30, "buy"], result: -1050, source: "arithmetic: the buyer's side" },
  ],
});
