import type { Debt, Treasury } from "../document";
import type { ByMonth } from "./result";

export interface TreasuryRows {
  readonly btcMined: ByMonth;
  readonly btcSold: ByMonth;
  readonly btcBalance: ByMonth;
  readonly saleProceedsUsd: ByMonth;
  readonly cashUsd: ByMonth;
}

/**
 * Bitcoin and cash month by month under the selling policy: section 6 of docs/planning.md.
 * @param btcPriceUsd by month, at index 0 that of the market date
 * @param otherUsd flows of cash other than sales of bitcoin
 */
export function treasuryRows({ cashUsd: openCashUsd, btc, policy, minCashUsd, saleHaircut }: Treasury, debts: readonly Debt[], btcPriceUsd: ByMonth, btcMined: ByMonth, otherUsd: ByMonth): TreasuryRows {
  const length = btcMined.length;
  const [btcSold, btcBalance, saleProceedsUsd, cashUsd] = Array.from({ length: 4 }, () => new Float64Array(length)) as [Float64Array, Float64Array, Float64Array, Float64Array];
  let cash = openCashUsd;
  let held = btc;
  for (let t = 0; t < length; t++) {
    const price = btcPriceUsd[t]! * (1 - saleHaircut);
    let pledged = 0;
    for (const { btcPledged, termMonths } of debts) if (t <= termMonths) pledged += btcPledged;
    const free = Math.max(0, held + btcMined[t]! - pledged);
    const sold = policy === "sellAll" ? btcMined[t]! : policy === "holdAll" ? 0 : Math.min(free, Math.max(0, minCashUsd - cash - otherUsd[t]!) / price);
    btcSold[t] = sold;
    saleProceedsUsd[t] = sold * price;
    cash += otherUsd[t]! + sold * price;
    held += btcMined[t]! - sold;
    cashUsd[t] = cash;
    btcBalance[t] = held;
  }
  return { btcMined, btcSold, btcBalance, saleProceedsUsd, cashUsd };
}
