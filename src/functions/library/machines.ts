import { machinesAtPower } from "../../economics/fleet";
import { mw, pue, watts } from "../arguments";
import { defineFunction } from "../definition";

export default defineFunction({
  id: "MACHINES",
  category: "Hardware",
  summary: "How many machines a site's power can run.",
  arguments: [mw, watts, pue],
  result: { kind: "number", unit: "machines" },
  formula: "INT(mw · 10^6 ÷ (watts · pue))",
  source: "definition of PUE",
  compute: (x) => machinesAtPower(x.mw, x.watts, x.pue),
  // The factor as in machinesAtPower: binary fractions may put a whole number a hair below itself.
  twin: (x) => `INT(${x.mw}*10^6/(${x.watts}*${x.pue})*(1+10^-12))`,
  examples: [
    { args: [10, 3500, 1.05], result: 2721, source: "arithmetic: 10,000,000 ÷ 3,675 = 2,721.09" },
    { args: [50, "S21 XP"], result: 13717, source: "arithmetic with the nameplate: 50,000,000 ÷ 3,645 = 13,717.4" },
    { args: [4.6, 4600], result: 1000, source: "arithmetic: a whole number in spite of binary fractions" },
  ],
});
