import { marginUsdMwh, marginUsdPhDay, netHashpriceUsdPhDay } from "../../economics/unit-economics";
import { NotAvailableError } from "../../units/errors";
import { efficiency, hashprice, poolFee, powerPrice, pue } from "../arguments";
import { defineFunction } from "../definition";

export default defineFunction({
  id: "MARGIN",
  category: "Unit economics",
  summary: "What 1 PH/s earns a day after pool fee and power.",
  arguments: [
    hashprice,
    efficiency,
    powerPrice,
    poolFee,
    pue,
    { kind: "choice", name: "as", choices: { $: "$/PH/day", "%": "share of revenue after the pool fee", "$/MWh": "$ per MWh drawn at the meter" }, default: "$", help: "How the margin is stated." },
  ],
  result: { kind: "number", unit: "$/PH/day, fraction of revenue, or $/MWh" },
  formula: "hashprice · (1 − fee) − 24 · efficiency · power_price · pue; as \"%\" divided by hashprice · (1 − fee); as \"$/MWh\" divided by 24 · efficiency · pue ÷ 1,000",
  source: "formulas E2",
  errors: ["#N/A for the share of revenue when hashprice is 0"],
  compute: (x) => {
    const cost = { efficiencyJth: x.efficiency, powerPriceUsdKwh: x.power_price, pue: x.pue, otherUsdPhDay: 0 };
    if (x.as === "$/MWh") return marginUsdMwh(x.hashprice, x.pool_fee, cost);
    const margin = marginUsdPhDay(x.hashprice, x.pool_fee, cost);
    if (x.as === "$") return margin;
    if (x.hashprice === 0) throw new NotAvailableError("There is no revenue to take a share of: hashprice is 0 or blank.");
    return margin / netHashpriceUsdPhDay(x.hashprice, x.pool_fee);
  },
  twin: (x) => {
    const net = `${x.hashprice}*(1-${x.pool_fee})`;
    const margin = `(${net}-24*${x.efficiency}*${x.power_price}*${x.pue})`;
    return x.choose("as", { $: margin, "%": `${margin}/(${net})`, "$/MWh": `${margin}/(24*${x.efficiency}*${x.pue}/1000)` });
  },
  examples: [
    { args: [45, 20, 0.05, 0.01], result: 20.55, source: "formulas E2: 45 · 0.99 − 24" },
    { args: [45, 15, 0.12375, 0.01], result: 0, tolerance: 1e-12, source: "formulas E2: 0.12375 $/kWh is the breakeven" },
  ],
});
