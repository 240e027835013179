import { effectiveAnnualIrr } from "../../economics/cash-flows";
import { defineFunction } from "../definition";

export default defineFunction({
  id: "MININGIRR",
  category: "Investment",
  summary: "Internal rate of return of cash flows, as an effective annual rate.",
  arguments: [
    { kind: "numbers", name: "cashflows", unit: "$", allowed: {}, help: "Cash flow of each period, costs negative, the first one now; write 0 where nothing flows." },
    { kind: "number", name: "periods_per_year", unit: "", allowed: { min: 0, minExcluded: true, max: 8784 }, default: 12, help: "Periods in a year: 12 for months." },
  ],
  result: { kind: "number", unit: "fraction a year, effective" },
  formula: "(1 + i)^periods_per_year − 1, where Σ cashflow_k ÷ (1 + i)^k = 0",
  source: "formulas E6",
  errors: ["#N/A where the flows never change their sign, so that there is no rate, or several times, so that there may be several"],
  compute: (x) => effectiveAnnualIrr(x.cashflows, x.periods_per_year),
  examples: [
    { args: [[[-3000, ...Array.from({ length: 36 }, () => 110)]]], result: 0.20770129821113, tolerance: 1e-9, source: "independent calculation, oracle: 0.01585087987089 a month" },
    { args: [[[-100], [121]], 1], result: 0.21, source: "arithmetic" },
  ],
});
