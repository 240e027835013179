import type { PlannedFleet, PlannedMachine } from "./machines-of-plan";
import type { AlternativeRows, ByMonth } from "./result";

// What is bought, sold and written off: the end of section 4 of docs/planning.md.

/** What becomes of the machines owned. */
export interface Ownership {
  readonly keptUnits: number;
  /** the rest is sold at the end of this month */
  readonly saleMonth: number;
  readonly bought?: Bought;
}

export interface Bought {
  readonly machine: PlannedMachine;
  readonly units: number;
  readonly leadMonths: number;
  readonly costUsd: number;
  /** share of the cost that is written off in each month */
  readonly writeOff: ByMonth;
}

export interface OwnedRows extends Pick<AlternativeRows, "purchaseUsd" | "salesUsd" | "depreciationUsd" | "machineValueUsd"> {
  /** of what is sold */
  readonly basisUsd: ByMonth;
}
export const OWNED_NAMES = ["purchaseUsd", "salesUsd", "depreciationUsd", "machineValueUsd", "basisUsd"] as const satisfies readonly (keyof OwnedRows)[];

/** Fills in purchase, sales, basis, depreciation and the machines' value; gives the present value after tax, $. */
export function fillOwned(rows: OwnedRows, { fleet, set: { nameplateThs }, resaleUsdTh }: PlannedFleet, { keptUnits, saleMonth, bought }: Ownership, taxRate: number, factors: ByMonth): number {
  const { purchaseUsd, salesUsd, basisUsd, depreciationUsd, machineValueUsd } = rows;
  const { units, bookValueUsd, bookMonthsLeft } = fleet;
  const last = factors.length - 1;
  const keptShare = keptUnits / units;
  const bookAt = (t: number): number => (bookMonthsLeft > 0 ? bookValueUsd * Math.max(0, 1 - t / bookMonthsLeft) : 0);
  const bookMonthlyUsd = bookMonthsLeft > 0 ? bookValueUsd / bookMonthsLeft : 0;
  const unitUsd = nameplateThs * resaleUsdTh.scale;
  const { shape } = resaleUsdTh;
  for (let t = 0; t <= last; t++) {
    machineValueUsd[t] = (t < saleMonth ? units : keptUnits) * unitUsd * shape[t]!;
    depreciationUsd[t] = t > 0 && t <= bookMonthsLeft ? -bookMonthlyUsd * (t <= saleMonth ? 1 : keptShare) : 0;
  }
  for (const row of [purchaseUsd, salesUsd, basisUsd]) row.fill(0);
  if (keptUnits < units) {
    salesUsd[saleMonth] = (units - keptUnits) * unitUsd * shape[saleMonth]!;
    basisUsd[saleMonth] = (1 - keptShare) * bookAt(saleMonth);
  }
  basisUsd[last]! += keptShare * bookAt(last);
  if (bought) addBought(rows, bought);
  // All that is left is sold.
  salesUsd[last]! += machineValueUsd[last]!;
  machineValueUsd[last] = 0;
  let valueUsd = 0;
  for (let t = 0; t <= last; t++) valueUsd += (purchaseUsd[t]! + salesUsd[t]! - taxRate * (salesUsd[t]! - basisUsd[t]! + depreciationUsd[t]!)) * factors[t]!;
  return valueUsd;
}

function addBought({ purchaseUsd, basisUsd, depreciationUsd, machineValueUsd }: OwnedRows, { machine: { set, resaleUsdTh: { scale, shape } }, units, leadMonths, costUsd, writeOff }: Bought): void {
  const last = writeOff.length - 1;
  const newUsd = units * set.nameplateThs * scale;
  let left = 1;
  purchaseUsd[0] = -costUsd;
  for (let t = leadMonths; t <= last; t++) {
    machineValueUsd[t] = machineValueUsd[t]! + newUsd * shape[t]!;
    depreciationUsd[t] = depreciationUsd[t]! - costUsd * writeOff[t]!;
    left -= writeOff[t]!;
  }
  basisUsd[last]! += costUsd * left;
}
