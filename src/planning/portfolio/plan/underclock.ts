import type { FleetContext } from "./fleet-context";
import { repairUsdMonth, unitsThatFit, type Machines } from "./machine-run";

/** Fills in each month the setting that earns most, of equals the one with most power, and how many machines run at it: underclocking of docs/planning.md, section 4. */
export function fillBestSettings({ units, hashrateThs, powerW }: Machines, { fleet, home, slotW, floorKw, rates, keptMachines, keptRun, keptHours, scratch }: FleetContext): void {
  const { set, workingShare } = fleet;
  const owned = fleet.fleet.units;
  const { revenueUsdTh } = rates;
  const { kwPerW, forgoneUsdKw, tariffUsdKw, netDrawUsdKw, nameplateUsdW } = home;
  const repairUsd = repairUsdMonth(fleet);
  const highest = scratch.rows.next();
  for (let t = 1; t < slotW.length; t++) {
    highest[t] = keptRun.revenueUsd[t]! - keptRun.nameplateUsd[t]! - keptRun.repairsUsd[t]! - keptHours.energyUsd[t]! - keptRun.drawKw[t]! * netDrawUsdKw[t]!;
    units[t] = keptMachines.units[t]!;
    hashrateThs[t] = keptMachines.hashrateThs[t]!;
    powerW[t] = keptMachines.powerW[t]!;
  }
  for (const { hashrateThs: unitThs, powerW: unitW } of set.lowerSettings) {
    for (let t = 1; t < slotW.length; t++) {
      const count = unitsThatFit(owned, slotW[t]!, unitW);
      const drawKw = count * unitW * workingShare * kwPerW[t]!;
      const inside = Math.min(drawKw, floorKw[t]!);
      const margin = count * (unitThs * revenueUsdTh[t]! - set.nameplateW * nameplateUsdW[t]! - repairUsd) - inside * forgoneUsdKw[t]! - (drawKw - inside) * tariffUsdKw[t]! - drawKw * netDrawUsdKw[t]!;
      if (margin <= highest[t]!) continue;
      highest[t] = margin;
      units[t] = count;
      hashrateThs[t] = count * unitThs;
      powerW[t] = count * unitW;
    }
  }
}
