import { effectiveAnnualIrr } from "../../../economics/cash-flows";
import { NotAvailableError } from "../../../units/errors";
import { MONTHS_PER_YEAR } from "./site-months";
import type { ByMonth, ReturnFigures } from "./result";
import { wholeCents } from "./whole-cents";

/** Payback, IRR and MOIC of the difference between two rows of cash flows: section 5 of docs/planning.md. */
export function returnsAgainst(cashUsd: ByMonth, otherUsd: ByMonth): ReturnFigures {
  const difference = cashUsd.map((value, t) => (wholeCents(value - otherUsd[t]!) === 0 ? 0 : value - otherUsd[t]!));
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
    const cents = wholeCents(total);
    if (below && cents >= 0) return t - 1 + -before / value;
    if (cents < 0) below = true;
  }
  return below ? "never" : 0;
}

/** None where money comes in first: there is nothing that it would be the return on. */
function irrOf(difference: ByMonth): number | undefined {
  if (!(difference.find((value) => value !== 0)! < 0)) return undefined;
  try {
    return effectiveAnnualIrr([...difference], MONTHS_PER_YEAR);
  } catch (error) {
    if (error instanceof NotAvailableError) return undefined;
    throw error;
  }
}
