import { continuousDecline, continuousRate } from "../../economics/mining-value";
import { indifferencePriceUsdTh } from "../../economics/replacement";
import { annualDecline, efficiency, installPerMw, netHashprice, powerPrice, pue, rate, resalePerTh, years } from "../arguments";
import { defineFunction } from "../definition";

export default defineFunction({
  id: "MAXASICPRICE",
  category: "Investment",
  summary: "Price of a new machine at which replacing the old ones on the same power is worth as much as keeping them.",
  arguments: [
    { ...efficiency, name: "efficiency_new", help: "Efficiency of the new machine." },
    { ...efficiency, name: "efficiency_old", help: "Efficiency of the machine in place." },
    netHashprice,
    powerPrice,
    { ...years, help: "Life of both machines from now on." },
    rate,
    annualDecline,
    resalePerTh,
    installPerMw,
    pue,
  ],
  result: { kind: "number", unit: "$/TH; negative where even a gift would not pay" },
  formula: "(V_new − V_old + resale − installation) ÷ (1,000 · PH_new) per MW, PH = 1,000 ÷ (efficiency · pue), V = PH · MININGNPV(hashprice, 24 · efficiency · power_price · pue, 0, years, rate, annual_decline)",
  source: "formulas E8",
  compute: (x) =>
    indifferencePriceUsdTh({
      newEfficiencyJth: x.efficiency_new, oldEfficiencyJth: x.efficiency_old, hashpriceUsdPhDay: x.hashprice, powerPriceUsdKwh: x.power_price, pue: x.pue, years: x.years,
      discountRate: continuousRate(x.rate), declineRate: continuousDecline(x.annual_decline), resaleUsdTh: x.resale_per_th, installUsdMw: x.install_per_mw, canStop: true,
    }),
  examples: [
    { args: [15, 30, 45, 0.05, 4, 0.12749685157937574, 0.18126924692201818, 2], result: 16.340533114864858, source: "formulas E8 (16.3405) at its continuous rates r = 0.12 and g = 0.2" },
    { args: ["S21 XP", "S19j Pro", 45, 0.05, 4, 0.12, 0.2, 1, 25000, 1.05], result: 15.71809151329372, tolerance: 1e-10, source: "independent calculation (Python): numerical integral at 13.5 and 29.5 J/TH" },
  ],
});
