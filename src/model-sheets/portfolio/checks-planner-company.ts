import type { ByMonth, CompanyPlan, Debt, PortfolioPlan } from "../../planning/portfolio";
import { HOURS_PER_DAY, KW_PER_MW } from "../../units/constants";
import { FORMATS } from "../looks";
import { planned, sum } from "./checks-planned";
import type { Check } from "./checks-row";
import { breakevenAtBuild } from "./company-breakeven";
import type { Structure } from "./structure";
import type { Report } from "./summary-grid";

const PH_PER_EH = 1000;

interface Row {
  readonly key: string;
  readonly row: keyof CompanyPlan;
  readonly label: string;
  readonly unit: string;
}

/** Lines of the Company sheet with their sum. */
const ROWS: readonly Row[] = [
  { key: "coSiteCosts", row: "siteCostsUsd", label: "site costs", unit: "$" },
  { key: "coOverhead", row: "overheadUsd", label: "overhead", unit: "$" },
  { key: "coHedges", row: "hedgesUsd", label: "hedges", unit: "$" },
  { key: "coEbitda", row: "ebitdaUsd", label: "EBITDA", unit: "$" },
  { key: "coCredits", row: "creditsUsd", label: "demand response and resale", unit: "$" },
  { key: "coInterest", row: "interestUsd", label: "interest", unit: "$" },
  { key: "coPrincipal", row: "principalUsd", label: "principal repaid", unit: "$" },
  { key: "coTax", row: "taxUsd", label: "tax", unit: "$" },
  { key: "coFree", row: "freeCashFlowUsd", label: "free cash flow", unit: "$" },
  { key: "coMined", row: "btcMined", label: "bitcoin mined", unit: "BTC" },
  { key: "coSold", row: "btcSold", label: "bitcoin sold", unit: "BTC" },
  { key: "coProceeds", row: "saleProceedsUsd", label: "bitcoin sold, after the haircut", unit: "$" },
];

const LADDER = [
  { rung: "fleet", key: "coLadderFleet", label: "fleet" },
  { rung: "beforeCredits", key: "coLadderGross", label: "fleet before credits" },
  { rung: "corporate", key: "coLadderCorporate", label: "overhead" },
  { rung: "financing", key: "coLadderFinancing", label: "interest" },
  { rung: "depreciation", key: "coLadderDepreciation", label: "depreciation" },
  { rung: "allIn", key: "coLadderAllIn", label: "all in" },
] as const;

