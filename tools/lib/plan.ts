import { calculateWorkbook, scenarioSheets } from "../../src/model-sheets";
import { ALTERNATIVES, planScenario, type Alternative, type ScenarioInputs } from "../../src/planning";
import { isoDay } from "../../src/units/dates";
import { workbookFile } from "../../src/xlsx";

// What `npm run plan` takes from the product, for tools/plan.mjs.

export { fileProblemText, readScenarioFile } from "../../src/planning";

const NAMES: Readonly<Record<Alternative, string>> = { keep: "Keep", upgrade: "Upgrade", shutdown: "Shut down" };

export interface PlannedScenario {
  /** the .xlsx file */
  readonly workbook: Uint8Array;
  /** inputs and results as JSON; dates are ISO days */
  readonly result: string;
  /** the decision in a few lines */
  readonly summary: string;
}

/** Plans a scenario and makes its files. */
export async function planFiles(inputs: ScenarioInputs, madeAt: Date): Promise<PlannedScenario> {
  const plan = planScenario(inputs);
  const description = scenarioSheets(inputs, { sheetNames: { inputs: "Inputs", model: "Model", summary: "Summary" } });
  const title = `Scenario of ${inputs.market.date}: ${inputs.fleet.machine.name} or ${inputs.candidate.machine.name}`;
  const months = plan.months.map((month) => ({ ...month, start: isoDay(month.start), end: isoDay(month.end) }));
  const { best, runnerUp, gapUsd } = plan.recommendation;
  return {
    workbook: await workbookFile(description, { title, madeAt, valueOf: calculateWorkbook(description) }),
    result: `${JSON.stringify({ inputs, ...plan, months }, null, 2)}\n`,
    summary: [
      `${NAMES[best]} has the highest value; it leads ${NAMES[runnerUp].toLowerCase()} by ${usd(gapUsd)}.`,
      ...ALTERNATIVES.map((alternative) => `  ${NAMES[alternative].padEnd(10)} ${usd(plan.npvUsd[alternative]).padStart(16)}`),
      `Net present value over ${inputs.horizon.months} months from ${inputs.market.date}.`,
    ].join("\n"),
  };
}

function usd(value: number): string {
  return value.toLocaleString("en-US", { style: "currency", currency: "USD", maximumFractionDigits: 0 });
}
