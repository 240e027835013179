import type { Portfolio } from "../../planning/portfolio";
import { FORMATS } from "../looks";
import type { BookLine } from "./book-line";
import { finance } from "./company-inputs";
import { opening, sumOf } from "./company-lines";
import { dollars, series } from "./make-lines";

const link = (of: string): BookLine => ({ kind: "link", of });

/** From revenue to EBITDA, and what credits are inside it. */
export function ebitdaLines({ sites }: Portfolio): BookLine[] {
  const resale = sites.map((_, j) => `[s${j + 1}Resale]`).join("+");
  return [
    { kind: "heading", text: "Income to EBITDA" },
    ...["totalRevenue", "totalPower", "totalRepairs", "totalSwitching", "totalMoving"].map(link),
    ...sites.map(({ id }, j) => dollars(`coSite${j + 1}Costs`, `Fixed costs and commitment, ${id}`, `=[s${j + 1}Fixed]+[s${j + 1}Commitment]`)),
    dollars("coSiteCosts", "Site costs", sumOf(sites.length, (j) => `coSite${j}Costs`)),
    dollars("coOverhead", "Overhead of the month", `=-${finance("overheadUsdMonth")}*[runs]`),
    dollars("coOperations", "Revenue less power, repairs, switching and moving", "=[totalRevenue]+[totalPower]+[totalRepairs]+[totalSwitching]+[totalMoving]"),
    dollars("coEbitda", "EBITDA", "=[coOperations]+[coSiteCosts]+[coOverhead]+[coHedges]"),
    { kind: "gap" },
    { kind: "heading", text: "Credits inside EBITDA" },
    link("totalCredit"),
    dollars("coResale", "Resale of energy that was not used", `=${resale}+[totalResaleForgone]`),
    dollars("coCredits", "Demand response and resale", "=[totalCredit]+[coResale]"),
    { kind: "gap" },
  ];
}

/** Income before tax, losses carried forward, tax. */
export function taxLines(): BookLine[] {
  return [
    { kind: "heading", text: "Income and tax" },
    link("totalTaxable"),
    link("totalDepreciation"),
    dollars("coIncome", "Income before tax", "=[totalTaxable]+[coSiteCosts]+[coOverhead]+[coHedges]+[coInterest]"),
    dollars("coGain", "Of it: sales of machines less their book value", "=[coIncome]-[coEbitda]-[totalDepreciation]-[coInterest]"),
    dollars("coProfit", "Profit to be taxed before losses carried forward", "=MAX(0,[coIncome])"),
    series("coLossesOpen", "Losses carried forward, at the start of the month", "$", opening("coLossesClose", "0"), FORMATS.usd),
    dollars("coLossesMade", "Loss of the month", "=MAX(0,-[coIncome])"),
    dollars("coLossesUsed", "Losses used", "=-MIN([coLossesOpen],[coProfit])"),
    series("coLossesClose", "Losses carried forward, at the end of the month", "$", "=[coLossesOpen]+[coLossesMade]+[coLossesUsed]", FORMATS.usd),
    dollars("coTax", "Tax", `=-${finance("taxRate")}*([coProfit]+[coLossesUsed])`),
    dollars("coNet", "Net income", "=[coIncome]+[coTax]"),
    { kind: "gap" },
  ];
}
