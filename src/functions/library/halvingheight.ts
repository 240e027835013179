import { nextHalvingHeight } from "../../economics/difficulty-adjustment";
import { height } from "../arguments";
import { defineFunction } from "../definition";

export default defineFunction({
  id: "HALVINGHEIGHT",
  category: "Network",
  summary: "Height of the next block that pays half the subsidy.",
  arguments: [height],
  result: { kind: "number", unit: "blocks" },
  formula: "(INT(height ÷ 210,000) + 1) · 210,000",
  source: "Bitcoin Core, nSubsidyHalvingInterval",
  compute: (x) => nextHalvingHeight(x.height),
  twin: (x) => `(INT(${x.height}/210000)+1)*210000`,
  examples: [
    { args: [963536], result: 1050000, source: "protocol: fifth halving" },
    { args: [839999], result: 840000, source: "protocol: fourth halving, April 2024" },
    { args: [840000], result: 1050000, source: "protocol: the block of a halving already pays half" },
  ],
});
