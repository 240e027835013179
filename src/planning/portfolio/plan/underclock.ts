import type { FleetContext } from "./fleet-context";
import { repairUsdMonth, unitsThatFit, type Machines } from "./machine-run";
import { marginUsd } from "./margins";
import type { ByMonth } from "./result";

/**
 * Fills in each month the setting that earns most, of equals the one with most power, how many machines run at it, and what
 * they earn: underclocking of docs/planning.md, section 4.
 */
export function fillBestSettings({ units, hashrateThs, powerW }: Machines, margins: ByMonth, { fleet, home, slotW, floorKw, rates: { revenueUsdTh } }: FleetContext): void {
  const { kwPerW, insideUsdKw, beyondUsdKw, nameplateUsdW } = home;
  const { set: { settingThs, settingW, nameplateW }, workingShare } = fleet;
  const owned = fleet.fleet.units;
  const repairUsd = repairUsdMonth(fleet);
  for (let t = 1; t < slotW.length; t++) {
    const slot = slotW[t]!;
    const floor = floorKw[t]!;
    const thUsd = revenueUsdTh[t]!;
    const fixedUsd = nameplateW * nameplateUsdW[t]! + repairUsd;
    const kwW = workingShare * kwPerW[t]!;
    const inside = insideUsdKw[t]!;
    const beyond = beyondUsdKw[t]!;
    let best = 0;
    let bestUnits = 0;
    let highest = -Infinity;
    for (let k = 0; k < settingW.length; k++) {
      const unitW = settingW[k]!;
      const count = unitsThatFit(owned, slot, unitW);
      const margin = marginUsd(count, settingThs[k]! * thUsd - fixedUsd, count * unitW * kwW, floor, inside, beyond);
      if (margin <= highest) continue;
      best = k;
      bestUnits = count;
      highest = margin;
    }
    margins[t] = highest;
    units[t] = bestUnits;
    hashrateThs[t] = bestUnits * settingThs[best]!;
    powerW[t] = bestUnits * settingW[best]!;
  }
}
