import { W_PER_MW } from "../units/constants";
import { InputError } from "../units/errors";
import { excelSerial } from "../units/dates";
import type { ScenarioInputs } from "./scenario-inputs";

/** Where an input stands, "site.pue": the pane finds the field by it. */
export type InputPath = keyof typeof RULES | "market.date" | "fleet.machine.name" | "candidate.machine.name";

/** What is wrong with one input, and how to put it right. */
export interface InputProblem {
  readonly path: InputPath;
  /** the input in words */
  readonly label: string;
  /** as given; NaN for a number that is missing or cannot be read */
  readonly value: number | string;
  readonly unit: string;
  /** allowed range in words, in the input's unit */
  readonly allowed: string;
  /** a sentence: what to do */
  readonly advice: string;
}

/** The range of one number. Fractions that people know as percent are shown so. */
interface Rule {
  readonly label: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  /** the minimum itself is refused */
  readonly aboveMin?: true;
  readonly whole?: true;
  readonly advice: string;
}

const RULES = {
  "site.powerCapacityMw": { label: "Site power", unit: "MW", min: 0, max: 10_000, aboveMin: true, advice: "Give the power the site may draw at the meter." },
  "site.powerPriceUsdKwh": { label: "Power price", unit: "$/kWh", min: 0, max: 1, advice: "Give dollars per kWh: $45/MWh is 0.045." },
  "site.pue": { label: "PUE", unit: "ratio", min: 1, max: 2, advice: "Give site power divided by machine power, such as 1.05." },
  "site.uptime": { label: "Uptime", unit: "%", min: 0, max: 1, aboveMin: true, advice: "Give the share of the time that machines run." },
  "site.poolFee": { label: "Pool fee", unit: "%", min: 0, max: 0.5, advice: "Give the share of revenue that the pool keeps." },
  "site.fixedOpexUsdMonth": { label: "Fixed costs", unit: "$/month", min: 0, max: 1e9, advice: "Give staff, rent and insurance a month, or 0." },
  "fleet.machine.hashrateThs": { label: "Hashrate of the fleet's machine", unit: "TH/s", min: 0, max: 100_000, aboveMin: true, advice: "Choose a machine of the catalog, or give its hashrate." },
  "fleet.machine.powerW": { label: "Power of the fleet's machine", unit: "W", min: 0, max: 1_000_000, aboveMin: true, advice: "Choose a machine of the catalog, or give its power." },
  "fleet.units": { label: "Units", unit: "machines", min: 1, max: 10_000_000, whole: true, advice: "Give the machines you own, as a whole number." },
  "fleet.resaleUsdTh": { label: "Resale price", unit: "$/TH", min: 0, max: 1_000, advice: "Give what a buyer pays today, or 0." },
  "candidate.machine.hashrateThs": { label: "Hashrate of the candidate", unit: "TH/s", min: 0, max: 100_000, aboveMin: true, advice: "Choose a machine of the catalog, or give its hashrate." },
  "candidate.machine.powerW": { label: "Power of the candidate", unit: "W", min: 0, max: 1_000_000, aboveMin: true, advice: "Choose a machine of the catalog, or give its power." },
  "candidate.landedPriceUsdTh": { label: "Candidate price", unit: "$/TH", min: 0, max: 1_000, advice: "Give the price per TH with duty, freight and installation." },
  "horizon.months": { label: "Months", unit: "months", min: 1, max: 120, whole: true, advice: "Give how many months to plan, as a whole number." },
  "horizon.discountRateAnnual": { label: "Discount rate", unit: "% a year", min: 0, max: 2, advice: "Give the effective annual rate." },
  "horizon.priceGrowthMonthly": { label: "BTC price growth", unit: "% a month", min: -0.5, max: 0.5, advice: "Give the change from one month to the next." },
  "horizon.difficultyGrowthMonthly": { label: "Difficulty growth", unit: "% a month", min: -0.5, max: 0.5, advice: "Give the change from one month to the next." },
  "market.btcPriceUsd": { label: "BTC price", unit: "$", min: 0, max: 1e9, aboveMin: true, advice: "Give dollars per BTC on the market date." },
  "market.difficulty": { label: "Difficulty", unit: "", min: 1, max: 1e20, advice: "Give the full number, or trillions: 127.5T." },
  "market.feesBtcPerBlock": { label: "Fees", unit: "BTC/block", min: 0, max: 50, advice: "Give the fees of an average block, or 0." },
  "market.height": { label: "Block height", unit: "blocks", min: 0, max: 10_000_000, whole: true, advice: "Give the height of the newest block on the market date." },
} as const satisfies Record<string, Rule>;

