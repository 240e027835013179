import { subsidyBtc } from "../../economics/network";
import { height } from "../arguments";
import { defineFunction } from "../definition";

export default defineFunction({
  id: "SUBSIDY",
  category: "Network",
  summary: "New coins that the protocol pays for one block.",
  arguments: [height],
  result: { kind: "number", unit: "BTC/block" },
  formula: "50 ÷ 2^INT(height ÷ 210,000), cut to whole satoshi (10^-8 BTC)",
  source: "Bitcoin Core, GetBlockSubsidy",
  compute: (x) => subsidyBtc(x.height),
  twin: (x) => `INT(50*10^8/2^INT(${x.height}/210000))/10^8`,
  examples: [
    { args: [840000], result: 3.125, source: "protocol: fourth halving, April 2024" },
    { args: [1049999], result: 3.125, source: "protocol: last block before the fifth halving" },
    { args: [6929999], result: 1e-8, source: "protocol: last block with a subsidy" },
  ],
});
