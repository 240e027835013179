import { effectiveAnnualIrr } from "../../../economics/cash-flows";
import { NotAvailableError } from "../../../units/errors";
import { MONTHS_PER_YEAR } from "./site-months";
import type { ByMonth, ReturnFigures } from "./result";

/** What rounding leaves of equal flows, $. */
const NO_DIFFERENCE_USD = 1e-6;

/** Payback, IRR and MOIC of the difference between two rows of cash flows: section 5 of docs/planning.md. */
export function returnsAgainst(cashUsd: ByMonth, otherUsd: ByMonth): ReturnFigures {
  const difference = cashUsd.map((value, t) => (Math.abs(value - otherUsd[t]!) < NO_DIFFERENCE_USD ? 0 : value - otherUsd[t]!));
  let received = 0;
  let paid = 0;
  for (const value of difference) {
    if (value > 0) received += value;
    else paid -= value;
  }
  return { paybackMonths: paybackOf(difference), irrAnnual: irrOf(difference), moic: paid > 0 ? received / paid : undefined };
}

function paybackOf(difference: ByMonth): number | "never" {
  let total = 0;
  let below = false;
  for (const [t, value] of difference.entries()) {
    const before = total;
    total += value;
    if (below && total >= 0) return t - 1 + -before / value;
    if (total < 0) below = true;
  }
  return below ? "never" : 0;
}

function irrOf(difference: ByMonth): number | undefined {
  try {
    return effectiveAnnualIrr([...difference], MONTHS_PER_YEAR);
  } catch (error) {
    if (error instanceof NotAvailableError) return undefined;
    throw error;
  }
}
