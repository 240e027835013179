import { breakevenRows } from "./breakeven";
import { ALLOWANCES, INCONSISTENT, type Allowance, type Remark } from "./expectations";
import { overlap, widened } from "./figure";
import { hashpriceRows } from "./hashprice";
import { productionRows } from "./production";
import type { PublishedRow } from "./published-row";

/** All published figures with what our functions make of them, in the order of the files. */
export function publishedRows(): PublishedRow[] {
  return [...hashpriceRows(), ...breakevenRows(), ...productionRows()];
}

export interface Judgment {
  readonly expected: "rounding" | "allowance" | "inconsistent";
  /** what is wrong with the row or its entry in the table of expectations; undefined when all is as expected */
  readonly complaint: string | undefined;
}

/** Holds a row against what is expected of it. The lists are those of the expectations, unless a test brings its own. */
export function judge(row: PublishedRow, allowances: readonly Allowance[] = ALLOWANCES, inconsistent: readonly Remark[] = INCONSISTENT): Judgment {
  const withinRounding = overlap(row.published, row.computed);
  if (inconsistent.some((each) => each.row === row.key)) {
    return { expected: "inconsistent", complaint: withinRounding ? `listed as inconsistent, but ${difference(row)} is within rounding` : undefined };
  }
  const allowance = allowances.find((each) => each.row === row.key);
  if (!allowance) return { expected: "rounding", complaint: withinRounding ? undefined : `${difference(row)} is more than rounding allows` };
  if (withinRounding) return { expected: "allowance", complaint: `needs no allowance: ${difference(row)} is within rounding` };
  const allowed = overlap(widened(row.published, allowance.allowPct / 100), row.computed);
  return { expected: "allowance", complaint: allowed ? undefined : `${difference(row)} is more than rounding and ${allowance.allowPct} %` };
}

/** Computed against published, percent. */
export function differencePct(row: PublishedRow): number {
  return (row.computed.value / row.published.value - 1) * 100;
}

function difference(row: PublishedRow): string {
  return `computed ${row.computed.value} against published ${row.published.value} ${row.unit} (${differencePct(row).toFixed(3)} %)`;
}
