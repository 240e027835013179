import { STOCK } from "../../../catalog/profiles";
import { DAYS_PER_YEAR } from "../../../units/constants";
import { addMonths, excelSerial } from "../../../units/dates";
import type { Candidate, Fleet, Operation, Portfolio, Resale } from "../document";
import { machineOf, type PortfolioMachine } from "../machines";
import type { MarketMonth } from "../market-month";
import { known, Shapes, type ScaledRow } from "./shapes";

/** A machine at the setting it is run at. */
interface SetMachine {
  readonly machine: PortfolioMachine;
  readonly hashrateThs: number;
  readonly powerW: number;
  /** what hosting by nameplate bills */
  readonly nameplateW: number;
  /** what machines are bought and sold by */
  readonly nameplateThs: number;
  /** that one and the settings below it, most power first */
  readonly settingThs: Float64Array;
  readonly settingW: Float64Array;
}

/** Machines of one kind as the plan runs them. */
export interface PlannedMachine {
  readonly set: SetMachine;
  readonly operation: Operation;
  /** share of the machines that are not being repaired */
  readonly workingShare: number;
  /** share of revenue that pool and firmware leave */
  readonly feeFactor: number;
  /** share of the hashrate that age leaves, by month */
  readonly degradation: ScaledRow;
  /** what machines sell for at the end of each month, $/TH */
  readonly resaleUsdTh: ScaledRow;
}

export interface PlannedFleet extends PlannedMachine {
  readonly fleet: Fleet;
  /** W at the machines */
  readonly demandW: number;
  /** J/TH after fees and age in month 1: the merit order */
  readonly meritJth: number;
}

export interface PlannedCandidate extends PlannedMachine {
  readonly candidate: Candidate;
}

/** A single fleet. */
export function plannedFleet(portfolio: Portfolio, fleet: Fleet, months: readonly MarketMonth[]): PlannedFleet {
  return new MachinesOfPlan(portfolio, months).fleet(fleet);
}

/** Plans the machines of a portfolio; what many fleets share is made once. */
export class MachinesOfPlan {
  readonly #shapes: Shapes;
  readonly #settings = new Map<string, Map<string, SetMachine>>();
  readonly #days = new Map<string, number>();

  constructor(private readonly portfolio: Portfolio, private readonly months: readonly MarketMonth[]) {
    this.#shapes = new Shapes(months);
  }

  fleet(fleet: Fleet): PlannedFleet {
    const { set, operation, workingShare, feeFactor, degradation, resaleUsdTh } = this.#planned(fleet, known(this.#days, fleet.inServiceOn, () => excelSerial(fleet.inServiceOn)));
    const meritJth = set.powerW / (set.hashrateThs * degradation.scale * degradation.shape[1]! * feeFactor);
    return { fleet, set, operation, workingShare, feeFactor, degradation, resaleUsdTh, demandW: fleet.units * set.powerW, meritJth };
  }

  candidate(candidate: Candidate): PlannedCandidate {
    return { candidate, ...this.#planned(candidate, addMonths(this.months[0]!.start, candidate.leadMonths)) };
  }

  #planned({ machine, operation, resale }: { readonly machine: string; readonly operation: Operation; readonly resale: Resale }, from: number): PlannedMachine {
    const { profile, degradationAnnual, failureRateAnnual, repairDays, poolFee, firmwareFee } = operation;
    const settings = known(this.#settings, machine, () => new Map<string, SetMachine>());
    return {
      set: known(settings, profile, () => setMachine(this.portfolio, machine, profile)), operation,
      workingShare: Math.max(0, 1 - (failureRateAnnual * repairDays) / DAYS_PER_YEAR), feeFactor: (1 - poolFee) * (1 - firmwareFee),
      degradation: this.#shapes.aging(1 - degradationAnnual, from), resaleUsdTh: this.#shapes.resale(resale),
    };
  }
}

function setMachine(portfolio: Portfolio, name: string, profile: string): SetMachine {
  const machine = machineOf(portfolio, name);
  if ("unknown" in machine) throw new Error(machine.unknown);
  const { hashrateThs, powerW } = machine.settings.find((each) => each.name === profile)!;
  const settings = [{ hashrateThs, powerW }, ...machine.settings.filter((each) => each.powerW < powerW).sort((a, b) => b.powerW - a.powerW)];
  const stock = machine.settings.find((each) => each.name === STOCK)!;
  return {
    machine, hashrateThs, powerW, nameplateW: stock.powerW, nameplateThs: stock.hashrateThs,
    settingThs: Float64Array.from(settings, (setting) => setting.hashrateThs), settingW: Float64Array.from(settings, (setting) => setting.powerW),
  };
}
