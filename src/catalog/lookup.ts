import { distance } from "fastest-levenshtein";
import { NotAvailableError } from "../units/errors";
import { asicModels, fullName, type AsicModel } from "./catalog";

/** Bins of one model may differ this much in J/TH and still be meant by the model's name alone. */
const EFFICIENCY_AGREEMENT = 1.05;
/** Longer texts are no model names; the search for near names would only get slow. */
const LONGEST_NAME = 64;
const NEAREST_NAMES = 4;
/** Names that differ in more than this share of their letters are not near. */
const NEAR = 0.8;
const CACHED_NAMES = 4096;
const BRAND = /^(Antminer|Whatsminer|AvalonMiner|Avalon|SealMiner|Teraflux|Ebit) /;

interface Index {
  /** Bins by every spelling of their model's name, with and without brand, and by id. */
  readonly byModel: ReadonlyMap<string, readonly AsicModel[]>;
  /** The same with the hashrate added. Apart, since "S2" with 1 TH/s must not hide the "S21". */
  readonly byBin: ReadonlyMap<string, readonly AsicModel[]>;
}

let index: Index | undefined;
/** What names meant before; a refusal too, since a whole column may hold the same wrong name. */
const found = new Map<string, readonly AsicModel[] | NotAvailableError>();

/**
 * The bins that a name means: the exact id or name first, then without regard to case and punctuation, then as the
 * only continuation of what was typed. "S21 XP", "s19j pro 104" and "M60S" all find their machine.
 * @param name id, or model name with or without brand and hashrate
 * @returns one bin, or the bins of one model when the name leaves the hashrate open
 * @throws NotAvailableError with the nearest names when nothing or more than one model fits
 */
export function findBins(name: string): readonly AsicModel[] {
  let result = found.get(name);
  if (!result) {
    try {
      result = search(name);
    } catch (error) {
      if (!(error instanceof NotAvailableError)) throw error;
      result = error;
    }
    if (found.size >= CACHED_NAMES) found.clear();
    found.set(name, result);
  }
  if (result instanceof NotAvailableError) throw result;
  return result;
}

/**
 * The one bin that a name means.
 * @throws NotAvailableError when the name is unknown, or leaves open which bin is meant
 */
export function findModel(name: string): AsicModel {
  const bins = findBins(name);
  if (bins.length > 1) throw new NotAvailableError(whichBin(name, bins));
  return bins[0]!;
}

/** Fields that may be read under a model's name alone. */
export type ModelField = "hashrateThs" | "powerW" | "efficiencyJth" | "cooling" | "released" | "source" | "manufacturer" | "confidence";

/**
 * One figure of a machine. A model's name without hashrate is enough where its bins agree; J/TH may differ by 5 %
 * between bins, then the figure of the bin with the highest hashrate counts.
 * @throws NotAvailableError when the name is unknown, or its bins differ in this field
 */
export function modelFigure<F extends ModelField>(name: string, field: F): AsicModel[F] {
  return binsFigure(findBins(name), name, field);
}

/** The same of bins that were found. @throws NotAvailableError */
export function binsFigure<F extends ModelField>(bins: readonly AsicModel[], name: string, field: F): AsicModel[F] {
  const first = bins[0]!;
  if (bins.every((bin) => bin[field] === first[field])) return first[field];
  const efficiencies = bins.map((bin) => bin.efficiencyJth);
  if (field === "efficiencyJth" && Math.max(...efficiencies) <= Math.min(...efficiencies) * EFFICIENCY_AGREEMENT) {
    return bins.reduce((a, b) => (b.hashrateThs > a.hashrateThs ? b : a))[field];
  }
  throw new NotAvailableError(whichBin(name, bins));
}

