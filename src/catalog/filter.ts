import { InputError, NotAvailableError } from "../units/errors";
import type { AsicModel } from "./catalog";

const FIELDS: Readonly<Record<string, keyof AsicModel>> = {
  eff: "efficiencyJth", efficiency: "efficiencyJth",
  hashrate: "hashrateThs", power: "powerW",
  cooling: "cooling", maker: "manufacturer", model: "model", released: "released", confidence: "confidence",
};
const NUMERIC_FIELDS: ReadonlySet<keyof AsicModel> = new Set(["efficiencyJth", "hashrateThs", "powerW"]);
const COMPARISONS: Readonly<Record<string, (a: number | string, b: number | string) => boolean>> = {
  "=": (a, b) => a === b, "<>": (a, b) => a !== b,
  "<": (a, b) => a < b, "<=": (a, b) => a <= b, ">": (a, b) => a > b, ">=": (a, b) => a >= b,
};

/**
 * The models that meet every condition of a filter such as "eff<20;cooling=hydro".
 * @param filter conditions joined by ";"; blank admits all. Texts compare without regard to case.
 * @throws InputError when a condition cannot be read, NotAvailableError when no model meets them
 */
export function filterModels(models: readonly AsicModel[], filter: string): readonly AsicModel[] {
  const conditions = filter.split(";").filter((part) => part.trim() !== "").map(condition);
  const rows = models.filter((model) => conditions.every((meets) => meets(model)));
  if (rows.length === 0) throw new NotAvailableError(`No machine in the catalog meets "${filter}".`);
  return rows;
}

function condition(text: string): (model: AsicModel) => boolean {
  const [, name, sign, wanted] = /^\s*([a-z]+)\s*(<=|>=|<>|=|<|>)\s*(.+?)\s*$/i.exec(text.slice(0, 200)) ?? [];
  const field = name === undefined ? undefined : FIELDS[name.toLowerCase()];
  if (!field || !sign || wanted === undefined) {
    throw new InputError(`The condition "${text.trim().slice(0, 40)}" cannot be read; write a field, a sign and a value, such as "eff<20". Fields: ${Object.keys(FIELDS).join(", ")}.`);
  }
  const compare = COMPARISONS[sign]!;
  if (NUMERIC_FIELDS.has(field)) {
    const number = Number(wanted);
    if (!Number.isFinite(number)) throw new InputError(`The condition "${text.trim().slice(0, 40)}" compares ${name} with "${wanted.slice(0, 40)}"; give a number.`);
    return (model) => compare(model[field], number);
  }
  const lower = wanted.toLowerCase();
  return (model) => compare(String(model[field]).toLowerCase(), lower);
}
