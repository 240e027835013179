import type { Portfolio } from "../document";
import type { MarketPath } from "../market-path";
import { companyPlan } from "./company";
import { basisOf, companyLeversOf, leversOf, type Lever, type PlanBasis } from "./levers";
import { decideFleets } from "./plan-portfolio";
import { planningOf } from "./planning";

// A plan made again with inputs moved: what its figures are at other values of one or two inputs, and which input moves them most.

/** An input that can be moved. */
export interface SensitivityInput {
  /** tells it from the others of the portfolio */
  readonly id: string;
  /** "Power price" */
  readonly input: string;
  /** the site or fleet that it belongs to; undefined where there is none */
  readonly of: string | undefined;
  readonly unit: string;
  readonly today: number;
  /** the highest factor that it can be moved by: a share ends at 1 */
  readonly mostFactor: number;
}

/** A plan's figures; with every value each fleet takes anew what is best. */
export interface Outcome {
  readonly npvUsd: number;
  readonly againstKeepUsd: number;
  readonly lowestCashUsd: number;
  /** by fleet: what is chosen today is worth; NaN where it is not available any more */
  readonly todaysChoiceUsd: readonly number[];
  /** by fleet: label of what is best now */
  readonly choices: readonly string[];
}

export interface SensitivityTable {
  readonly inputs: readonly SensitivityInput[];
  /** changes of the first input, as shares: -0.1; those beyond its limit are left out */
  readonly changes: readonly number[];
  /** of the second input; one of 0 where there is none */
  readonly secondChanges: readonly number[];
  /** by change of the first input, then of the second */
  readonly outcomes: readonly (readonly Outcome[])[];
}

/** One input moved down and up; up only to its limit. */
export interface TornadoBar {
  readonly input: SensitivityInput;
  readonly down: number;
  readonly up: number;
  readonly low: Outcome;
  readonly high: Outcome;
}

export interface Tornado {
  readonly base: Outcome;
  /** in the order of the inputs */
  readonly bars: readonly TornadoBar[];
}

export type OnPlan = (done: number, all: number) => void;

/** With more sites or fleets, only all of them together are moved. */
const MOST_OF_A_KIND = 12;
const SINGLE_OF_MANY = ["Power price", "Uptime", "Fixed costs", "Resale price"];

/**
 * Plans again with each input moved down and up by the same share, all else as it is.
 * @param change share, 0.1 for ±10 %
 * @param onPlan told how many of the plans are made
 */
export function tornadoOf(portfolio: Portfolio, path: MarketPath, change: number, onPlan: OnPlan = () => undefined): Tornado {
  const basis = basisOf(portfolio, path);
  const levers = inputsOf(basis);
  const today = choicesUnder(basis);
  const base = outcomeOf(basis, today);
  const bars = levers.map(({ lever, input }, i): TornadoBar => {
    const up = Math.min(change, input.mostFactor - 1);
    const bar = { input, down: -change, up, low: outcomeOf(lever.move(basis, 1 - change), today), high: outcomeOf(lever.move(basis, 1 + up), today) };
    onPlan(i + 1, levers.length);
    return bar;
  });
  return { base, bars };
}

/**
 * Plans again for each change of one input, or of two together.
 * @param ids of the inputs, one or two
 * @param changes as shares, in rising order
 * @throws Error where the portfolio has no such input
 */
export function sensitivityOf(portfolio: Portfolio, path: MarketPath, ids: readonly string[], changes: readonly number[], onPlan: OnPlan = () => undefined): SensitivityTable {
  const basis = basisOf(portfolio, path);
  const all = inputsOf(basis);
  const chosen = ids.map((id) => {
    const found = all.find(({ input }) => input.id === id);
    if (!found) throw new Error(`The portfolio has no input "${id}" to move.`);
    return found;
  });
  const [first, second] = chosen;
  const within = ({ input }: { readonly input: SensitivityInput }): readonly number[] => changes.filter((change) => 1 + change <= input.mostFactor);
  const [rows, columns] = [within(first!), second ? within(second) : [0]];
  const today = choicesUnder(basis);
  let done = 0;
  const outcomes = rows.map((change) => {
    const moved = first!.lever.move(basis, 1 + change);
    return columns.map((other) => {
      const outcome = outcomeOf(second ? second.lever.move(moved, 1 + other) : moved, today);
      onPlan(++done, rows.length * columns.length);
      return outcome;
    });
  });
  return { inputs: chosen.map(({ input }) => input), changes: rows, secondChanges: columns, outcomes };
}

/** The inputs of a portfolio that can be moved, those of the whole company first. */
export function sensitivityInputs(portfolio: Portfolio, path: MarketPath): readonly SensitivityInput[] {
  return inputsOf(basisOf(portfolio, path)).map(({ input }) => input);
}

function inputsOf(basis: PlanBasis): readonly { readonly lever: Lever; readonly input: SensitivityInput }[] {
  const single = leversOf(basis);
  const few = single.filter(({ input }) => !SINGLE_OF_MANY.includes(input) || single.filter((each) => each.input === input).length <= MOST_OF_A_KIND);
  const whole = few.filter(({ of }) => of === undefined);
  const parts = few.filter(({ of }) => of !== undefined);
  const [price, ...others] = whole;
  return [price!, ...companyLeversOf(basis, single), ...others, ...parts].map((lever) => {
    const { input, of, unit, today, largest } = lever;
    return { lever, input: { id: of === undefined ? input : `${input}, ${of}`, input, of, unit, today, mostFactor: largest / today } };
  });
}

/** Labels of what is chosen, by fleet. */
function choicesUnder(basis: PlanBasis): readonly string[] {
  const { fleets } = decideFleets(planningOf(basis.portfolio, basis.path, basis.sites), { rows: "totals" });
  return fleets.map(({ alternatives, chosen }) => alternatives[chosen]!.label);
}

/** @param today labels of what each fleet does today */
function outcomeOf({ portfolio, path, sites }: PlanBasis, today: readonly string[]): Outcome {
  const planning = planningOf(portfolio, path, sites);
  const { fleets, closures, totals } = decideFleets(planning, { rows: "totals" });
  const { company } = companyPlan(planning, closures, totals);
  return {
    npvUsd: company.npvUsd, againstKeepUsd: company.againstKeep.npvUsd, lowestCashUsd: Math.min(...company.cashUsd),
    todaysChoiceUsd: fleets.map(({ alternatives }, f) => alternatives.find(({ label }) => label === today[f])?.npvUsd ?? NaN),
    choices: fleets.map(({ alternatives, chosen }) => alternatives[chosen]!.label),
  };
}
