import { planScenario, type ScenarioInputs } from "../planning";
import { inputsSheet } from "./inputs-sheet";
import { modelSheet } from "./model-sheet";
import { summarySheet } from "./summary-sheet";
import type { Workbook } from "./workbook";

/** Names of the three sheets, in their order in the workbook. */
export interface SheetNames {
  readonly inputs: string;
  readonly model: string;
  readonly summary: string;
}

/**
 * The scenario as a workbook of native formulas: Inputs, Model and Summary. It recalculates without the add-in when an
 * input is changed; only the number of months is fixed. The Summary's checks hold the planner's results beside its own.
 * @throws InputError when the inputs cannot be planned
 */
export function scenarioSheets(inputs: ScenarioInputs, { sheetNames }: { readonly sheetNames: SheetNames }): Workbook {
  const plan = planScenario(inputs);
  const inputsPart = inputsSheet(inputs, sheetNames.inputs);
  const model = modelSheet(inputsPart, inputs.horizon.months, sheetNames.model);
  const summary = summarySheet(plan, inputsPart, model, sheetNames.summary);
  return { sheets: [inputsPart.sheet, model.sheet, summary], activeSheet: summary.name };
}

/**
 * Names that none of a workbook's sheets has, regardless of case: Inputs, Model, Summary, or all three with one number behind.
 * @param taken names of the sheets that are there
 */
export function freeSheetNames(taken: readonly string[]): SheetNames {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? "" : ` ${n}`;
    const names = { inputs: `Inputs${suffix}`, model: `Model${suffix}`, summary: `Summary${suffix}` };
    if (!Object.values(names).some((name) => used.has(name.toLowerCase()))) return names;
  }
}
