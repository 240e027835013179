import { miningRevenueUsd } from "../../economics/unit-economics";
import { days, hashprice, hashratePh, poolFee, uptime } from "../arguments";
import { defineFunction } from "../definition";

export default defineFunction({
  id: "MININGREVENUE",
  category: "Unit economics",
  summary: "Expected revenue of a fleet.",
  arguments: [hashprice, hashratePh, days, uptime, poolFee],
  result: { kind: "number", unit: "$" },
  formula: "hashprice · hashrate · days · uptime · (1 − fee)",
  source: "definition of hashprice",
  compute: (x) => miningRevenueUsd(x.hashprice, x.hashrate_ph, x.days, x.uptime, x.pool_fee),
  twin: (x) => `${x.hashprice}*${x.hashrate_ph}*${x.days}*${x.uptime}*(1-${x.pool_fee})`,
  examples: [{ args: [45, 100, 30, 0.95, 0.01], result: 126967.5, source: "arithmetic: 45 · 100 · 30 · 0.95 · 0.99" }],
});
