import { stepStackEquilibrium } from "../../economics/network-response";
import { InputError } from "../../units/errors";
import { inflexible, stackCaps, stackHashcosts } from "../arguments";
import { defineFunction } from "../definition";
import { requireSameLength } from "../same-length";

const CAPS = [[250000], [300000], [250000], [150000], [100000]];
const COSTS = [[20], [30], [38], [46], [60]];
const PHS_PER_EHS = 1000;

export default defineFunction({
  id: "NETRESPONSE",
  category: "Projection",
  summary: "Network hashrate and hashprice after miners that would lose have stopped and difficulty has followed.",
  arguments: [
    { kind: "number", name: "revenue_usd_day", unit: "$/day", allowed: { min: 0, minExcluded: true }, help: "What the whole network earns a day: bitcoin price · block reward · 144." },
    stackCaps,
    stackHashcosts,
    inflexible,
  ],
  result: { kind: "table", unit: "one row: network hashrate (EH/s), hashprice ($/PH/day), marginal class (its place in the list; \"inflexible\" where only inflexible machines run)" },
  formula: "classes start from the cheapest on while revenue ÷ hashrate covers their hashcost; the last one runs in part where hashrate = revenue ÷ its hashcost",
  source: "formulas E3, step stack (Sharrock 2016)",
  errors: ["#VALUE! where the ranges differ in length or hold no hashrate"],
  compute: (x) => {
    requireSameLength({ caps_ph: x.caps_ph, hashcosts: x.hashcosts });
    if (x.caps_ph.every((capacity) => capacity === 0)) throw new InputError("caps_ph holds no hashrate; give the PH/s of each class.");
    const classes = x.caps_ph.map((capacityPhs, i) => ({ capacityPhs, hashcostUsdPhDay: x.hashcosts[i]! }));
    const found = stepStackEquilibrium(x.revenue_usd_day, classes, x.inflexible);
    return [[found.hashratePhs / PHS_PER_EHS, found.hashpriceUsdPhDay, found.marginalClass === undefined ? "inflexible" : found.marginalClass + 1]];
  },
  examples: [
    { args: [40888800, CAPS, COSTS], result: [[888.8869565217391, 46, 4]], source: "independent calculation, formulas E3 (888,886.96 PH/s): the fourth class runs in part" },
    { args: [20444400, CAPS, COSTS], result: [[550, 37.17163636363636, 2]], source: "independent calculation, formulas E3 (revenue × 0.5: 37.17)" },
    { args: [81777600, CAPS, COSTS], result: [[1050, 77.88342857142857, 5]], source: "independent calculation, formulas E3 (revenue × 2: 77.88)" },
  ],
});
