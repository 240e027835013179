import { continuousDecline, continuousRate, miningNpvUsdPh } from "../../economics/mining-value";
import { annualDecline, canStop, capexPerPh, hashcost, netHashprice, rate, years } from "../arguments";
import { defineFunction } from "../definition";

export default defineFunction({
  id: "MININGNPV",
  category: "Investment",
  summary: "Net present value of 1 PH/s whose hashprice falls at a steady rate.",
  arguments: [
    netHashprice,
    hashcost,
    capexPerPh,
    years,
    rate,
    annualDecline,
    { kind: "number", name: "salvage", unit: "$/PH", allowed: { min: 0 }, default: 0, help: "What the machine sells for at the end of its life." },
    canStop,
  ],
  result: { kind: "number", unit: "$/PH" },
  formula:
    "365 · [hashprice · (1 − e^(−(r+g)t)) ÷ (r + g) − hashcost · (1 − e^(−r·t)) ÷ r] − capex_per_ph + salvage · e^(−r·years), r = ln(1 + rate), g = −ln(1 − annual_decline), t = years, with can_stop at most ln(hashprice ÷ hashcost) ÷ g",
  source: "formulas E6, closed form; flows come continuously",
  compute: (x) =>
    miningNpvUsdPh({ hashpriceUsdPhDay: x.hashprice, hashcostUsdPhDay: x.hashcost, declineRate: continuousDecline(x.annual_decline) }, x.capex_per_ph, x.years, continuousRate(x.rate), x.salvage, x.can_stop),
  examples: [
    { args: [45, 36, 0, 4, 0.12749685157937574, 0.18126924692201818], result: 1689.698548394473, source: "formulas E8 (56,323 $ per MW of 33.33 PH/s) at its continuous rates r = 0.12 and g = 0.2" },
    { args: [45, 21, 15000, 4, 0.12, 0.2, 2000], result: -2090.5344510243276, tolerance: 1e-10, source: "independent calculation (Python): numerical integral" },
    { args: [45, 36, 1000, 4, 0.12, 0.2, 0, false], result: -7151.904072644983, tolerance: 1e-10, source: "independent calculation (Python): numerical integral" },
  ],
});
