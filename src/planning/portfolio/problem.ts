import { distance } from "fastest-levenshtein";
import { either, fieldOf, formOf, kindsOf, PORTFOLIO_SCHEMA, resolved, ruleOf, shownNumber, type Schema } from "./schema";

/** What is wrong with one value of a portfolio document. */
export interface PortfolioProblem {
  /** where it stands: "sites[0].uptime"; "" for the document itself */
  readonly path: string;
  /** as given; undefined where it is missing */
  readonly value: unknown;
  /** what may stand there, in words */
  readonly rule: string;
  /** all of it in a sentence or two */
  readonly message: string;
}

/** Keys and list positions from the document down to a value. */
export type Place = readonly (string | number)[];

/** Names further off than this share of their letters are no misspelling. */
const MISSPELT = 0.5;

/** A value that the schema does not allow. */
export function wrongValue(document: unknown, place: Place): PortfolioProblem {
  if (valueAt(document, place) === "") return { ...missingField(document, place), value: "" };
  const { schema, subject } = fieldAt(document, place);
  return problem(document, place, ruleOf(schema ?? {}), `${subject} must be ${ruleOf(schema ?? {})}`, schema);
}

/** A choice such as a contract's energy whose kind is none of those there are. */
export function wrongKind(document: unknown, place: Place): PortfolioProblem {
  const { schema, subject } = fieldAt(document, place);
  const kind = valueAt(document, [...place, "kind"]);
  const rule = either(kindsOf(schema ?? {}));
  return { path: pathText([...place, "kind"]), value: kind, rule, message: `${subject} must have a "kind" of ${rule}; ${kind === undefined ? "it has none" : `its kind is ${shown(kind)}`}.` };
}

/** A field that has to be there and is not. */
export function missingField(document: unknown, place: Place): PortfolioProblem {
  const { schema, subject } = fieldAt(document, place);
  const rule = ruleOf(schema ?? {});
  return { path: pathText(place), value: undefined, rule, message: withHint(`${subject} is missing; it must be ${rule}.`, schema) };
}

/** A field that no portfolio has. */
export function unknownField(document: unknown, place: Place): PortfolioProblem {
  const parent = fieldAt(document, place.slice(0, -1));
  const fields = Object.keys(parent.schema?.properties ?? {});
  const given = String(place.at(-1));
  const score = (name: string): number => distance(given.toLowerCase(), name.toLowerCase()) / Math.max(given.length, name.length);
  const near = fields.filter((name) => score(name) <= MISSPELT && fieldOf(valueAt(document, place.slice(0, -1)), name) === undefined).sort((a, b) => score(a) - score(b))[0];
  const rule = `one of ${either(fields)}`;
  const advice = near === undefined ? `Fields: ${fields.join(", ")}.` : `Did you mean "${near}"?`;
  return { path: pathText(place), value: valueAt(document, place), rule, message: `${pathText(place)} is not a field that is read. ${advice}` };
}

/** A value that the schema allows and that does not fit the rest. @param rule completes "… must", such as "name a site" */
export function misfit(document: unknown, place: Place, rule: string): PortfolioProblem {
  const { schema, subject } = fieldAt(document, place);
  return problem(document, place, rule, `${subject} must ${rule}`, schema && { ...schema, hint: undefined });
}

/**
 * A problem said of its field in another unit, which the form shows it in.
 * @param inUnit the field's schema and its values in that unit; undefined leaves the problem as it is
 */
export function inAnotherUnit(document: unknown, place: Place, given: PortfolioProblem, inUnit: (schema: Schema) => { readonly schema: Schema; readonly valueOf: (value: number) => number } | undefined): PortfolioProblem {
  const { schema, subject } = fieldAt(document, place);
  const other = schema?.unit === undefined ? undefined : inUnit(schema);
  if (!schema || !other) return given;
  const isRule = given.rule === ruleOf(schema);
  const rule = isRule ? ruleOf(other.schema) : given.rule;
  const value = typeof given.value === "number" ? other.valueOf(given.value) : given.value;
  const sentence = value === undefined && isRule ? `${subject} is missing; it must be ${rule}.` : `${subject} must ${isRule ? "be " : ""}${rule}; it is ${shown(value)}.`;
  return { ...given, value, rule, message: withHint(sentence, isRule ? other.schema : undefined) };
}

/** "sites[0].uptime" */
export function pathText(place: Place): string {
  return place.map((key, i) => (typeof key === "number" ? `[${key}]` : i === 0 ? key : `.${key}`)).join("");
}

function problem(document: unknown, place: Place, rule: string, sentence: string, schema: Schema | undefined): PortfolioProblem {
  const value = valueAt(document, place);
  return { path: pathText(place), value, rule, message: withHint(`${sentence}; it is ${shown(value)}.`, schema) };
}

function withHint(sentence: string, schema: Schema | undefined): string {
  return schema?.hint === undefined ? sentence : `${sentence} ${schema.hint}`;
}

/** The schema of a value, and how to speak of it: 'Uptime of site "TX1" (sites[0].uptime)'. */
function fieldAt(document: unknown, place: Place): { readonly schema: Schema | undefined; readonly subject: string } {
  let schema: Schema | undefined = PORTFOLIO_SCHEMA;
  let value = document;
  let owner = "";
  place.forEach((key, i) => {
    const next: Schema | undefined = typeof key === "number" ? schema?.items : (schema && formOf(schema, value))?.properties?.[key];
    schema = next && resolved(next);
    value = typeof key === "number" ? (Array.isArray(value) ? (value as unknown[])[key] : undefined) : fieldOf(value, key);
    const name = fieldOf(value, "id") ?? fieldOf(value, "name");
    if (i < place.length - 1 && typeof name === "string" && name !== "") owner = ` of ${(schema?.title ?? "").toLowerCase()} "${name}"`;
  });
  const form = schema && (formOf(schema, value) ?? schema);
  const path = pathText(place);
  return { schema: form, subject: path === "" ? "The document" : `${form?.title ?? String(place.at(-1))}${owner} (${path})` };
}

function valueAt(document: unknown, place: Place): unknown {
  return place.reduce<unknown>((value, key) => (typeof key === "number" ? (Array.isArray(value) ? (value as unknown[])[key] : undefined) : fieldOf(value, key)), document);
}

function shown(value: unknown): string {
  if (typeof value === "number") return Number.isFinite(value) ? shownNumber(value) : "not a number";
  if (typeof value === "string") return `"${value.slice(0, 60)}${value.length > 60 ? "…" : ""}"`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "boolean") return JSON.stringify(value);
  return value === undefined ? "missing" : value === null ? "empty (null)" : "an object";
}
