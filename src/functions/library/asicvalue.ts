import { continuousDecline } from "../../economics/mining-value";
import { optionStripUsdPh } from "../../economics/options";
import { annualDecline, continuousRate, hashcost, netHashprice, years } from "../arguments";
import { defineFunction } from "../definition";

/** 1 − e^−0.2: a drift of −0.2 a year, continuous. */
const DECLINE = 0.18126924692201818;

export default defineFunction({
  id: "ASICVALUE",
  category: "Investment",
  summary: "Value of 1 PH/s that may stop and start again at no cost while hashprice moves at random; divide by 1,000 for $/TH.",
  arguments: [
    netHashprice,
    hashcost,
    { ...years, allowed: { min: 0.05, max: 50 } },
    continuousRate,
    annualDecline,
    { kind: "number", name: "sigma", unit: "fraction", allowed: { min: 0, max: 5 }, default: 0, help: "Volatility of hashprice a year; 0.5 is 50 %." },
    { kind: "number", name: "kappa", unit: "1/year", allowed: { min: 0, max: 1000 }, default: 0, help: "Speed at which hashprice returns to its trend, continuous; 0 lets it wander (geometric Brownian motion)." },
  ],
  result: { kind: "number", unit: "$/PH" },
  formula:
    "Σ 30 · e^(−rate·T) · [F · N(d₁) − hashcost · N(d₂)] over the middles T of 30-day months within the life, F = hashprice · (1 − annual_decline)^T, d₁ = ln(F ÷ hashcost) ÷ s + s ÷ 2, d₂ = d₁ − s, s = sigma · √T, or sigma · √((1 − e^(−2·kappa·T)) ÷ (2 · kappa))",
  source: "formulas E9: Yaish and Zohar; Black 1976",
  compute: (x) => optionStripUsdPh({ hashpriceUsdPhDay: x.hashprice, hashcostUsdPhDay: x.hashcost, years: x.years, discountRate: x.rate, drift: -continuousDecline(x.annual_decline), sigma: x.sigma, kappa: x.kappa }),
  examples: ([[0, 0, 1700.03], [0.5, 0, 8009.72], [0.5, 1, 4095.63]] as const).map(([sigma, kappa, result]) => ({
    args: [45, 36, 4, 0.1, DECLINE, sigma, kappa], result, tolerance: 3e-6, source: "independent calculation, formulas E9; the decline is 1 − e^−0.2, a drift of −0.20",
  })),
});
