// Cash, bitcoin and debt of a mining company (formulas E10).

/** Debt service coverage: cash flow available ÷ (interest + principal) of the same time, both in $. */
export function debtServiceCoverage(cashFlowUsd: number, debtServiceUsd: number): number {
  return cashFlowUsd / debtServiceUsd;
}

/**
 * Value that secures a loan on machines, $ = units · TH/s · price + bitcoin pledged.
 * @param hashrateThs hashrate of one machine, TH/s
 * @param priceUsdTh resale price, $/TH
 * @param btcCollateralUsd bitcoin pledged at the value the lender lends on, $
 */
export function collateralUsd(units: number, hashrateThs: number, priceUsdTh: number, btcCollateralUsd: number): number {
  return units * hashrateThs * priceUsdTh + btcCollateralUsd;
}

/**
 * Months until cash and bitcoin are used up = (cash + BTC · price · (1 − haircut)) ÷ burn.
 * @param burnUsdMonth cash used in a month, above 0
 * @param haircut share of the bitcoin's value lost when it is sold, 0 to 1
 */
export function runwayMonths(cashUsd: number, btc: number, btcPriceUsd: number, burnUsdMonth: number, haircut: number): number {
  return (cashUsd + btc * btcPriceUsd * (1 - haircut)) / burnUsdMonth;
}

/** Bitcoin to sell so that cash covers a cost, BTC = max(0, cost − cash) ÷ price; 0 when the cash is enough. */
export function btcToSell(cashUsd: number, costUsd: number, btcPriceUsd: number): number {
  return Math.max(0, costUsd - cashUsd) / btcPriceUsd;
}
