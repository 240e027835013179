import { macrsShares, type RecoveryYears } from "../../../economics/depreciation";
import type { Finance } from "../document";
import { OPERATING_NAMES, type OperatingRows } from "./operation";
import { OWNED_NAMES, type OwnedRows } from "./ownership";
import { emptyRecord } from "./records";
import type { AlternativeRows, ByMonth } from "./result";
import { MONTHS_PER_YEAR } from "./site-months";

// Tax and cash flow of an alternative: the end of section 4 of docs/planning.md.

/** What tax and cash flow are made from, of one alternative or summed over many: tax is the same share of every dollar. */
export interface OpenRows {
  readonly operating: OperatingRows;
  readonly owned: OwnedRows;
}

export function emptyOpenRows(length: number): OpenRows {
  return { operating: emptyRecord(OPERATING_NAMES, length), owned: emptyRecord(OWNED_NAMES, length) };
}

export function addRows<Name extends string>(sums: Readonly<Record<Name, ByMonth>>, rows: Readonly<Record<Name, ByMonth>>, names: readonly Name[]): void {
  for (const name of names) addRow(sums[name], rows[name]);
}

export function addRow(sum: ByMonth, row: ByMonth, first = 0): void {
  for (let t = first; t < sum.length; t++) sum[t] = sum[t]! + row[t]!;
}

/** The rows with tax and cash flow. */
export function closedRows({ operating, owned }: OpenRows, taxRate: number): AlternativeRows {
  const { revenueUsd, powerUsd, repairsUsd, switchingUsd, movingUsd } = operating;
  const { basisUsd: _ofWhatIsSold, ...shown } = owned;
  const flowUsd = revenueUsd.map((revenue, t) => revenue + powerUsd[t]! + repairsUsd[t]! + switchingUsd[t]! + movingUsd[t]!);
  return { ...operating, ...shown, ...taxedRows(flowUsd, owned, taxRate) };
}

/** Tax and cash flow of an operating flow and of what is bought, sold and written off. */
export function taxedRows(flowUsd: ByMonth, { purchaseUsd, salesUsd, basisUsd, depreciationUsd }: OwnedRows, taxRate: number): Pick<AlternativeRows, "taxableUsd" | "taxUsd" | "cashFlowUsd"> {
  const taxableUsd = flowUsd.map((flow, t) => flow + salesUsd[t]! - basisUsd[t]! + depreciationUsd[t]!);
  const taxUsd = taxableUsd.map((taxable) => -taxRate * taxable);
  return { taxableUsd, taxUsd, cashFlowUsd: flowUsd.map((flow, t) => flow + purchaseUsd[t]! + salesUsd[t]! + taxUsd[t]!) };
}

/** Share of the cost of new machines that is written off in each month. @param leadMonths months before they run */
export function writeOffShares(leadMonths: number, { depreciationYears, bonusDepreciationShare }: Finance, length: number): ByMonth {
  const yearly = macrsShares(depreciationYears satisfies RecoveryYears);
  return Float64Array.from({ length }, (_, t) => {
    if (t <= leadMonths) return 0;
    const regular = (1 - bonusDepreciationShare) * ((yearly[Math.floor((t - leadMonths - 1) / MONTHS_PER_YEAR)] ?? 0) / MONTHS_PER_YEAR);
    return regular + (t === leadMonths + 1 ? bonusDepreciationShare : 0);
  });
}
