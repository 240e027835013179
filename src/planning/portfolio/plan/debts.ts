import type { Debt, Portfolio } from "../document";
import type { ByMonth, DebtPlan } from "./result";
import { MONTHS_PER_YEAR } from "./site-months";

/**
 * Interest, repayment, balance and loan-to-value of a loan: section 6 of docs/planning.md. Payments are negative.
 * @param machineValuesUsd by fleet, of those that secure a debt
 * @param btcPriceUsd by month, at index 0 that of the market date
 */
export function debtPlan({ fleets }: Portfolio, debt: Debt, machineValuesUsd: readonly (ByMonth | undefined)[], btcPriceUsd: ByMonth): DebtPlan {
  const { length } = btcPriceUsd;
  const rate = debt.rateAnnual / MONTHS_PER_YEAR;
  const payments = debt.termMonths - debt.interestOnlyMonths;
  const levelUsd = rate === 0 ? debt.principalUsd / payments : (debt.principalUsd * rate) / (1 - (1 + rate) ** -payments);
  const [interestUsd, principalUsd, balanceUsd, ltv] = Array.from({ length: 4 }, () => new Float64Array(length)) as [Float64Array, Float64Array, Float64Array, Float64Array];
  balanceUsd[0] = debt.principalUsd;
  for (let t = 1; t < length; t++) {
    const open = balanceUsd[t - 1]!;
    const interest = open * rate;
    const principal = t === debt.termMonths ? open
      : t <= debt.interestOnlyMonths || t > debt.termMonths || debt.repayment === "bullet" ? 0
      : debt.repayment === "equalPrincipal" ? debt.principalUsd / payments
      : rate === 0 ? levelUsd : levelUsd - interest;
    interestUsd[t] = 0 - interest;
    principalUsd[t] = 0 - principal;
    balanceUsd[t] = open - principal;
  }
  const secured = fleets.flatMap(({ id }, f) => (debt.securedOn.includes(id) ? [machineValuesUsd[f]!] : []));
  for (let t = 0; t < length; t++) {
    let security = debt.btcPledged * btcPriceUsd[t]!;
    for (const valueUsd of secured) security += valueUsd[t]!;
    ltv[t] = security > 0 && t < debt.termMonths ? balanceUsd[t]! / security : NaN;
  }
  return { debtId: debt.id, interestUsd, principalUsd, balanceUsd, ltv };
}
