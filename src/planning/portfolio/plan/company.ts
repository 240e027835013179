import { HOURS_PER_DAY, KW_PER_MW } from "../../../units/constants";
import type { Hedge, Portfolio } from "../document";
import type { MarketPath } from "../market-path";
import { closedRows, taxedRows } from "./cash-flow";
import { debtPlan } from "./debts";
import type { SiteDecision } from "./decision";
import type { Planning } from "./planning";
import { seriesBins } from "./price-bins";
import type { ByMonth, CompanyPlan, HashcostLadder, SitePlan } from "./result";
import { returnsAgainst } from "./returns";
import type { SiteMonths } from "./site-months";
import type { Totals } from "./totals";
import { treasuryRows } from "./treasury";

// The company's months: section 6 of docs/planning.md.

export function companyPlan({ portfolio, path, sites: siteRows, factors }: Planning, closures: readonly SiteDecision[], totals: Totals): { readonly company: CompanyPlan; readonly sites: readonly SitePlan[] } {
  const { finance, market } = portfolio;
  const { months } = path;
  const { length } = factors;
  const { connectedKw, machineValuesUsd } = totals;
  const chosen = closedRows(totals.chosen, finance.taxRate);
  const keepCashUsd = taxedRows(totals.kept.flowUsd, totals.kept.owned, finance.taxRate).cashFlowUsd;
  const byMonth = (of: (t: number) => number): ByMonth => Float64Array.from({ length }, (_, t) => of(t));
  const sites = siteRows.map((rows, s) => sitePlan(rows, closures[s]!, connectedKw[s]!));
  const { revenueUsd, powerUsd, repairsUsd, purchaseUsd, salesUsd, depreciationUsd, phDays, energyKwh } = chosen;
  const switchingUsd = byMonth((t) => chosen.switchingUsd[t]! + chosen.movingUsd[t]!);
  const siteCostsUsd = byMonth((t) => sites.reduce((sum, site) => sum + site.fixedOpexUsd[t]! + site.commitmentUsd[t]!, 0));
  const overheadUsd = byMonth((t) => (t === 0 ? 0 : 0 - finance.overheadUsdMonth));
  const hedges = finance.hedges.map((hedge) => hedgeRows(portfolio, hedge, path));
  const hedgesUsd = byMonth((t) => hedges.reduce((sum, flowUsd) => sum + flowUsd[t]!, 0));
  const ebitdaUsd = byMonth((t) => revenueUsd[t]! + powerUsd[t]! + repairsUsd[t]! + switchingUsd[t]! + siteCostsUsd[t]! + overheadUsd[t]! + hedgesUsd[t]!);

  const btcPriceUsd = byMonth((t) => (t === 0 ? market.start.btcPriceUsd : months[t - 1]!.btcPriceUsd));
  const debts = finance.debts.map((debt) => debtPlan(portfolio, debt, machineValuesUsd, btcPriceUsd));
  const interestUsd = byMonth((t) => debts.reduce((sum, debt) => sum + debt.interestUsd[t]!, 0));
  const principalUsd = byMonth((t) => debts.reduce((sum, debt) => sum + debt.principalUsd[t]!, 0));
  const { taxUsd, lossesUsd } = taxRows(finance.taxRate, byMonth((t) => chosen.taxableUsd[t]! + siteCostsUsd[t]! + overheadUsd[t]! + hedgesUsd[t]! + interestUsd[t]!));
  const freeCashFlowUsd = byMonth((t) => ebitdaUsd[t]! + purchaseUsd[t]! + salesUsd[t]! + taxUsd[t]!);

  const otherUsd = byMonth((t) => freeCashFlowUsd[t]! - revenueUsd[t]! + interestUsd[t]! + principalUsd[t]!);
  const treasury = treasuryRows(finance.treasury, finance.debts, btcPriceUsd, byMonth((t) => revenueUsd[t]! / btcPriceUsd[t]!), otherUsd);
  const creditsUsd = byMonth((t) => chosen.creditUsd[t]! + chosen.resaleForgoneUsd[t]! + sites.reduce((sum, site) => sum + site.resaleUsd[t]!, 0));
  const outOfCash = treasury.cashUsd.findIndex((cash) => cash < 0);
  return {
    sites,
    company: {
      revenueUsd, powerUsd, repairsUsd, switchingUsd, siteCostsUsd, overheadUsd, hedgesUsd, ebitdaUsd, depreciationUsd, purchaseUsd, salesUsd, interestUsd, principalUsd, taxUsd, lossesUsd,
      freeCashFlowUsd, creditsUsd, ...treasury, debts, phDays, energyKwh,
      debtUsd: byMonth((t) => debts.reduce((sum, debt) => sum + debt.balanceUsd[t]!, 0)),
      dscr: byMonth((t) => (interestUsd[t]! + principalUsd[t]! < 0 ? (ebitdaUsd[t]! + taxUsd[t]!) / -(interestUsd[t]! + principalUsd[t]!) : NaN)),
      npvUsd: worth(freeCashFlowUsd, factors),
      againstKeep: { ...returnsAgainst(chosen.cashFlowUsd, keepCashUsd), npvUsd: worth(chosen.cashFlowUsd, factors) - worth(keepCashUsd, factors) },
      ladder: ladderOf({ powerUsd, repairsUsd, siteCostsUsd, overheadUsd, interestUsd, depreciationUsd, creditsUsd, phDays }),
      runwayMonths: outOfCash < 0 ? "beyond the plan" : Math.max(0, outOfCash - 1),
    },
  };
}

