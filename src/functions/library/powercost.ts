import { powerCostUsd } from "../../economics/unit-economics";
import { days, efficiency, hashratePh, powerPrice, pue, uptime } from "../arguments";
import { defineFunction } from "../definition";

export default defineFunction({
  id: "POWERCOST",
  category: "Unit economics",
  summary: "Cost of a fleet's power.",
  arguments: [hashratePh, efficiency, powerPrice, days, pue, uptime],
  result: { kind: "number", unit: "$" },
  formula: "24 · efficiency · hashrate · power_price · pue · days · uptime",
  source: "1 PH/s at 1 J/TH draws 1 kW",
  compute: (x) => powerCostUsd(x.hashrate_ph, x.efficiency, x.power_price, x.days, x.pue, x.uptime),
  twin: (x) => `24*${x.efficiency}*${x.hashrate_ph}*${x.power_price}*${x.pue}*${x.days}*${x.uptime}`,
  examples: [{ args: [100, 20, 0.05, 30, 1.05, 0.95], result: 71820, source: "arithmetic: 24 · 20 · 100 · 0.05 · 1.05 · 30 · 0.95" }],
});
