import { PORTFOLIO_SCHEMA, resolved } from "../../planning/portfolio/schema";
import { propertiesOf, schemaAt } from "../../planning/portfolio/tables-fields";
import { listAt, valueAt, withValue, type Draft, type Place } from "./draft";

/** What refers to the names in a list. */
interface Reference {
  /** list of the objects that refer; undefined where the document itself does */
  readonly list?: Place;
  readonly field: Place;
  /** the field holds a list of names */
  readonly many?: true;
}

/** By list of the document: "sites", "market.scenarios". */
const REFERENCES: Readonly<Record<string, readonly Reference[]>> = {
  sites: [{ list: ["contracts"], field: ["siteId"] }, { list: ["fleets"], field: ["siteId"] }],
  priceSeries: [{ list: ["contracts"], field: ["energy", "seriesId"] }, { list: ["contracts"], field: ["energy", "resale", "seriesId"] }, { list: ["finance", "hedges"], field: ["seriesId"] }],
  machines: [{ list: ["fleets"], field: ["machine"] }, { list: ["candidates"], field: ["machine"] }],
  "market.scenarios": [{ field: ["market", "scenarioId"] }],
  fleets: [{ list: ["finance", "debts"], field: ["securedOn"], many: true }],
};

/** The names of a list's entries, in order. */
export function namesIn(draft: unknown, list: Place): readonly string[] {
  return listAt(draft, list).map((entry) => valueAt(entry, ["id"])).filter((id) => typeof id === "string");
}

/** The list whose names a field holds: siteId refers to the sites. */
export function listReferredTo(field: string): Place | undefined {
  const list = Object.entries(REFERENCES).find(([, references]) => references.some(({ field: path }) => path.at(-1) === field))?.[0];
  return list === undefined || list === "machines" ? undefined : list.split(".");
}

/** Gives an entry another name, and the name to all that refer to it; not where two entries share the old or the new name. */
export function renamed(draft: Draft, list: Place, index: number, name: string): Draft {
  const old = valueAt(draft, [...list, index, "id"]);
  const names = namesIn(draft, list);
  const next = withValue(draft, [...list, index, "id"], name);
  if (typeof old !== "string" || names.filter((each) => each === old).length > 1 || names.includes(name)) return next;
  return (REFERENCES[list.join(".")] ?? []).reduce((at, { list: owners, field, many }) => {
    const places = owners === undefined ? [field] : listAt(at, owners).map((_, i): Place => [...owners, i, ...field]);
    return places.reduce((current, place) => {
      const value = valueAt(current, place);
      if (many) return Array.isArray(value) && value.includes(old) ? withValue(current, place, value.map((each: unknown) => (each === old ? name : each))) : current;
      return value === old ? withValue(current, place, name) : current;
    }, at);
  }, next);
}

/** A name that no entry of the list has yet: "Site 2", "Home copy", "Home copy 2". */
export function freeName(draft: unknown, list: Place, stem: string, numbered = false): string {
  const taken = new Set(namesIn(draft, list).map((name) => name.toLowerCase()));
  const longest = 36;
  const base = stem.slice(0, longest).trimEnd();
  if (!numbered && !taken.has(base.toLowerCase())) return base;
  for (let n = numbered ? taken.size + 1 : 2; ; n++) if (!taken.has(`${base} ${n}`.toLowerCase())) return `${base} ${n}`;
}

/** What one entry of a list is called, in lower case: "site", "hourly series". */
export function entryWord(list: Place): string {
  const items = schemaAt(PORTFOLIO_SCHEMA, list.join(".")).items!;
  return (resolved(items).title ?? "entry").toLowerCase();
}

/** Whether the entries of a list have names. */
export function hasNames(list: Place): boolean {
  return "id" in propertiesOf(resolved(schemaAt(PORTFOLIO_SCHEMA, list.join(".")).items!));
}
