import { hostingBillUsd } from "../../economics/hosting";
import { days, powerPrice, watts } from "../arguments";
import { defineFunction } from "../definition";

const { default: _, ...daysNeeded } = days;

export default defineFunction({
  id: "HOSTINGBILL",
  category: "Finance",
  summary: "What a host bills for a fleet: power and a share of the profit.",
  arguments: [
    { kind: "number", name: "units", unit: "machines", allowed: { min: 0 }, help: "Machines hosted." },
    { ...watts, name: "billed_watts", help: "Power billed for one machine: metered, nameplate, or nameplate with a surcharge." },
    daysNeeded,
    { ...powerPrice, name: "rate", help: "Hosting rate; 75 $/MWh is 0.075." },
    { kind: "number", name: "profit_share", unit: "fraction", allowed: { min: 0, max: 1 }, default: 0, help: "Host's share of the profit; 0.1 is 10 %." },
    { kind: "number", name: "profit", unit: "$", allowed: {}, default: 0, help: "Profit that is shared; a loss is not." },
  ],
  result: { kind: "number", unit: "$" },
  formula: "units · billed_watts · 24 · days ÷ 1,000 · rate + profit_share · max(0, profit)",
  source: "hosting agreements with profit share; the function table B 54",
  compute: (x) => hostingBillUsd(x.units, x.billed_watts, x.days, x.rate, x.profit_share, x.profit),
  twin: (x) => `${x.units}*${x.billed_watts}*24*${x.days}/1000*${x.rate}+${x.profit_share}*MAX(0,${x.profit})`,
  examples: [
    { args: [100, 3500, 30, 0.075], result: 18900, source: "by hand: 350 kW · 720 h · 0.075 $/kWh" },
    { args: [100, "S21", 30, 0.075, 0.2, 5000], result: 19900, source: "by hand: the same with 20 % of 5,000 $" },
  ],
});
