import type { BookLine, BookSheet } from "./book-line";
import { covenantLines, debtLines } from "./company-debt";
import { hedgeLines } from "./company-hedges";
import { ebitdaLines, taxLines } from "./company-result";
import { treasuryLines } from "./company-treasury";
import { decisionLines, ladderLines, operatingLines, valueLines } from "./company-value";
import { breakevenLines } from "./company-breakeven";
import { HEAD_LINES, sheetHead } from "./links";
import type { Structure } from "./structure";

/** The company month by month: income, debt, tax, bitcoin, cash, value. Section 6 of docs/planning.md. */
export function companySheet(structure: Structure, name: string): BookSheet {
  const { portfolio } = structure;
  const lines: BookLine[] = [
    ...sheetHead("Company", "Sum of what the fleets do, with site costs, overhead, hedges, debt, tax, bitcoin and cash. Revenue is positive, costs are negative."),
    { kind: "gap" },
    { kind: "links", heading: "From other sheets" },
    { kind: "gap" },
    ...hedgeLines(portfolio),
    ...ebitdaLines(portfolio),
    ...debtLines(portfolio),
    ...taxLines(),
    ...covenantLines(portfolio),
    ...treasuryLines(),
    ...valueLines(),
    ...decisionLines(portfolio.fleets),
    ...ladderLines(),
    ...operatingLines(portfolio.sites.length),
    ...breakevenLines(structure),
    { kind: "links", heading: "Hourly prices that puts settle on", prefixes: portfolio.priceSeries.map((_, n) => `h${n + 1}`) },
  ];
  return { name, tabColor: "#7F6000", lines, frozenLines: HEAD_LINES };
}
