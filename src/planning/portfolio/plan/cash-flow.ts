import { macrsShares, type RecoveryYears } from "../../../economics/depreciation";
import type { Finance } from "../document";
import type { PlannedFleet, PlannedMachine } from "./machines-of-plan";
import type { AlternativeRows, ByMonth } from "./result";
import { MONTHS_PER_YEAR } from "./site-months";

// Sales, tax and cash flow of an alternative: the end of section 4 of docs/planning.md.

export const ROW_NAMES = [
  "revenueUsd", "powerUsd", "repairsUsd", "switchingUsd", "movingUsd", "purchaseUsd", "salesUsd", "depreciationUsd", "taxableUsd", "taxUsd", "cashFlowUsd",
  "phDays", "energyKwh", "connectedKw", "creditUsd", "resaleForgoneUsd", "machineValueUsd",
] as const satisfies readonly (keyof AlternativeRows)[];

export type Rows = Record<(typeof ROW_NAMES)[number], ByMonth>;

/** What becomes of the machines owned. */
export interface Ownership {
  readonly keptUnits: number;
  /** the rest is sold at the end of this month */
  readonly saleMonth: number;
  readonly bought?: { readonly machine: PlannedMachine; readonly units: number; readonly leadMonths: number; readonly costUsd: number };
}

export function emptyRows(length: number): Rows {
  return mapRows(() => new Float64Array(length));
}

export function copiedRows(rows: Rows): Rows {
  return mapRows((name) => rows[name].slice());
}

/** Written out, since it is done for every alternative of thousands of fleets. */
function mapRows(of: (name: (typeof ROW_NAMES)[number]) => ByMonth): Rows {
  return {
    revenueUsd: of("revenueUsd"), powerUsd: of("powerUsd"), repairsUsd: of("repairsUsd"), switchingUsd: of("switchingUsd"), movingUsd: of("movingUsd"), purchaseUsd: of("purchaseUsd"), salesUsd: of("salesUsd"),
    depreciationUsd: of("depreciationUsd"), taxableUsd: of("taxableUsd"), taxUsd: of("taxUsd"), cashFlowUsd: of("cashFlowUsd"), phDays: of("phDays"), energyKwh: of("energyKwh"), connectedKw: of("connectedKw"),
    creditUsd: of("creditUsd"), resaleForgoneUsd: of("resaleForgoneUsd"), machineValueUsd: of("machineValueUsd"),
  };
}

/** Fills in sales, depreciation, tax, cash flow and the machines' value; gives the net present value, $. */
export function closeRows(rows: Rows, { fleet, nameplateThs, resaleUsdTh }: PlannedFleet, { keptUnits, saleMonth, bought }: Ownership, finance: Finance, writeOff: ByMonth | undefined, factors: ByMonth): number {
  const last = factors.length - 1;
  const { units, bookValueUsd, bookMonthsLeft } = fleet;
  const keptShare = keptUnits / units;
  const bookAt = (t: number): number => (bookMonthsLeft > 0 ? bookValueUsd * Math.max(0, 1 - t / bookMonthsLeft) : 0);
  const bookMonthlyUsd = bookMonthsLeft > 0 ? bookValueUsd / bookMonthsLeft : 0;
  let writtenOff = 0;
  let npvUsd = 0;
  for (let t = 0; t <= last; t++) {
    let sales = 0;
    let basis = 0;
    if (t === saleMonth && keptUnits < units) {
      sales += (units - keptUnits) * nameplateThs * resaleUsdTh[t]!;
      basis += (1 - keptShare) * bookAt(t);
    }
    let depreciation = t > 0 && t <= bookMonthsLeft ? bookMonthlyUsd * (t <= saleMonth ? 1 : keptShare) : 0;
    if (bought && writeOff) {
      depreciation += bought.costUsd * writeOff[t]!;
      writtenOff += writeOff[t]!;
    }
    if (t === last) {
      sales += keptUnits * nameplateThs * resaleUsdTh[t]!;
      basis += keptShare * bookAt(t);
      if (bought) {
        sales += bought.units * bought.machine.nameplateThs * bought.machine.resaleUsdTh[t]!;
        basis += bought.costUsd * (1 - writtenOff);
      }
    } else {
      rows.machineValueUsd[t] = (t < saleMonth ? units : keptUnits) * nameplateThs * resaleUsdTh[t]!
        + (bought && t >= bought.leadMonths ? bought.units * bought.machine.nameplateThs * bought.machine.resaleUsdTh[t]! : 0);
    }
    const operating = rows.revenueUsd[t]! + rows.powerUsd[t]! + rows.repairsUsd[t]! + rows.switchingUsd[t]! + rows.movingUsd[t]!;
    const taxable = operating + sales - basis - depreciation;
    const cash = operating + rows.purchaseUsd[t]! + sales - finance.taxRate * taxable;
    rows.salesUsd[t] = sales;
    rows.depreciationUsd[t] = -depreciation;
    rows.taxableUsd[t] = taxable;
    rows.taxUsd[t] = -finance.taxRate * taxable;
    rows.cashFlowUsd[t] = cash;
    npvUsd += cash * factors[t]!;
  }
  return npvUsd;
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
