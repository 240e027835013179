import type { MarketMonth } from "../market-month";
import { addMachines, fillMachines, fillRates, type MachineRates, type MachineRun, type Machines, type MarketRows } from "./machine-run";
import type { PlannedFleet } from "./machines-of-plan";
import { fillCommitted, fillEnergy, type RunHours } from "./operation";
import { ownedUsd, type Ownership } from "./ownership";
import type { Planning } from "./planning";
import type { ByMonth } from "./result";
import type { Scratch } from "./scratch";
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
  /** all machines kept until the end */
  readonly whole: Ownership;
  /** its present value after tax */
  readonly wholeUsd: number;
}

export function fleetContext({ portfolio, path, rates: siteRates, fleets, homes, market, power, factors, annuities, scratch }: Planning, f: number): FleetContext {
  const fleet = fleets[f]!;
  const home = siteRates[homes[f]!]!;
  const slotW = power.slotsW[f]!;
  const { taxRate } = portfolio.finance;
  const { units } = fleet.fleet;
  const whole = { keptUnits: units, saleMonth: 0 };
  const floorKw = fillCommitted(scratch.rows.next(), home, slotW);
  const rates = fillRates(scratch.rates.next(), fleet, home.months, market);
  const keptMachines = fillMachines(scratch.machines.next(), fleet, units, slotW);
  const keptRun = scratch.run();
  addMachines(keptRun, fleet, rates, home, keptMachines);
  return {
    fleet, home, slotW, months: path.months, market, factors, annuities, taxRate, scratch, floorKw, rates, keptMachines, keptRun,
    keptHours: fillEnergy(scratch.alwaysHours.next(), keptRun, home, floorKw),
    whole, wholeUsd: ownedUsd(fleet, whole, taxRate, factors, annuities),
  };
}
