import type { MachineSetting } from "../document";
import type { FleetContext } from "./fleet-context";
import { repairUsdMonth, unitsThatFit, type Machines } from "./machine-run";
import { marginUsd } from "./margins";
import type { ByMonth } from "./result";

type Setting = Pick<MachineSetting, "hashrateThs" | "powerW">;

/**
 * Fills in each month the setting that earns most, of equals the one with most power, how many machines run at it, and what
 * they earn: underclocking of docs/planning.md, section 4.
 */
export function fillBestSettings({ units, hashrateThs, powerW }: Machines, margins: ByMonth, { fleet: planned, home, slotW, floorKw, rates: { revenueUsdTh } }: FleetContext): void {
  const { kwPerW, insideUsdKw, beyondUsdKw, nameplateUsdW } = home;
  const { set, workingShare } = planned;
  const owned = planned.fleet.units;
  const repairUsd = repairUsdMonth(planned);
  const settings: readonly Setting[] = [set, ...set.lowerSettings];
  for (let t = 1; t < slotW.length; t++) {
    const slot = slotW[t]!;
    const floor = floorKw[t]!;
    const thUsd = revenueUsdTh[t]!;
    const fixedUsd = set.nameplateW * nameplateUsdW[t]! + repairUsd;
    const kwW = workingShare * kwPerW[t]!;
    const inside = insideUsdKw[t]!;
    const beyond = beyondUsdKw[t]!;
    let best: Setting = set;
    let bestUnits = 0;
    let highest = -Infinity;
    for (const setting of settings) {
      const unitW = setting.powerW;
      const count = unitsThatFit(owned, slot, unitW);
      const margin = marginUsd(count, setting.hashrateThs * thUsd - fixedUsd, count * unitW * kwW, floor, inside, beyond);
      if (margin <= highest) continue;
      best = setting;
      bestUnits = count;
      highest = margin;
    }
    margins[t] = highest;
    units[t] = bestUnits;
    hashrateThs[t] = bestUnits * best.hashrateThs;
    powerW[t] = bestUnits * best.powerW;
  }
}
