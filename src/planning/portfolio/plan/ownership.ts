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
  /** what tax leaves of a dollar written off so, in present value */
  readonly afterTax: number;
}

export interface OwnedRows extends Pick<AlternativeRows, "purchaseUsd" | "salesUsd" | "depreciationUsd" | "machineValueUsd"> {
  /** of what is sold */
  readonly basisUsd: ByMonth;
}
export const OWNED_NAMES = ["purchaseUsd", "salesUsd", "depreciationUsd", "machineValueUsd", "basisUsd"] as const satisfies readonly (keyof OwnedRows)[];

/** What {@link addOwned} adds is worth after tax, $. @param annuities sums of the factors from month 1 on */
export function ownedUsd({ fleet, set: { nameplateThs }, resaleUsdTh: { scale, shape } }: PlannedFleet, { keptUnits, saleMonth, bought }: Ownership, taxRate: number, factors: ByMonth, annuities: ByMonth): number {
  const { units, bookMonthsLeft } = fleet;
  const last = factors.length - 1;
  const keptShare = keptUnits / units;
  const unitUsd = nameplateThs * scale;
  const soldUsd = (units - keptUnits) * unitUsd * shape[saleMonth]! * factors[saleMonth]! + keptUnits * unitUsd * shape[last]! * factors[last]!;
  const basisUsd = (1 - keptShare) * bookUsd(fleet, saleMonth) * factors[saleMonth]! + keptShare * bookUsd(fleet, last) * factors[last]!;
  const before = annuities[Math.min(saleMonth, bookMonthsLeft)]!;
  const depreciationUsd = bookMonthlyUsd(fleet) * (before + keptShare * (annuities[Math.min(last, bookMonthsLeft)]! - before));
  const newUsd = bought ? (1 - taxRate) * bought.units * bought.machine.set.nameplateThs * bought.machine.resaleUsdTh.scale * bought.machine.resaleUsdTh.shape[last]! * factors[last]! - bought.costUsd * bought.afterTax : 0;
  return soldUsd - taxRate * (soldUsd - basisUsd - depreciationUsd) + newUsd;
}

function bookUsd({ bookValueUsd, bookMonthsLeft }: PlannedFleet["fleet"], t: number): number {
  return bookMonthsLeft > 0 ? bookValueUsd * Math.max(0, 1 - t / bookMonthsLeft) : 0;
}

function bookMonthlyUsd({ bookValueUsd, bookMonthsLeft }: PlannedFleet["fleet"]): number {
  return bookMonthsLeft > 0 ? bookValueUsd / bookMonthsLeft : 0;
}

/** Adds purchase, sales, basis, depreciation and the machines' value. */
export function addOwned({ purchaseUsd, salesUsd, basisUsd, depreciationUsd, machineValueUsd }: OwnedRows, { fleet, set: { nameplateThs }, resaleUsdTh: { scale, shape } }: PlannedFleet, { keptUnits, saleMonth, bought }: Ownership): void {
  const { units, bookMonthsLeft } = fleet;
  const last = basisUsd.length - 1;
  const keptShare = keptUnits / units;
  const monthlyUsd = bookMonthlyUsd(fleet);
  const unitUsd = nameplateThs * scale;
  for (let t = 0; t < last; t++) machineValueUsd[t] = machineValueUsd[t]! + (t < saleMonth ? units : keptUnits) * unitUsd * shape[t]!;
  for (let t = 1; t <= last && t <= bookMonthsLeft; t++) depreciationUsd[t] = depreciationUsd[t]! - monthlyUsd * (t <= saleMonth ? 1 : keptShare);
  salesUsd[saleMonth]! += (units - keptUnits) * unitUsd * shape[saleMonth]!;
  basisUsd[saleMonth]! += (1 - keptShare) * bookUsd(fleet, saleMonth);
  // All that is left is sold.
  salesUsd[last]! += keptUnits * unitUsd * shape[last]!;
  basisUsd[last]! += keptShare * bookUsd(fleet, last);
  if (!bought) return;

  const { machine, leadMonths, costUsd, writeOff } = bought;
  const newShape = machine.resaleUsdTh.shape;
  const newUsd = bought.units * machine.set.nameplateThs * machine.resaleUsdTh.scale;
  let leftShare = 1;
  for (let t = leadMonths; t <= last; t++) {
    if (t < last) machineValueUsd[t] = machineValueUsd[t]! + newUsd * newShape[t]!;
    depreciationUsd[t] = depreciationUsd[t]! - costUsd * writeOff[t]!;
    leftShare -= writeOff[t]!;
  }
  purchaseUsd[0]! -= costUsd;
  salesUsd[last]! += newUsd * newShape[last]!;
  basisUsd[last]! += costUsd * leftShare;
}
