import { catalogMachine, checkScenario, defaultScenario, planScenario, problemText, type InputPath, type Machine, type ScenarioInputs, type ScenarioPlan } from "../planning";
import { NotAvailableError } from "../units/errors";

/** Which machine: the fleet's or the candidate's. */
export type MachineOwner = "fleet" | "candidate";

/** One number or text of the form. `percent` fields are typed in percent and planned as fractions. */
export interface FieldSpec {
  readonly path: InputPath | "market.source";
  readonly label: string;
  readonly kind: "number" | "percent" | "difficulty" | "text";
  readonly wide?: true;
}

export const SITE_FIELDS: readonly FieldSpec[] = [
  { path: "site.powerCapacityMw", label: "Site power (MW)", kind: "number" },
  { path: "site.powerPriceUsdKwh", label: "Power price ($/kWh)", kind: "number" },
  { path: "site.pue", label: "PUE", kind: "number" },
  { path: "site.uptime", label: "Uptime (%)", kind: "percent" },
  { path: "site.poolFee", label: "Pool fee (%)", kind: "percent" },
  { path: "site.fixedOpexUsdMonth", label: "Fixed costs ($/month)", kind: "number" },
];
export const FLEET_FIELDS: readonly FieldSpec[] = [
  { path: "fleet.units", label: "Units", kind: "number" },
  { path: "fleet.resaleUsdTh", label: "Resale price ($/TH)", kind: "number" },
];
export const CANDIDATE_FIELDS: readonly FieldSpec[] = [{ path: "candidate.landedPriceUsdTh", label: "Candidate price ($/TH)", kind: "number" }];
export const PLAN_FIELDS: readonly FieldSpec[] = [
  { path: "horizon.months", label: "Months", kind: "number" },
  { path: "horizon.discountRateAnnual", label: "Discount rate (% a year)", kind: "percent" },
  { path: "horizon.priceGrowthMonthly", label: "BTC price growth (% a month)", kind: "percent" },
  { path: "horizon.difficultyGrowthMonthly", label: "Difficulty growth (% a month)", kind: "percent" },
];
export const MARKET_FIELDS: readonly FieldSpec[] = [
  { path: "market.date", label: "Market date", kind: "text" },
  { path: "market.btcPriceUsd", label: "BTC price ($)", kind: "number" },
  { path: "market.difficulty", label: "Difficulty", kind: "difficulty", wide: true },
  { path: "market.feesBtcPerBlock", label: "Fees (BTC/block)", kind: "number" },
  { path: "market.height", label: "Block height", kind: "number" },
  { path: "market.source", label: "Market source", kind: "text", wide: true },
];
const FIELDS = [...SITE_FIELDS, ...FLEET_FIELDS, ...CANDIDATE_FIELDS, ...PLAN_FIELDS, ...MARKET_FIELDS];

/** The form as typed: texts by path, and the two machine names. */
export interface FormState {
  readonly texts: Readonly<Record<string, string>>;
  readonly machines: Readonly<Record<MachineOwner, string>>;
}

/** What the form means: inputs, one message for each field that is wrong, and the plan when none is. */
export interface FormReading {
  readonly inputs: ScenarioInputs;
  readonly messages: ReadonlyMap<string, string>;
  readonly plan: ScenarioPlan | undefined;
}

/** The form filled with the default scenario. */
export function initialForm(): FormState {
  const inputs = defaultScenario();
  return {
    texts: Object.fromEntries(FIELDS.map(({ path, kind }) => [path, shown(valueAt(inputs, path), kind)])),
    machines: { fleet: inputs.fleet.machine.name, candidate: inputs.candidate.machine.name },
  };
}

export function readForm({ texts, machines }: FormState): FormReading {
  const messages = new Map<string, string>();
  const number = (path: InputPath): number => parseNumber(texts[path] ?? "", FIELDS.find((field) => field.path === path)!.kind);
  const machine = (owner: MachineOwner): Machine => {
    try {
      return catalogMachine(machines[owner]);
    } catch (error) {
      if (!(error instanceof NotAvailableError)) throw error;
      messages.set(`${owner}.machine`, machines[owner].trim() === "" ? "Choose a machine." : error.message);
      return { name: "", hashrateThs: NaN, powerW: NaN, source: "" };
    }
  };
  const inputs: ScenarioInputs = {
    site: {
      powerCapacityMw: number("site.powerCapacityMw"), powerPriceUsdKwh: number("site.powerPriceUsdKwh"), pue: number("site.pue"),
      uptime: number("site.uptime"), poolFee: number("site.poolFee"), fixedOpexUsdMonth: number("site.fixedOpexUsdMonth"),
    },
    fleet: { machine: machine("fleet"), units: number("fleet.units"), resaleUsdTh: number("fleet.resaleUsdTh") },
    candidate: { machine: machine("candidate"), landedPriceUsdTh: number("candidate.landedPriceUsdTh") },
    horizon: {
      months: number("horizon.months"), discountRateAnnual: number("horizon.discountRateAnnual"),
      priceGrowthMonthly: number("horizon.priceGrowthMonthly"), difficultyGrowthMonthly: number("horizon.difficultyGrowthMonthly"),
    },
    market: {
      date: (texts["market.date"] ?? "").trim(), btcPriceUsd: number("market.btcPriceUsd"), difficulty: number("market.difficulty"),
      feesBtcPerBlock: number("market.feesBtcPerBlock"), height: number("market.height"), source: (texts["market.source"] ?? "").trim() || "no source given",
    },
  };
  for (const problem of checkScenario(inputs)) {
    // A machine that is not in the catalog has its message above; its missing figures say nothing more.
    if (problem.path.includes(".machine.")) continue;
    const typed = (texts[problem.path] ?? "").trim();
    messages.set(problem.path, (Number.isNaN(problem.value) && typed !== "" ? `"${typed}" is no number. ` : "") + problemText(problem));
  }
  return { inputs, messages, plan: messages.size === 0 ? planScenario(inputs) : undefined };
}

/** The catalog's full name of what was typed, when it means one machine; else the text as it is. */
export function completedName(text: string): string {
  try {
    return catalogMachine(text).name;
  } catch (error) {
    if (error instanceof NotAvailableError) return text;
    throw error;
  }
}

/** A number as people type it: with thousands commas, "$60,000", "97%" where percent are asked, difficulty also as "127.5T"; NaN for anything else. */
export function parseNumber(text: string, kind: FieldSpec["kind"]): number {
  const typed = text.trim().replace(kind === "percent" ? /\s*%$/ : kind === "number" ? /^\$\s*/ : "", "");
  const digits = /^-?[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/.test(typed) ? typed.replaceAll(",", "") : typed;
  const [, mantissa, tera] = /^(-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(T?)$/i.exec(digits) ?? [];
  if (mantissa === undefined || (tera && kind !== "difficulty")) return NaN;
  // The shift of the decimal point is part of the literal, so that 1.1 % is exactly what 0.011 would be.
  const shift = tera ? "e12" : kind === "percent" ? "e-2" : "";
  return Number(/e/i.test(mantissa) ? Number(mantissa) * Number(`1${shift}`) : `${mantissa}${shift}`);
}

function shown(value: unknown, kind: FieldSpec["kind"]): string {
  if (typeof value !== "number") return String(value);
  const inUnit = kind === "percent" ? Number((value * 100).toPrecision(12)) : value;
  return inUnit.toLocaleString("en-US", { maximumFractionDigits: 12 });
}

function valueAt(inputs: ScenarioInputs, path: string): unknown {
  return path.split(".").reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], inputs);
}
