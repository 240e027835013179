import { forwardHashpriceUsdPhDay } from "../../economics/projection";
import { defineFunction } from "../definition";

const level = { kind: "number", unit: "$/PH/day", allowed: { min: 0, minExcluded: true } } as const;

export default defineFunction({
  id: "FORWARDHASHPRICE",
  category: "Projection",
  summary: "Expected hashprice in some years, where it returns to a mean level.",
  arguments: [
    { ...level, name: "h0", help: "Hashprice today." },
    { ...level, name: "mean", help: "Level to which hashprice returns: the exponential of the mean of its logarithm." },
    { kind: "number", name: "kappa", unit: "1/year", allowed: { min: 0.001, max: 1000 }, help: "Speed of return, continuous: the gap halves every 0.693 ÷ kappa years." },
    { kind: "number", name: "sigma", unit: "fraction", allowed: { min: 0, max: 10 }, help: "Volatility of hashprice a year; 0.5 is 50 %." },
    { kind: "number", name: "years", unit: "years", allowed: { min: 0, max: 100 }, help: "Time from now." },
  ],
  result: { kind: "number", unit: "$/PH/day" },
  formula: "exp(ln mean + ln(h0 ÷ mean) · e^(−kappa · years) + v ÷ 2), v = sigma² · (1 − e^(−2 · kappa · years)) ÷ (2 · kappa)",
  source: "formulas E5: Ornstein-Uhlenbeck process of the logarithm",
  compute: (x) => forwardHashpriceUsdPhDay(x.h0, x.mean, x.kappa, x.sigma, x.years),
  twin: (x) => `${x.mean}*EXP(LN(${x.h0}/${x.mean})*EXP(-${x.kappa}*${x.years})+${x.sigma}^2*(1-EXP(-2*${x.kappa}*${x.years}))/(4*${x.kappa}))`,
  examples: [{ args: [38, 45, 1, 0.5, 1], result: 44.63437619117072, source: "independent calculation, formulas E5 (44.63438)" }],
});