function sitePlan(rows: SiteMonths, { closes, openUsd, closedUsd }: SiteDecision, connectedKw: ByMonth): SitePlan {
  const { site, capacityMw, pue, hours, takeOrPayShare, tariffUsdKwh, tariffWeight, resaleUsdKwh, resaleWeight, meanBinUsdKwh } = rows;
  const byMonth = (of: (t: number) => number): ByMonth => capacityMw.map((_, t) => (t === 0 ? 0 : of(t)));
  const committedKwh = (t: number): number => hours[t]! * takeOrPayShare[t]! * capacityMw[t]! * KW_PER_MW;
  const resale = (t: number): number => resaleUsdKwh[t]! + resaleWeight[t]! * meanBinUsdKwh[t]!;
  return {
    siteId: site.id, closes, openUsd, closedUsd, powerCapacityMw: capacityMw, pue,
    fixedOpexUsd: byMonth(() => (closes ? 0 : 0 - site.fixedOpexUsdMonth)),
    commitmentUsd: byMonth((t) => 0 - committedKwh(t) * (tariffUsdKwh[t]! + tariffWeight[t]! * meanBinUsdKwh[t]! - resale(t))),
    resaleUsd: byMonth((t) => committedKwh(t) * resale(t)),
    connectedMw: connectedKw.map((kw) => kw / KW_PER_MW),
  };
}

/** What a hedge brings in each month, $. */
function hedgeRows(portfolio: Portfolio, hedge: Hedge, { months }: MarketPath): ByMonth {
  const flowUsd = new Float64Array(months.length + 1);
  for (const { month, days, start, end, hashpriceUsdPhDay } of months) {
    if (month < hedge.firstMonth || month > hedge.lastMonth) continue;
    if (hedge.kind === "hashpriceForward") {
      flowUsd[month] = (hedge.hashpriceUsdPhDay - hashpriceUsdPhDay) * hedge.hashratePhs * days;
      continue;
    }
    const { shares, pricesUsdKwh } = seriesBins(portfolio.priceSeries.find(({ id }) => id === hedge.seriesId)!.valuesUsdKwh, start, end);
    let meanUsdKwh = 0;
    for (let b = 0; b < shares.length; b++) meanUsdKwh += shares[b]! * Math.max(0, hedge.strikeUsdKwh - pricesUsdKwh[b]!);
    flowUsd[month] = hedge.volumeMw * KW_PER_MW * HOURS_PER_DAY * days * meanUsdKwh - hedge.premiumUsdMonth;
  }
  return flowUsd;
}

/** Tax with losses carried forward; negative. */
function taxRows(taxRate: number, incomeUsd: ByMonth): { readonly taxUsd: ByMonth; readonly lossesUsd: ByMonth } {
  const taxUsd = new Float64Array(incomeUsd.length);
  const lossesUsd = new Float64Array(incomeUsd.length);
  let losses = 0;
  incomeUsd.forEach((income, t) => {
    const used = Math.min(losses, Math.max(0, income));
    losses += Math.max(0, -income) - used;
    taxUsd[t] = 0 - taxRate * (Math.max(0, income) - used);
    lossesUsd[t] = losses;
  });
  return { taxUsd, lossesUsd };
}

function ladderOf(rows: Record<"powerUsd" | "repairsUsd" | "siteCostsUsd" | "overheadUsd" | "interestUsd" | "depreciationUsd" | "creditsUsd" | "phDays", ByMonth>): HashcostLadder {
  const sum = (row: ByMonth): number => row.reduce((all, each) => all + each, 0);
  const phDays = sum(rows.phDays);
  const cost = (...parts: readonly ByMonth[]): number => (phDays > 0 ? -parts.reduce((all, part) => all + sum(part), 0) / phDays : NaN);
  const [fleet, corporate, financing, depreciation] = [cost(rows.powerUsd, rows.repairsUsd, rows.siteCostsUsd), cost(rows.overheadUsd), cost(rows.interestUsd), cost(rows.depreciationUsd)];
  return { fleet, beforeCredits: fleet - cost(rows.creditsUsd), corporate, financing, depreciation, allIn: fleet + corporate + financing + depreciation };
}

function worth(row: ByMonth, factors: ByMonth): number {
  return row.reduce((sum, value, t) => sum + value * factors[t]!, 0);
}
