import { ILLUSTRATIVE_NETWORK } from "../../planning/portfolio";
import { resolved, type Schema } from "../../planning/portfolio/schema";
import { propertiesOf } from "../../planning/portfolio/tables-fields";
import { listReferredTo, namesIn } from "../store/names";
import { valueAt, type Draft } from "../store";

type Fields = Readonly<Record<string, unknown>>;

/** What a field begins with when it is added: what can be known. Numbers nobody knows stay open and are asked for. */
export function startValue(schema: Schema, draft: Draft, field = ""): unknown {
  const given = resolved(schema);
  if (given.const !== undefined) return given.const;
  if (given.default !== undefined) return undefined;
  if (given.oneOf) return withKind(given, {}, String(resolved(given.oneOf[0]!).properties!["kind"]!.const), draft);
  if (given.type === "object") return startObject(given, draft);
  if (given.type === "array") return given.minItems === undefined ? undefined : isCalendar(given) ? Array.from({ length: 12 }, (_, i) => i + 1) : [startValue(given.items!, draft)].filter((value) => value !== undefined);
  if (given.enum) return given.enum[0];
  if (given.type === "boolean") return true;
  const list = listReferredTo(field);
  if (list) return namesIn(draft, list)[0] ?? "";
  return undefined;
}

/** An object with all that it must have. */
export function startObject(schema: Schema, draft: Draft): Fields {
  const required = schema.required ?? [];
  return Object.fromEntries(Object.entries(propertiesOf(schema)).filter(([name]) => required.includes(name)).map(([name, field]) => [name, name === "name" ? schema.title : startValue(field, draft, name)] as const).filter(([, value]) => value !== undefined));
}

/** A choice with another kind: what the new form has as well is kept, the rest begins anew. */
export function withKind(schema: Schema, value: unknown, kind: string, draft: Draft): Fields {
  const form = schema.oneOf!.map(resolved).find((each) => each.properties!["kind"]!.const === kind)!;
  const fields = propertiesOf(form);
  const kept = Object.fromEntries(Object.entries((value ?? {})).filter(([name, each]) => name !== "kind" && name in fields && fits(fields[name]!, each)));
  const start = kind === "networkResponse" ? ILLUSTRATIVE_NETWORK : startObject(form, draft);
  return { ...start, ...kept, kind };
}

/** The price path "table" begins with the start's value in each month. */
export function startFigures(draft: Draft, field: string): number[] {
  const key = { btcPrice: "btcPriceUsd", fees: "feesBtcPerBlock", difficulty: "difficulty" }[field];
  const value = key === undefined ? undefined : valueAt(draft, ["market", "start", key]);
  const months = valueAt(draft, ["horizonMonths"]);
  return typeof value === "number" && typeof months === "number" && months >= 1 && months <= 120 ? Array.from({ length: Math.floor(months) }, () => value) : [];
}

function fits({ type, oneOf }: Schema, value: unknown): boolean {
  const given = Array.isArray(value) ? "array" : typeof value;
  return oneOf !== undefined ? given === "object" : type === "integer" || type === "number" ? given === "number" || given === "string" : given === type;
}

function isCalendar({ items }: Schema): boolean {
  return items?.type === "integer" && items.maximum === 12;
}
