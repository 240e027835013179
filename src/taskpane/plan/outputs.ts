import type { PortfolioPlan } from "../../planning/portfolio";
import type { Outcome, SensitivityInput } from "../../planning/portfolio/plan/sensitivity";
import { chosenOf } from "./shown";

/** A figure of a plan that can be looked into. */
export interface Output {
  readonly id: string;
  readonly label: string;
  readonly of: (outcome: Outcome) => number;
}

/** Figures of the company, then what each fleet's recommendation of today is worth. */
export function outputsOf({ fleets }: PortfolioPlan): readonly Output[] {
  return [
    { id: "npv", label: "NPV of the company", of: ({ npvUsd }) => npvUsd },
    { id: "againstKeep", label: "Over keeping all", of: ({ againstKeepUsd }) => againstKeepUsd },
    { id: "lowestCash", label: "Lowest cash", of: ({ lowestCashUsd }) => lowestCashUsd },
    ...fleets.map((fleet, f): Output => ({ id: `fleet ${f}`, label: `${fleet.fleetId}: ${chosenOf(fleet).label}`, of: ({ todaysChoiceUsd }) => todaysChoiceUsd[f] ?? NaN })),
  ];
}

/** "Power price", with its site or fleet where there are several of the kind. */
export function inputLabel({ id, input }: SensitivityInput, all: readonly SensitivityInput[]): string {
  return all.filter((each) => each.input === input).length > 1 ? id : input;
}

/** Fleets named; more are counted. */
const NAMED = 2;

/** "S19: Upgrade to S21+", of fleets that another decision is best for; empty where there are none. */
export function turnedText({ choices }: Outcome, today: readonly string[], { fleets }: PortfolioPlan): string {
  const turned = choices.flatMap((label, f) => (label === today[f] ? [] : [fleets.length === 1 ? label : `${fleets[f]!.fleetId}: ${label}`]));
  return turned.length > NAMED ? `${turned.slice(0, NAMED).join("; ")}; ${turned.length - NAMED} more` : turned.join("; ");
}
