import { addAlternative } from "./alternatives";
import { addRow, addRows, emptyOpenRows, type OpenRows } from "./cash-flow";
import type { FleetEvaluation } from "./evaluate-fleet";
import { switching } from "./fleet-context";
import { OPERATING_NAMES } from "./operation";
import { addOwned, OWNED_NAMES, type OwnedRows } from "./ownership";
import type { Planning } from "./planning";
import { emptyRecord } from "./records";
import type { ByMonth } from "./result";

/** Sums over fleets. */
export interface Totals {
  /** of the chosen alternatives */
  readonly chosen: OpenRows;
  /** where all fleets keep running; what cash flow is made from */
  readonly kept: { readonly flowUsd: ByMonth; readonly owned: OwnedRows };
  /** by site, under the chosen alternatives */
  readonly connectedKw: readonly ByMonth[];
  /** by fleet, of those that secure a debt */
  readonly machineValuesUsd: (ByMonth | undefined)[];
  /** used for one site after the other */
  readonly atSite: OpenRows;
}

export function emptyTotals({ portfolio: { sites, fleets }, factors: { length } }: Planning): Totals {
  return {
    chosen: emptyOpenRows(length), kept: { flowUsd: new Float64Array(length), owned: emptyRecord(OWNED_NAMES, length) },
    connectedKw: sites.map(() => new Float64Array(length)), machineValuesUsd: fleets.map(() => undefined), atSite: emptyOpenRows(length),
  };
}

/** Counts in what keeping a fleet brings. */
export function addKept({ kept }: Totals, { context }: FleetEvaluation): void {
  const { fleet, scratch, keptFlowUsd, whole } = context;
  addRow(kept.flowUsd, keptFlowUsd, 1);
  switching(context, scratch.ones, kept.flowUsd);
  addOwned(kept.owned, fleet, whole);
}

/** Counts in the fleets of a site. @param choices indexes of their chosen alternatives */
export function addChosen({ chosen, connectedKw, machineValuesUsd, atSite }: Totals, { portfolio: { fleets, finance }, factors: { length } }: Planning, s: number, evaluations: readonly FleetEvaluation[], choices: readonly number[]): void {
  const stayed = clearedRows(atSite);
  evaluations.forEach(({ fleet, context, alternatives }, i) => {
    const choice = alternatives[choices[i]!]!;
    const { kind, target } = choice;
    const secures = finance.debts.some(({ securedOn }) => securedOn.includes(fleets[fleet]!.id));
    if (kind !== "relocate" && !secures) return addAlternative(stayed, context, choice);
    const own = emptyOpenRows(length);
    addAlternative(own, context, choice);
    addOpenRows(chosen, own);
    addRow(connectedKw[kind === "relocate" ? target! : s]!, own.operating.connectedKw);
    if (secures) machineValuesUsd[fleet] = own.owned.machineValueUsd;
  });
  addOpenRows(chosen, stayed);
  addRow(connectedKw[s]!, stayed.operating.connectedKw);
}

function clearedRows({ operating, owned }: OpenRows): OpenRows {
  for (const name of OPERATING_NAMES) operating[name].fill(0);
  for (const name of OWNED_NAMES) owned[name].fill(0);
  return { operating, owned };
}

function addOpenRows(sums: OpenRows, { operating, owned }: OpenRows): void {
  addRows(sums.operating, operating, OPERATING_NAMES);
  addRows(sums.owned, owned, OWNED_NAMES);
}
