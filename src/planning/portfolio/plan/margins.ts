import { repairUsdMonth, type MachineRates } from "./machine-run";
import type { PlannedMachine } from "./machines-of-plan";
import type { ByMonth } from "./result";
import type { SiteRates } from "./site-rates";

// What alternatives are worth, without the rows that show it: those are filled for the few that may be chosen.

/** What machines earn in a month's hours less all that they cost but a host's share of the profit, $. @param unitUsd what each brings without its energy */
export function marginUsd(units: number, unitUsd: number, drawKw: number, floorKw: number, insideUsdKw: number, beyondUsdKw: number): number {
  const inside = drawKw < floorKw ? drawKw : floorKw;
  return units * unitUsd - inside * insideUsdKw - (drawKw - inside) * beyondUsdKw;
}

/** Fills in the margins of machines at one setting. @param units by month */
export function fillMargins(margins: ByMonth, machine: PlannedMachine, { hashrateThs, powerW }: { readonly hashrateThs: number; readonly powerW: number }, { revenueUsdTh }: MachineRates, { kwPerW, insideUsdKw, beyondUsdKw, nameplateUsdW }: SiteRates, units: ByMonth, floorKw: ByMonth, first = 1): ByMonth {
  const { nameplateW } = machine.set;
  const repairUsd = repairUsdMonth(machine);
  const workingW = powerW * machine.workingShare;
  for (let t = first; t < margins.length; t++) {
    const count = units[t]!;
    const unitUsd = hashrateThs * revenueUsdTh[t]! - nameplateW * nameplateUsdW[t]! - repairUsd;
    margins[t] = marginUsd(count, unitUsd, count * workingW * kwPerW[t]!, floorKw[t]!, insideUsdKw[t]!, beyondUsdKw[t]!);
  }
  return margins;
}

/** Takes a host's share of the profit off margins; repairs do not reduce it. Gives the present value of what is left, $. */
export function shareProfit(margins: ByMonth, machine: PlannedMachine, { months: { profitShare }, sharesProfit }: SiteRates, units: ByMonth, factors: ByMonth, first = 1): number {
  let valueUsd = 0;
  if (!sharesProfit) {
    for (let t = first; t < factors.length; t++) valueUsd += margins[t]! * factors[t]!;
    return valueUsd;
  }
  const repairUsd = repairUsdMonth(machine);
  for (let t = first; t < factors.length; t++) {
    const margin = margins[t]!;
    const left = margin - profitShare[t]! * Math.max(0, margin + units[t]! * repairUsd);
    margins[t] = left;
    valueUsd += left * factors[t]!;
  }
  return valueUsd;
}
