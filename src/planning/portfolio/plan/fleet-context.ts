import type { MarketMonth } from "../market-month";
import { addMachines, fillMachines, fillRates, type MachineRates, type MachineRun, type Machines, type MarketRows } from "./machine-run";
import type { PlannedFleet } from "./machines-of-plan";
import { fillCash, fillCommitted, fillEnergy, fillQuantities, fillSwitching, type OperatingRows, type RunHours } from "./operation";
import { ownedUsd, type Ownership } from "./ownership";
import type { Planning } from "./planning";
import type { ByMonth } from "./result";
import type { Scratch } from "./scratch";
import { fillSlot } from "./site-power";
import type { SiteRates } from "./site-rates";

/** What the alternatives of a fleet have in common; rows are of the scratch. */
export interface FleetContext {
  readonly fleet: PlannedFleet;
  readonly home: SiteRates;
  readonly slotW: ByMonth;
  readonly months: readonly MarketMonth[];
  readonly market: MarketRows;
  readonly factors: ByMonth;
  readonly annuities: ByMonth;
  readonly taxRate: number;
  readonly scratch: Scratch;
  /** committed power that goes with the slot */
  readonly floorKw: ByMonth;
  readonly rates: MachineRates;
  /** the machines at their own setting, as many as the slot holds, and what they do in all hours */
  readonly keptMachines: Machines;
  readonly keptRun: MachineRun;
  readonly keptHours: RunHours;
  readonly keptRows: OperatingRows;
  /** present value of what they bring and cost, $ */
  readonly keptUsd: number;
  /** of the restart, where machines that were idle run in all months, $ */
  readonly alwaysOnUsd: number;
  /** all machines kept until the end */
  readonly whole: Ownership;
  /** its present value after tax */
  readonly wholeUsd: number;
}

export function fleetContext({ portfolio, path, rates: siteRates, fleets, homes, market, power, factors, annuities, scratch }: Planning, f: number): FleetContext {
  const fleet = fleets[f]!;
  const home = siteRates[homes[f]!]!;
  const slotW = fillSlot(scratch.slots.next(), power, fleet, f, homes[f]!);
  const { taxRate } = portfolio.finance;
  const { units } = fleet.fleet;
  const whole = { keptUnits: units, saleMonth: 0 };
  const floorKw = fillCommitted(scratch.rows.next(), home, slotW);
  const rates = fillRates(scratch.rates.next(), fleet, home.months, market);
  const keptMachines = fillMachines(scratch.machines.next(), fleet, units, slotW);
  const keptRun = scratch.run();
  addMachines(keptRun, fleet, rates, home, keptMachines);
  const keptHours = fillEnergy(scratch.alwaysHours.next(), keptRun, home, floorKw);
  const keptRows = scratch.operation();
  const keptUsd = fillCash(keptRows, keptRun, keptHours, home, factors);
  fillQuantities(keptRows, keptRun, keptHours, home);
  return {
    fleet, home, slotW, months: path.months, market, factors, annuities, taxRate, scratch, floorKw, rates, keptMachines, keptRun, keptHours, keptRows, keptUsd,
    alwaysOnUsd: fillSwitching(keptRows.switchingUsd, home.months, slotW, fleet.fleet.state === "running", keptHours.on, factors),
    whole, wholeUsd: ownedUsd(fleet, whole, taxRate, factors, annuities),
  };
}
