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

export function addRow(sum: ByMonth, row: ByMonth): void {
  for (let t = 0; t < sum.length; t++) sum[t] = sum[t]! + row[t]!;
}

/** Copies of the rows, with tax and cash flow. */
export function closedRows({ operating, owned: { basisUsd, ...owned } }: OpenRows, taxRate: number): AlternativeRows {
  const { length } = basisUsd;
  const rows = { ...copied(operating, OPERATING_NAMES), ...copied(owned, OWNED_NAMES.filter((name) => name !== "basisUsd")), taxableUsd: new Float64Array(length), taxUsd: new Float64Array(length), cashFlowUsd: new Float64Array(length) };
  for (let t = 0; t < length; t++) {
    const flow = rows.revenueUsd[t]! + rows.powerUsd[t]! + rows.repairsUsd[t]! + rows.switchingUsd[t]! + rows.movingUsd[t]!;
    const taxable = flow + rows.salesUsd[t]! - basisUsd[t]! + rows.depreciationUsd[t]!;
    rows.taxableUsd[t] = taxable;
    rows.taxUsd[t] = -taxRate * taxable;
    rows.cashFlowUsd[t] = flow + rows.purchaseUsd[t]! + rows.salesUsd[t]! - taxRate * taxable;
  }
  return rows;
}

function copied<Name extends string>(rows: Readonly<Record<Name, ByMonth>>, names: readonly Name[]): Record<Name, ByMonth> {
  return Object.fromEntries(names.map((name) => [name, rows[name].slice()])) as Record<Name, ByMonth>;
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