/** First block of Bitcoin; the last year is the last that Excel's dates are used for here. */
const FIRST_DATE = "2009-01-03";
const LAST_DATE = "2140-12-31";

/**
 * Every problem of a scenario's inputs; empty when it can be planned.
 * Numbers must be finite and in range, the date a day, and at least one machine of either kind must fit the site's power.
 */
export function checkScenario(inputs: ScenarioInputs): InputProblem[] {
  const problems: InputProblem[] = [];
  for (const owner of ["fleet", "candidate"] as const) {
    if (inputs[owner].machine.name.trim() === "") {
      problems.push({ path: `${owner}.machine.name`, label: owner === "fleet" ? "Machine" : "Candidate", value: "", unit: "", allowed: "a name", advice: "Choose a machine." });
    }
  }
  for (const [path, rule] of Object.entries(RULES) as [keyof typeof RULES, Rule][]) {
    const value = valueAt(inputs, path);
    if (!isAllowed(value, rule)) problems.push({ path, label: rule.label, value, unit: rule.unit, allowed: allowedText(rule), advice: rule.advice });
  }
  const { date } = inputs.market;
  const serial = excelSerial(date);
  if (!(serial >= excelSerial(FIRST_DATE) && serial <= excelSerial(LAST_DATE))) {
    problems.push({ path: "market.date", label: "Market date", value: date, unit: "", allowed: `a day from ${FIRST_DATE} to ${LAST_DATE}`, advice: "Give year, month and day, such as 2026-08-21." });
  }
  if (problems.length === 0) problems.push(...roomProblems(inputs));
  return problems;
}

/** The problem as one sentence and the advice as another: 'PUE must be from 1 to 2; it is 0.9. Give …' */
export function problemText(problem: InputProblem): string {
  const missing = problem.value === "" || Number.isNaN(problem.value);
  const percent = problem.unit.startsWith("%");
  const shown = typeof problem.value === "number" ? numberText(problem.value, percent) : `"${problem.value}"`;
  const unit = problem.unit === "" || problem.unit === "ratio" ? "" : percent ? "" : ` ${problem.unit}`;
  return `${problem.label} must be ${problem.allowed}${missing ? "" : `; it is ${shown}${unit}`}. ${problem.advice}`;
}

/** @throws InputError with the sentences of all problems when there is one */
export function requireValid(inputs: ScenarioInputs): void {
  const problems = checkScenario(inputs);
  if (problems.length > 0) throw new InputError(problems.map(problemText).join(" "));
}

function roomProblems({ site, fleet, candidate }: ScenarioInputs): InputProblem[] {
  const smallestW = Math.max(fleet.machine.powerW, candidate.machine.powerW) * site.pue;
  if (site.powerCapacityMw * W_PER_MW >= smallestW) return [];
  return [{
    path: "site.powerCapacityMw", label: RULES["site.powerCapacityMw"].label, value: site.powerCapacityMw, unit: "MW",
    allowed: `at least ${smallestW / W_PER_MW} MW, one machine with cooling`, advice: RULES["site.powerCapacityMw"].advice,
  }];
}

function valueAt(inputs: ScenarioInputs, path: string): number {
  const value = path.split(".").reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], inputs);
  return typeof value === "number" ? value : NaN;
}

function isAllowed(value: number, rule: Rule): boolean {
  if (!Number.isFinite(value) || value < rule.min || value > rule.max) return false;
  return !(rule.aboveMin && value === rule.min) && !(rule.whole && !Number.isInteger(value));
}

function allowedText(rule: Rule): string {
  const percent = rule.unit.startsWith("%");
  const kind = rule.whole ? "a whole number " : "";
  const from = rule.aboveMin ? `above ${numberText(rule.min, percent)} and at most` : `from ${numberText(rule.min, percent)} to`;
  const unit = rule.unit === "" || rule.unit === "ratio" || percent ? "" : ` ${rule.unit}`;
  return `${kind}${from} ${numberText(rule.max, percent)}${unit}`;
}

function numberText(value: number, percent: boolean): string {
  const shown = percent ? value * 100 : value;
  const text = Math.abs(shown) >= 1e15 ? shown.toExponential() : Number(shown.toPrecision(12)).toLocaleString("en-US", { maximumFractionDigits: 12 });
  return percent ? `${text}%` : text;
}
