import type { MarketMonth } from "../market-month";
import { fillRates, fillUnits, type MachineRates, type MarketRows } from "./machine-run";
import type { PlannedFleet } from "./machines-of-plan";
import { fillMargins, shareProfit } from "./margins";
import { fillCommitted, switchingUsd } from "./operation";
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
  /** the machines at their own setting, as many as the slot holds, and what they bring less what they cost in all hours */
  readonly keptUnits: ByMonth;
  readonly keptFlowUsd: ByMonth;
  /** its present value */
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
  const slotW = fillSlot(scratch.rows.next(), power, fleet, f, homes[f]!);
  const { taxRate } = portfolio.finance;
  const { units } = fleet.fleet;
  const whole = { keptUnits: units, saleMonth: 0 };
  const floorKw = fillCommitted(scratch.rows.next(), home, slotW);
  const rates = fillRates(scratch.rates.next(), fleet, home.months, market);
  const keptUnits = fillUnits(scratch.rows.next(), fleet, units, slotW);
  const keptFlowUsd = fillMargins(scratch.rows.next(), fleet, fleet.set, rates, home, keptUnits, floorKw);
  return {
    fleet, home, slotW, months: path.months, market, factors, annuities, taxRate, scratch, floorKw, rates, keptUnits, keptFlowUsd,
    keptUsd: shareProfit(keptFlowUsd, fleet, home, keptUnits, factors),
    alwaysOnUsd: switching({ fleet, home, slotW, factors }, scratch.ones),
    whole, wholeUsd: ownedUsd(fleet, whole, taxRate, factors, annuities),
  };
}

/** Present value of stops and restarts, $. @param on by month: 1 where something of the fleet runs at its own site @param sums what they are added to, where there is something */
export function switching({ fleet, home, slotW, factors }: Pick<FleetContext, "fleet" | "home" | "slotW" | "factors">, on: ByMonth, sums?: ByMonth): number {
  return switchingUsd(home.months, slotW, fleet.fleet.state === "running", on, factors, sums);
}
