import { fieldOf } from "../../planning/portfolio/schema";

/** The portfolio document as it is being edited: plain JSON, which may hold mistakes. A number that cannot be read stays as its text. */
export type Draft = Readonly<Record<string, unknown>>;

/** Keys and list positions from the document down to a value. */
export type Place = readonly (string | number)[];

/** The place that a problem's path names: "sites[0].pue.decFeb" */
export function placeOf(path: string): Place {
  return [...path.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([text, index]) => (index === undefined ? text : Number(index)));
}

export function valueAt(draft: unknown, place: Place): unknown {
  return place.reduce<unknown>((value, key) => (typeof key === "number" ? (Array.isArray(value) ? (value as unknown[])[key] : undefined) : fieldOf(value, key)), draft);
}

/** The list at a place; empty where there is none. */
export function listAt(draft: unknown, place: Place): readonly unknown[] {
  const value = valueAt(draft, place);
  return Array.isArray(value) ? value : [];
}

/** The same with another value at a place; undefined takes the field away. Objects on the way are made where they are missing. */
export function withValue<T>(owner: T, place: Place, value: unknown): T {
  const [key, ...rest] = place;
  if (key === undefined) return value as T;
  if (typeof key === "number") {
    const list = Array.isArray(owner) ? [...(owner as unknown[])] : [];
    list[key] = withValue(list[key], rest, value);
    return list as T;
  }
  const next: unknown = withValue(fieldOf(owner, key), rest, value);
  const fields = Object.entries((owner ?? {})).filter(([name]) => name !== key || next !== undefined);
  const entries = fields.some(([name]) => name === key) ? fields.map(([name, old]): [string, unknown] => [name, name === key ? next : old]) : [...fields, [key, next] as [string, unknown]];
  return Object.fromEntries(entries.filter(([, each]) => each !== undefined)) as T;
}

/** The same with an entry more in a list, at the end or before a position. */
export function withEntry(draft: Draft, list: Place, entry: unknown, before?: number): Draft {
  const entries = listAt(draft, list);
  const at = before ?? entries.length;
  return withValue(draft, list, [...entries.slice(0, at), entry, ...entries.slice(at)]);
}

export function withoutEntry(draft: Draft, list: Place, index: number): Draft {
  return withValue(draft, list, listAt(draft, list).filter((_, i) => i !== index));
}

/** Whether two values are the same JSON, whatever the order of their fields; a field that is undefined is none. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((each, i) => sameJson(each, b[i]));
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => sameJson(fieldOf(a, key), fieldOf(b, key)));
}
