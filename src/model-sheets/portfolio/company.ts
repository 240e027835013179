import type { Portfolio } from "../../planning/portfolio";
import { FORMATS } from "../looks";
import type { BookLine, BookSheet } from "./book-line";
import { covenantLines, debtLines } from "./company-debt";
import { hedgeLines } from "./company-hedges";
import { series } from "./company-lines";
import { ebitdaLines, taxLines } from "./company-result";
import { treasuryLines } from "./company-treasury";
import { ladderLines, operatingLines, valueLines } from "./company-value";
import { HEAD_LINES, sheetHead } from "./links";

/** The company month by month: income, debt, tax, bitcoin, cash, value. Section 6 of docs/planning.md. */
export function companySheet(portfolio: Portfolio, name: string): BookSheet {
  const lines: BookLine[] = [
    ...sheetHead("Company", "Sum of what the fleets do, with site costs, overhead, hedges, debt, tax, bitcoin and cash. Revenue is positive, costs are negative."),
    { kind: "gap" },
    { kind: "links", heading: "From other sheets" },
    { kind: "gap" },
    { kind: "heading", text: "Timeline of the company" },
    series("coRuns", "Months of the plan (1 = yes)", "flag", "=IF([month]>0,1,0)", FORMATS.flag, { total: "sum", totalFormat: FORMATS.whole }),
    { kind: "gap" },
    ...hedgeLines(portfolio),
    ...ebitdaLines(portfolio),
    ...debtLines(portfolio),
    ...taxLines(),
    ...covenantLines(portfolio),
    ...treasuryLines(),
    ...valueLines(),
    ...ladderLines(),
    ...operatingLines(portfolio.sites.length),
  ];
  return { name, tabColor: "#7F6000", lines, frozenLines: HEAD_LINES };
}
