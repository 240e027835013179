import { addRow, addRows, emptyOpenRows, type OpenRows } from "./cash-flow";
import { rowsOf, type FleetEvaluation } from "./evaluate-fleet";
import { OPERATING_NAMES } from "./operation";
import { OWNED_NAMES } from "./ownership";
import type { Planning } from "./planning";
import type { ByMonth } from "./result";

/** Sums over fleets. */
export interface Totals {
  /** of the chosen alternatives */
  readonly chosen: OpenRows;
  /** where all fleets keep running; what cash flow is made from */
  readonly kept: OpenRows;
  /** by site, under the chosen alternatives */
  readonly connectedKw: readonly ByMonth[];
  /** by fleet, of those that secure a debt */
  readonly machineValuesUsd: (ByMonth | undefined)[];
}

export function emptyTotals({ portfolio: { sites, fleets }, factors: { length } }: Planning): Totals {
  return { chosen: emptyOpenRows(length), kept: emptyOpenRows(length), connectedKw: sites.map(() => new Float64Array(length)), machineValuesUsd: fleets.map(() => undefined) };
}

const CASH_NAMES = ["revenueUsd", "powerUsd", "repairsUsd", "switchingUsd"] as const;
const OWNED_CASH_NAMES = ["salesUsd", "basisUsd", "depreciationUsd"] as const;

/** Counts in what keeping a fleet brings. */
export function addKept({ kept }: Totals, evaluation: FleetEvaluation): void {
  const { operating, owned } = rowsOf(evaluation, 0);
  addRows(kept.operating, operating, CASH_NAMES);
  addRows(kept.owned, owned, OWNED_CASH_NAMES);
}

/** Counts a fleet in. @param choice index of its chosen alternative */
export function addChosen({ chosen, connectedKw, machineValuesUsd }: Totals, { portfolio: { fleets, finance } }: Planning, evaluation: FleetEvaluation, choice: number): void {
  const { fleet, home, alternatives } = evaluation;
  const { kind, target } = alternatives[choice]!;
  const { operating, owned } = rowsOf(evaluation, choice);
  addRows(chosen.operating, operating, OPERATING_NAMES);
  addRows(chosen.owned, owned, OWNED_NAMES);
  addRow(connectedKw[kind === "relocate" ? target! : home]!, operating.connectedKw);
  if (finance.debts.some(({ securedOn }) => securedOn.includes(fleets[fleet]!.id))) machineValuesUsd[fleet] = owned.machineValueUsd.slice();
}
