import { macrsShares, taxShieldUsd } from "../../economics/depreciation";
import { assetCost, bonus } from "../arguments";
import { defineFunction } from "../definition";

export default defineFunction({
  id: "TAXSHIELD",
  category: "Finance",
  summary: "Present value of the tax that writing off 5-year property saves.",
  arguments: [
    assetCost,
    { kind: "number", name: "tax", unit: "fraction", allowed: { min: 0, max: 1 }, help: "Tax rate; 0.21 is 21 %." },
    { kind: "number", name: "rate", unit: "fraction", allowed: { min: -1, minExcluded: true, max: 10 }, help: "Discount rate, effective annual; 0.12 is 12 %. Each year's saving counts at the end of the year." },
    bonus,
  ],
  result: { kind: "number", unit: "$" },
  formula: "Σ tax · MACRS(cost, t, 5, bonus) ÷ (1 + rate)^t for t = 1 to 6",
  source: "IRS Publication 946, Table A-1; formulas E10",
  compute: (x) => taxShieldUsd(x.cost, x.tax, x.rate, x.bonus),
  twin: (x) => {
    const regular = macrsShares(5).map((share, i) => `${Number(share.toPrecision(5))}/(1+${x.rate})^${i + 1}`).join("+");
    return `${x.cost}*${x.tax}*(${x.bonus}/(1+${x.rate})+(1-${x.bonus})*(${regular}))`;
  },
  examples: [
    { args: [1, 0.21, 0.12], result: 0.155, tolerance: 1e-5, source: "independent calculation, formulas E10 (0.155000)" },
    { args: [1, 0.21, 0.12, 1], result: 0.1875, source: "independent calculation, formulas E10" },
  ],
});