/** The company's figures against the planner's. */
export function companyChecks({ plan, portfolio: { finance } }: Report, structure: Structure): Check[] {
  const { company } = plan;
  const { againstKeep, ladder, debts } = company;
  const [phDays, kwh, mined] = [company.phDays, company.energyKwh, company.btcMined].map(sum) as [number, number, number];
  const hours = plan.months.reduce((all, { days }) => all + days, 0) * HOURS_PER_DAY;
  return [
    planned("Company: NPV", "$", FORMATS.usdCents, "coPresent", company.npvUsd),
    planned("Against keeping: NPV", "$", FORMATS.usdCents, "coExtraPresent", againstKeep.npvUsd),
    planned("Against keeping: payback", "months", FORMATS.decimals, "coPayback", againstKeep.paybackMonths),
    planned("Against keeping: IRR", "a year", FORMATS.percent, "coIrr", againstKeep.irrAnnual, "rates"),
    planned("Against keeping: MOIC", "ratio", FORMATS.decimals, "coMoic", againstKeep.moic),
    planned("Company: runway", "months", FORMATS.whole, "coRunway", company.runwayMonths),
    planned("Company: lowest cash", "$", FORMATS.usdCents, "coCashLowest", company.cashUsd.reduce((a, b) => Math.min(a, b))),
    ...ROWS.map(({ key, row, label, unit }) => planned(`Company: ${label}`, unit, FORMATS.usdCents, key, sum(company[row] as ByMonth))),
    ...LADDER.map(({ rung, key, label }) => planned(`Cost ladder: ${label}`, "$/PH/day", FORMATS.decimals, key, ladder[rung])),
    planned("Cost ladder: power", "$/PH/day", FORMATS.decimals, "coLadderPower", -sum(company.powerUsd) / phDays),
    planned("Cost ladder: fleet and overhead", "$/PH/day", FORMATS.decimals, "coLadderCash", ladder.fleet + ladder.corporate),
    planned("Cost ladder: fleet, overhead and interest", "$/PH/day", FORMATS.decimals, "coLadderService", ladder.fleet + ladder.corporate + ladder.financing),
    planned("Cost ladder: revenue", "$/PH/day", FORMATS.decimals, "coLadderRevenue", sum(company.revenueUsd) / phDays),
    planned("Cost of a bitcoin, fleet", "$/BTC", FORMATS.usd, "coBtcFleet", (ladder.fleet * phDays) / mined),
    planned("Cost of a bitcoin, all in", "$/BTC", FORMATS.usd, "coBtcAllIn", (ladder.allIn * phDays) / mined),
    planned("Operation: hashrate, mean", "EH/s", FORMATS.ratio, "coEhs", (phDays * HOURS_PER_DAY) / hours / PH_PER_EH),
    planned("Operation: efficiency, mean", "J/TH", FORMATS.decimals, "coJth", kwh / phDays / HOURS_PER_DAY),
    planned("Operation: power drawn, mean", "MW", FORMATS.decimals, "coMeanMw", kwh / hours / KW_PER_MW),
    planned("Operation: power price", "$/kWh", FORMATS.usdKwh, "coPowerPrice", -sum(company.powerUsd) / kwh),
    ...finance.debts.flatMap(({ id }, d) => [
      planned(`Debt ${id}: interest`, "$", FORMATS.usdCents, `coDebt${d + 1}Interest`, sum(debts[d]!.interestUsd)),
      planned(`Debt ${id}: highest loan to value`, "ratio", FORMATS.ratio, `coDebt${d + 1}Ltv`, extreme(debts[d]!.ltv, Math.max)),
      planned(`Debt ${id}: months with loan to value above the covenant`, "months", FORMATS.whole, `coDebt${d + 1}LtvBreach`, count(company.dscr, (t) => breaksLtv(plan, finance.debts[d]!, d, t))),
      planned(`Debt ${id}: months with debt service cover below the covenant`, "months", FORMATS.whole, `coDebt${d + 1}DscrBreach`, count(company.dscr, (t) => breaksDscr(plan, finance.debts[d]!, t))),
    ]),
    ...(debts.length === 0 ? [] : [
      planned("Debt service cover: lowest", "ratio", FORMATS.ratio, "coDscrLowest", extreme(company.dscr, Math.min)),
      planned("Months with a covenant broken", "months", FORMATS.whole, "coBreach", count(company.dscr, (t) => finance.debts.some((debt, d) => breaksLtv(plan, debt, d, t) || breaksDscr(plan, debt, t)))),
    ]),
    ...breakevenAtBuild(structure, plan).map(({ key, label, usdKwh }) => planned(`Breakeven power price: ${label}`, "$/kWh", FORMATS.usdKwh, key, usdKwh)),
  ];
}

/** A loan that nothing secures any more is above any covenant. */
function breaksLtv({ company }: PortfolioPlan, { termMonths, maxLtv }: Debt, d: number, t: number): boolean {
  const { balanceUsd, ltv } = company.debts[d]!;
  return maxLtv !== undefined && t < termMonths && balanceUsd[t]! > 0 && !(ltv[t]! <= maxLtv);
}

function breaksDscr({ company }: PortfolioPlan, { termMonths, minDscr }: Debt, t: number): boolean {
  return minDscr !== undefined && t <= termMonths && company.dscr[t]! < minDscr;
}

function count(row: ByMonth, counts: (t: number) => boolean): number {
  return row.reduce((all, _, t) => all + (counts(t) ? 1 : 0), 0);
}

/** Of the months that have a figure. */
function extreme(row: ByMonth, of: (...values: readonly number[]) => number): number | undefined {
  const figures = row.filter((each) => !Number.isNaN(each));
  return figures.length === 0 ? undefined : of(...figures);
}