function search(name: string): readonly AsicModel[] {
  if (name.length > LONGEST_NAME) throw new NotAvailableError(`No machine has a name of ${name.length} characters. Give a model such as "S21 XP" or "S19j Pro 104".`);
  const { byModel, byBin } = (index ??= buildIndex());
  const spelled = plainSpelling(name);
  const exact = byModel.get(spelled) ?? byBin.get(spelled);
  if (exact) return exact;
  if (spelled !== "") {
    const continued = new Set<AsicModel>();
    for (const names of [byModel, byBin]) for (const [key, bins] of names) if (key.startsWith(spelled)) for (const bin of bins) continued.add(bin);
    const bins = [...continued];
    if (bins.length > 0 && bins.every((bin) => bin.model === bins[0]!.model)) return bins;
    if (bins.length > 0) {
      const models = [...new Set(bins.map((bin) => bin.model))];
      throw new NotAvailableError(`"${name}" fits ${models.length} models: ${listed(models)}. Write more of the name.`);
    }
  }
  const nearest = nearestNames(spelled, byModel);
  throw new NotAvailableError(
    `The catalog has no machine "${name}".` + (nearest.length > 0 ? ` Nearest: ${listed(nearest)}.` : ` Give a model such as "S21 XP" or "S19j Pro 104".`),
  );
}

function buildIndex(): Index {
  const byModel = new Map<string, AsicModel[]>();
  const byBin = new Map<string, AsicModel[]>();
  const add = (names: Map<string, AsicModel[]>, key: string, model: AsicModel): void => {
    const bins = names.get(key);
    if (!bins) names.set(key, [model]);
    else if (!bins.includes(model)) bins.push(model);
  };
  for (const model of asicModels()) {
    add(byModel, plainSpelling(model.id), model);
    for (const name of [model.model, model.model.replace(BRAND, "")]) {
      // "M63S Hydro" for a machine that is always cooled so.
      const names = model.cooling === "air" ? [name] : [name, `${name} ${model.cooling}`];
      for (const stem of names.flatMap((each) => [each, `${model.manufacturer} ${each}`])) {
        add(byModel, plainSpelling(stem), model);
        for (const gap of [" ", ""]) for (const unit of ["", "t"]) add(byBin, plainSpelling(`${stem}${gap}${model.hashrateThs}${unit}`), model);
      }
    }
  }
  return { byModel, byBin };
}

/** The models whose name, in any of its spellings, takes the fewest changes to become the one given; what only continues a model's name is nearer. */
function nearestNames(spelled: string, byModel: Index["byModel"]): readonly string[] {
  const scores = new Map<string, number>();
  for (const [key, [bin]] of byModel) {
    const score = (distance(spelled, key) / Math.max(spelled.length, key.length)) * (spelled.startsWith(key) ? 0.5 : 1);
    if (score < Math.min(NEAR, scores.get(bin!.model) ?? 1)) scores.set(bin!.model, score);
  }
  return [...scores].sort((a, b) => a[1] - b[1]).slice(0, NEAREST_NAMES).map(([model]) => model);
}

/**
 * One spelling for all ways to write a name: lower case, only letters, digits and "+", hashrate units as "t", short words for
 * cooling, and Canaan's "AvalonMiner 1246" as its "A1246". Between two numbers a dot stays: "S2 1" is no "S21".
 */
function plainSpelling(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/plus/g, "+")
    .replace(/hydro/g, "hyd")
    .replace(/immersion/g, "imm")
    .replace(/(\d)\s*th(\/?s)?\b/g, "$1t")
    .replace(/(?<=\d)[^\p{L}\d+]+(?=\d)/gu, ".")
    .replace(/(?<!\d)\.|[^\p{L}\d+.]|\.(?!\d)/gu, "")
    .replace(/^(canaan)?(avalon(miner)?)?a?(?=\d{3,4}(?!\d))/, "avalona");
}

/** Says that a name leaves open which bin is meant. */
export function whichBin(name: string, bins: readonly AsicModel[]): string {
  return `"${name}" comes in ${bins.length} versions: ${listed(bins.map(fullName))}. Add the hashrate.`;
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 6).map((name) => `"${name}"`).join(", ");
  return names.length > 6 ? `${shown} and ${names.length - 6} more` : shown;
}
