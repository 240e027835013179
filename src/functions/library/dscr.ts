import { debtServiceCoverage } from "../../economics/treasury";
import { defineFunction } from "../definition";

export default defineFunction({
  id: "DSCR",
  category: "Finance",
  summary: "Debt service coverage ratio: how often the cash flow pays interest and principal.",
  arguments: [
    { kind: "number", name: "cfads", unit: "$", allowed: {}, help: "Cash flow available for debt service, after operating cost and tax." },
    { kind: "number", name: "debt_service", unit: "$", allowed: { min: 0, minExcluded: true }, help: "Interest and principal due in the same time." },
  ],
  result: { kind: "number", unit: "" },
  formula: "cfads ÷ (interest + principal)",
  source: "formulas E10",
  compute: (x) => debtServiceCoverage(x.cfads, x.debt_service),
  twin: (x) => `${x.cfads}/${x.debt_service}`,
  examples: [{ args: [4.2e6, 3e6], result: 1.4, source: "by hand: 4.2 ÷ 3" }],
});
