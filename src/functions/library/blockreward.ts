import { subsidyBtc } from "../../economics/network";
import { feesPerBlock, height } from "../arguments";
import { defineFunction } from "../definition";

export default defineFunction({
  id: "BLOCKREWARD",
  category: "Network",
  summary: "What a miner gets for one block: subsidy plus fees.",
  arguments: [height, feesPerBlock],
  result: { kind: "number", unit: "BTC/block" },
  formula: "SUBSIDY(height) + fees",
  source: "Bitcoin protocol",
  compute: (x) => subsidyBtc(x.height) + x.fees_per_block,
  twin: (x) => `INT(50*10^8/2^INT(${x.height}/210000))/10^8+${x.fees_per_block}`,
  examples: [{ args: [963536, 0.035], result: 3.16, source: "3.125 BTC subsidy plus the fees given" }],
});
