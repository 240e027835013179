import { continuousDecline, paybackDays } from "../../economics/mining-value";
import { annualDecline, capexPerPh, hashcost, netHashprice } from "../arguments";
import { defineFunction } from "../definition";

export default defineFunction({
  id: "PAYBACK",
  category: "Investment",
  summary: "Days until the margins of a machine add up to its price, without discount.",
  arguments: [capexPerPh, netHashprice, hashcost, annualDecline],
  result: { kind: "number", unit: "days" },
  formula: "the first day t with hashprice · (1 − e^(−g·t)) ÷ g − hashcost · t = capex_per_ph, g = −ln(1 − annual_decline) ÷ 365; without decline capex_per_ph ÷ (hashprice − hashcost)",
  source: "formulas E6",
  errors: ["#N/A where it never pays back, with the most that the margins add up to"],
  compute: (x) => paybackDays({ hashpriceUsdPhDay: x.hashprice, hashcostUsdPhDay: x.hashcost, declineRate: continuousDecline(x.annual_decline) }, x.capex_per_ph),
  examples: [
    { args: [15000, 45, 21], result: 625, source: "independent calculation, formulas E6" },
    { args: [15000, 45, 21, 0.1], result: 776.7118378300464, tolerance: 1e-10, source: "independent calculation, formulas E6 (776.7118)" },
  ],
});
