import type { ByMonth, CompanyPlan, PortfolioPlan } from "../../../src/planning/portfolio";
import { reader, reportWorkbook, withCell, type ReportWorkbook } from "./support/report";
import { sample, SAMPLES } from "./support/samples";

// The Company sheet's native formulas against the planner, month by month.

const LINES: Readonly<Record<string, keyof CompanyPlan>> = {
  totalRevenue: "revenueUsd", totalPower: "powerUsd", totalRepairs: "repairsUsd", coSiteCosts: "siteCostsUsd", coOverhead: "overheadUsd", coHedges: "hedgesUsd", coEbitda: "ebitdaUsd",
  totalDepreciation: "depreciationUsd", totalPurchase: "purchaseUsd", totalSales: "salesUsd", coInterest: "interestUsd", coPrincipal: "principalUsd", coTax: "taxUsd", coLossesClose: "lossesUsd",
  coFree: "freeCashFlowUsd", coCredits: "creditsUsd", coMined: "btcMined", coSold: "btcSold", coBtcClose: "btcBalance", coProceeds: "saleProceedsUsd", coCashClose: "cashUsd", coDebt: "debtUsd",
  totalPhDays: "phDays", totalKwh: "energyKwh",
};
const EXACT = 1e-9;

/** Lines and figures that are not the planner's; a line is as exact as its largest figure. */
function differences(report: ReportWorkbook, workbook: ReportWorkbook["workbook"], { company }: PortfolioPlan): string[] {
  const { value, row } = reader(report, workbook);
  const found: string[] = [];
  const line = (key: string, theirs: ByMonth): void => {
    const largest = Math.max(1, ...Array.from(theirs, (each) => Math.abs(each) || 0));
    row(key).forEach((ours, t) => {
      const same = Number.isNaN(theirs[t]!) ? ours === "" : typeof ours === "number" && Math.abs(ours - theirs[t]!) <= EXACT * largest;
      if (!same) found.push(`${key}, month ${t}: ${String(ours)}, planner ${theirs[t]!}`);
    });
  };
  const figure = (key: string, theirs: number | string | undefined, tolerance = EXACT): void => {
    const ours = value(key);
    const same = typeof theirs === "number" && !Number.isNaN(theirs) ? typeof ours === "number" && Math.abs(ours - theirs) <= tolerance * Math.max(1, Math.abs(theirs)) : ours === (typeof theirs === "string" ? theirs : "none");
    if (!same) found.push(`${key}: ${String(ours)}, planner ${String(theirs)}`);
  };
  for (const [key, name] of Object.entries(LINES)) line(key, company[name] as ByMonth);
  if (company.debts.length > 0) line("coDscr", company.dscr);
  company.debts.forEach(({ interestUsd, principalUsd, balanceUsd, ltv }, d) => {
    line(`coDebt${d + 1}Interest`, interestUsd);
    line(`coDebt${d + 1}Repaid`, principalUsd);
    line(`coDebt${d + 1}Close`, balanceUsd);
    line(`coDebt${d + 1}Ltv`, ltv);
  });
  const { againstKeep, ladder } = company;
  figure("coPresent", company.npvUsd);
  figure("coExtraPresent", againstKeep.npvUsd);
  figure("coPayback", againstKeep.paybackMonths);
  figure("coIrr", againstKeep.irrAnnual, 1e-6);
  figure("coMoic", againstKeep.moic);
  figure("coRunway", company.runwayMonths);
  figure("coLadderFleet", ladder.fleet);
  figure("coLadderGross", ladder.beforeCredits);
  figure("coLadderCorporate", ladder.corporate);
  figure("coLadderFinancing", ladder.financing);
  figure("coLadderDepreciation", ladder.depreciation);
  figure("coLadderAllIn", ladder.allIn);
  return found;
}

describe.each(SAMPLES)("%s", (name) => {
  const report = reportWorkbook(sample(name));

  test("every month and figure of the company is the planner's", () => {
    expect(differences(report, report.workbook, report.plan)).toEqual([]);
  });

  test.each(report.insights.scenarios.map(({ scenarioId, plan }) => ({ scenarioId, plan })))("and so is it once the scenario $scenarioId is picked", ({ scenarioId, plan }) => {
    expect(differences(report, withCell(report, "market.scenarioId", () => scenarioId), plan)).toEqual([]);
  });
});

test("selling policies, covenants and hedges follow their inputs", () => {
  const portfolio = sample("portfolio-three-sites");
  const report = reportWorkbook(portfolio);
  const sold = (policy: string): number => {
    const { row } = reader(report, withCell(report, "finance.treasury.policy", () => policy));
    return (row("coSold") as number[]).reduce((a, b) => a + b);
  };
  const { value } = reader(report, report.workbook);
  expect(sold("holdAll")).toBe(0);
  expect(sold("sellAll")).toBeCloseTo(Number(value("coMined")), 6);
  const breaches = (key: string, content: number | string): number => Number(reader(report, withCell(report, key, () => content)).value("coBreach"));
  expect(breaches("Debts.1.minDscr", "")).toBeLessThan(breaches("Debts.1.minDscr", 20));
});
