import { landedCostUsd } from "../../economics/hosting";
import { defineFunction } from "../definition";

const perSame = "in the same measure as the price: per machine, or per TH/s";

export default defineFunction({
  id: "LANDEDCOST",
  category: "Finance",
  summary: "Price of a machine with duty, freight and installation.",
  arguments: [
    { kind: "number", name: "price", unit: "$", allowed: { min: 0 }, help: "Price at the maker's door, per machine or per TH/s." },
    { kind: "number", name: "duty", unit: "fraction", allowed: { min: 0, max: 10 }, default: 0, help: "Customs duty on the price; 0.25 is 25 %." },
    { kind: "number", name: "freight", unit: "$", allowed: { min: 0 }, default: 0, help: `Freight, ${perSame}.` },
    { kind: "number", name: "install", unit: "$", allowed: { min: 0 }, default: 0, help: `Installation, ${perSame}.` },
  ],
  result: { kind: "number", unit: "$, per machine or per TH/s like the price" },
  formula: "price · (1 + duty) + freight + install",
  source: "the function table B 55",
  compute: (x) => landedCostUsd(x.price, x.duty, x.freight, x.install),
  twin: (x) => `${x.price}*(1+${x.duty})+${x.freight}+${x.install}`,
  examples: [{ args: [3000, 0.25, 120, 80], result: 3950, source: "by hand: 3,750 + 120 + 80" }],
});
