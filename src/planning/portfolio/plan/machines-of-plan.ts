import { STOCK } from "../../../catalog/profiles";
import { DAYS_PER_YEAR } from "../../../units/constants";
import { addMonths, excelSerial } from "../../../units/dates";
import type { Candidate, Fleet, MachineSetting, Operation, Portfolio, Resale } from "../document";
import { machineOf, type PortfolioMachine } from "../machines";
import type { MarketMonth } from "../market-month";
import { MONTHS_PER_YEAR } from "./site-months";
import type { ByMonth } from "./result";

/** Machines of one kind as the plan runs them. */
export interface PlannedMachine {
  readonly machine: PortfolioMachine;
  /** the setting they are run at */
  readonly hashrateThs: number;
  readonly powerW: number;
  /** what hosting by nameplate bills */
  readonly nameplateW: number;
  /** what machines are bought and sold by */
  readonly nameplateThs: number;
  /** settings below that one, most power first */
  readonly lowerSettings: readonly MachineSetting[];
  readonly operation: Operation;
  /** share of the machines that are not being repaired */
  readonly workingShare: number;
  /** share of revenue that pool and firmware leave */
  readonly feeFactor: number;
  /** share of the hashrate that age leaves, by month */
  readonly degradation: ByMonth;
  /** what machines sell for at the end of each month, $/TH */
  readonly resaleUsdTh: ByMonth;
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

export function plannedFleet(portfolio: Portfolio, fleet: Fleet, months: readonly MarketMonth[]): PlannedFleet {
  const inService = excelSerial(fleet.inServiceOn);
  const planned = plannedMachine(portfolio, fleet, months, inService);
  const { powerW, hashrateThs, feeFactor, degradation } = planned;
  return { fleet, ...planned, demandW: fleet.units * powerW, meritJth: powerW / (hashrateThs * degradation[1]! * feeFactor) };
}

export function plannedCandidate(portfolio: Portfolio, candidate: Candidate, months: readonly MarketMonth[]): PlannedCandidate {
  return { candidate, ...plannedMachine(portfolio, candidate, months, addMonths(months[0]!.start, candidate.leadMonths)) };
}

function plannedMachine(portfolio: Portfolio, owned: { readonly machine: string; readonly operation: Operation; readonly resale: Resale }, months: readonly MarketMonth[], from: number): PlannedMachine {
  const { operation, resale } = owned;
  const machine = knownMachine(portfolio, owned.machine);
  const setting = machine.settings.find(({ name }) => name === operation.profile)!;
  const stock = machine.settings.find(({ name }) => name === STOCK)!;
  const degradation = new Float64Array(months.length + 1);
  const resaleUsdTh = new Float64Array(months.length + 1);
  resaleUsdTh[0] = resale.priceUsdTh;
  months.forEach(({ start, hashpriceUsdPhDay }, i) => {
    degradation[i + 1] = (1 - operation.degradationAnnual) ** (Math.max(0, start - from) / DAYS_PER_YEAR);
    resaleUsdTh[i + 1] = resale.priceUsdTh * (1 - resale.declineAnnual) ** ((i + 1) / MONTHS_PER_YEAR) * (hashpriceUsdPhDay / months[0]!.hashpriceUsdPhDay) ** resale.hashpriceExponent;
  });
  return {
    machine, operation, degradation, resaleUsdTh, hashrateThs: setting.hashrateThs, powerW: setting.powerW, nameplateW: stock.powerW, nameplateThs: stock.hashrateThs,
    lowerSettings: machine.settings.filter(({ powerW }) => powerW < setting.powerW).sort((a, b) => b.powerW - a.powerW),
    workingShare: Math.max(0, 1 - (operation.failureRateAnnual * operation.repairDays) / DAYS_PER_YEAR),
    feeFactor: (1 - operation.poolFee) * (1 - operation.firmwareFee),
  };
}

const known = new WeakMap<Portfolio, Map<string, PortfolioMachine>>();

/** Looked up once a portfolio: many fleets share a machine. */
function knownMachine(portfolio: Portfolio, name: string): PortfolioMachine {
  let machines = known.get(portfolio);
  if (!machines) known.set(portfolio, (machines = new Map<string, PortfolioMachine>()));
  const found = machines.get(name);
  if (found) return found;
  const machine = machineOf(portfolio, name);
  if ("unknown" in machine) throw new Error(machine.unknown);
  machines.set(name, machine);
  return machine;
}
