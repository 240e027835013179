import { continuousDecline, continuousRate } from "../../economics/mining-value";
import { replacementNpvUsd } from "../../economics/replacement";
import { netHashpriceUsdPhDay } from "../../economics/unit-economics";
import { annualDecline, canStop, efficiency, hashprice, installPerMw, mw, poolFee, powerPrice, pue, rate, resalePerTh, years } from "../arguments";
import { defineFunction } from "../definition";

export default defineFunction({
  id: "UPGRADENPV",
  category: "Investment",
  summary: "What replacing the machines of a site is worth against keeping them.",
  arguments: [
    mw,
    { ...efficiency, name: "efficiency_new", help: "Efficiency of the new machine." },
    { ...efficiency, name: "efficiency_old", help: "Efficiency of the machine in place." },
    hashprice,
    powerPrice,
    { ...years, help: "Life of both machines from now on." },
    rate,
    { kind: "number", name: "capex_per_th", unit: "$/TH", allowed: { min: 0 }, help: "Price of the new machines, with freight and duty." },
    annualDecline,
    resalePerTh,
    installPerMw,
    { kind: "number", name: "downtime_days", unit: "days", allowed: { min: 0, max: 3660 }, default: 0, help: "Days without production during the exchange, at today's margin." },
    poolFee,
    pue,
    canStop,
  ],
  result: { kind: "number", unit: "$" },
  formula:
    "mw · (V_new − V_old + resale − capex − installation − downtime_days · margin of the old machines) per MW, PH = 1,000 ÷ (efficiency · pue), V = PH · MININGNPV(hashprice · (1 − pool_fee), 24 · efficiency · power_price · pue, 0, years, rate, annual_decline, 0, can_stop); with can_stop a negative margin counts as 0",
  source: "formulas E8",
  compute: (x) =>
    replacementNpvUsd(
      {
        newEfficiencyJth: x.efficiency_new, oldEfficiencyJth: x.efficiency_old, hashpriceUsdPhDay: netHashpriceUsdPhDay(x.hashprice, x.pool_fee), powerPriceUsdKwh: x.power_price, pue: x.pue, years: x.years,
        discountRate: continuousRate(x.rate), declineRate: continuousDecline(x.annual_decline), resaleUsdTh: x.resale_per_th, installUsdMw: x.install_per_mw, canStop: x.can_stop,
      },
      x.mw, x.capex_per_th, x.downtime_days,
    ),
  examples: [
    { args: [1, 15, 30, 45, 0.05, 4, 0.12749685157937574, 16.340533114864858, 0.18126924692201818, 2], result: 0, tolerance: 1e-6, source: "formulas E8: at the indifference price the upgrade is worth nothing" },
    { args: [20, "S21 XP", "S19j Pro", 45, 0.05, 4, 0.12, 12, 0.2, 1, 25000, 14, 0.01, 1.05], result: 4746943.091136954, tolerance: 1e-10, source: "independent calculation (Python): numerical integral at 13.5 and 29.5 J/TH" },
    { args: [20, "S21 XP", "S19j Pro", 45, 0.05, 4, 0.12, 12, 0.2, 1, 25000, 14, 0.01, 1.05, false], result: 10503402.916672576, tolerance: 1e-10, source: "independent calculation (Python): numerical integral, both always run" },
  ],
});
