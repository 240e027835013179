import { NotAvailableError } from "../units/errors";
import { checkScenario, type InputProblem } from "./check-scenario";
import { catalogMachine, type Machine, type ScenarioInputs } from "./scenario-inputs";

/** What is wrong at one place of a scenario file. */
export interface FileProblem {
  /** "site.pue"; "" for the whole file */
  readonly path: string;
  /** as written, shortened; undefined where nothing is written */
  readonly value: string | undefined;
  /** what is allowed, or why it is refused: the rest of the sentence */
  readonly rule: string;
}

type Fields = Readonly<Record<string, unknown>>;
type Section = keyof ScenarioInputs;

const FIELDS: Readonly<Record<Section, readonly string[]>> = {
  site: ["powerCapacityMw", "powerPriceUsdKwh", "pue", "uptime", "poolFee", "fixedOpexUsdMonth"],
  fleet: ["machine", "units", "resaleUsdTh"],
  candidate: ["machine", "landedPriceUsdTh"],
  horizon: ["months", "discountRateAnnual", "priceGrowthMonthly", "difficultyGrowthMonthly"],
  market: ["date", "btcPriceUsd", "difficulty", "feesBtcPerBlock", "height", "source"],
};
const MACHINE_FIELDS = ["name", "hashrateThs", "powerW", "source"];
const LONGEST_TEXT = 255;
const LONGEST_SHOWN = 60;

/**
 * Reads a scenario from JSON: an object with the fields of {@link ScenarioInputs}. A machine is a name of the catalog, or an
 * object with name, hashrateThs and powerW. Only the two `source` texts may be left out.
 * @returns the inputs, ready to plan; or every problem there is, in the order of the file's sections
 */
export function readScenarioFile(text: string): { readonly inputs: ScenarioInputs } | { readonly problems: readonly FileProblem[] } {
  let document: unknown;
  try {
    document = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    return { problems: [{ path: "", value: undefined, rule: `is no JSON: ${(error as SyntaxError).message}` }] };
  }
  const reader = new Reader();
  const inputs = reader.inputs(document);
  const problems = [...reader.problems, ...checkScenario(inputs).flatMap((problem) => reader.described(problem, document))];
  if (problems.length === 0) return { inputs };
  const order = Object.keys(FIELDS);
  const rank = ({ path }: FileProblem): number => order.indexOf(path.split(".")[0]!);
  return { problems: problems.sort((a, b) => rank(a) - rank(b)) };
}

/** The problem in one line: 'site.pue is 0.9; it must be a number from 1 to 2. Give …' */
export function fileProblemText({ path, value, rule }: FileProblem): string {
  if (path === "" && value === undefined) return `The file ${rule}`;
  return `${path === "" ? "The file" : path} is ${value ?? "missing"}; ${rule}`;
}

/** Takes what is there and notes what has the wrong form; ranges are {@link checkScenario}'s. */
class Reader {
  readonly problems: FileProblem[] = [];

  inputs(document: unknown): ScenarioInputs {
    const root = this.fields(document, "", Object.keys(FIELDS));
    const section = (name: Section): Fields => this.fields(root[name], name, FIELDS[name]);
    const [site, fleet, candidate, horizon, market] = (Object.keys(FIELDS) as Section[]).map(section) as [Fields, Fields, Fields, Fields, Fields];
    return {
      site: {
        powerCapacityMw: number(site.powerCapacityMw), powerPriceUsdKwh: number(site.powerPriceUsdKwh), pue: number(site.pue),
        uptime: number(site.uptime), poolFee: number(site.poolFee), fixedOpexUsdMonth: number(site.fixedOpexUsdMonth),
      },
      fleet: { machine: this.machine(fleet.machine, "fleet.machine"), units: number(fleet.units), resaleUsdTh: number(fleet.resaleUsdTh) },
      candidate: { machine: this.machine(candidate.machine, "candidate.machine"), landedPriceUsdTh: number(candidate.landedPriceUsdTh) },
      horizon: {
        months: number(horizon.months), discountRateAnnual: number(horizon.discountRateAnnual),
        priceGrowthMonthly: number(horizon.priceGrowthMonthly), difficultyGrowthMonthly: number(horizon.difficultyGrowthMonthly),
      },
      market: {
        date: typeof market.date === "string" ? market.date : "", btcPriceUsd: number(market.btcPriceUsd), difficulty: number(market.difficulty),
        feesBtcPerBlock: number(market.feesBtcPerBlock), height: number(market.height), source: this.text(market.source, "market.source", "no source given"),
      },
    };
  }

  /** A range problem as the file has it; none where the place is refused already. */
  described({ path, unit, allowed, advice }: InputProblem, document: unknown): FileProblem[] {
    if (this.isRefused(path)) return [];
    const written = path.split(".").reduce<unknown>((at, key) => (isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined), document);
    const kind = /^(above|from) /.test(allowed) ? "a number " : "";
    const fraction = unit.startsWith("%") ? ", written as a fraction (1% is 0.01)" : "";
    return [{ path, value: shown(written), rule: `it must be ${kind}${allowed}${fraction}. ${advice}` }];
  }

  private machine(value: unknown, path: string): Machine {
    const unread = { name: "?", hashrateThs: NaN, powerW: NaN, source: "" };
    if (typeof value === "string") {
      try {
        return catalogMachine(value);
      } catch (error) {
        if (!(error instanceof NotAvailableError)) throw error;
        this.refuse(path, value, `it must be a machine of the catalog. ${error.message}`);
        return unread;
      }
    }
    if (!isObject(value)) {
      this.refuse(path, value, 'it must be a machine of the catalog, such as "S19j Pro 104", or an object with name, hashrateThs and powerW.');
      return unread;
    }
    const { name, hashrateThs, powerW, source } = this.fields(value, path, MACHINE_FIELDS);
    return { name: this.text(name, `${path}.name`), hashrateThs: number(hashrateThs), powerW: number(powerW), source: this.text(source, `${path}.source`, "no source given") };
  }

  /** The object's fields, its own and no others; none when it is no object. */
  private fields(value: unknown, path: string, names: readonly string[]): Fields {
    if (!isObject(value)) {
      this.refuse(path, value, `it must be an object with ${listed(names)}.`);
      return {};
    }
    for (const key of Object.keys(value).filter((name) => !names.includes(name))) {
      const plain = /^\w{1,40}$/.test(key) ? key : shown(key);
      this.refuse(path === "" ? `${plain}` : `${path}.${plain}`, value[key], `there is no such field; there are ${listed(names)}.`);
    }
    return Object.fromEntries(names.filter((name) => Object.hasOwn(value, name)).map((name) => [name, value[name]]));
  }

  private text(value: unknown, path: string, otherwise?: string): string {
    if (value === undefined && otherwise !== undefined) return otherwise;
    if (typeof value === "string" && value.length <= LONGEST_TEXT) return value;
    this.refuse(path, value, `it must be a text of at most ${LONGEST_TEXT} characters.`);
    return "?";
  }

  private refuse(path: string, value: unknown, rule: string): void {
    if (!this.isRefused(path)) this.problems.push({ path, value: shown(value), rule });
  }

  /** At this place, or as a part of what stands around it. */
  private isRefused(path: string): boolean {
    return this.problems.some((known) => known.path === "" || path === known.path || path.startsWith(`${known.path}.`));
  }
}

function number(value: unknown): number {
  return typeof value === "number" ? value : NaN;
}

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const text = JSON.stringify(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

function listed(names: readonly string[]): string {
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
