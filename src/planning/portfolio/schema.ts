import schema from "./portfolio.schema.json";

/** A JSON schema as far as the portfolio's uses it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: "object" | "array" | "string" | "number" | "integer" | "boolean";
  readonly title?: string;
  readonly description?: string;
  /** of a number, or of the numbers of a list */
  readonly unit?: string;
  /** how to put a wrong value right */
  readonly hint?: string;
  /** a pattern in words */
  readonly says?: string;
  readonly const?: string;
  readonly enum?: readonly (string | number)[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly default?: unknown;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly oneOf?: readonly Schema[];
  readonly $defs?: Readonly<Record<string, Schema>>;
}

export const PORTFOLIO_SCHEMA: Schema = schema as Schema;

/** The definition that a reference names ("#/$defs/site"), with what the reference says besides; other schemas as they are. */
export function resolved(schema: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const { $ref, ...own } = schema;
  return { ...PORTFOLIO_SCHEMA.$defs![$ref.slice("#/$defs/".length)]!, ...own };
}

/** The kinds of a choice such as a contract's energy. */
export function kindsOf(schema: Schema): readonly string[] {
  return (schema.oneOf ?? []).map((each) => resolved(each).properties!["kind"]!.const!);
}

/** The form that a value takes where the schema offers several: that of its kind; undefined where there is none. */
export function formOf(schema: Schema, value: unknown): Schema | undefined {
  if (!schema.oneOf) return schema;
  const kind = fieldOf(value, "kind");
  const form = schema.oneOf.map(resolved).find((each) => each.properties!["kind"]!.const === kind);
  return form && { ...form, title: schema.title };
}

/** What may stand in a field, in words: "a number above 0 and at most 1 (share of time)". */
export function ruleOf(schema: Schema): string {
  if (schema.oneOf) return `an object whose "kind" is ${either(kindsOf(schema))}`;
  if (schema.const !== undefined) return `"${schema.const}"`;
  if (schema.enum) return either(schema.enum);
  if (schema.type === "object") return "an object";
  if (schema.type === "array") return schema.minItems === undefined && schema.maxItems === undefined ? "a list" : `a list of ${range(schema.minItems ?? 0, schema.maxItems)}`;
  if (schema.type === "boolean") return "true or false";
  if (schema.type === "string") return schema.says ?? "a text";
  return `${schema.type === "integer" ? "a whole number" : "a number"}${bounds(schema)}${schema.unit ? ` (${schema.unit})` : ""}`;
}

/** A field of what may be no object at all. */
export function fieldOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}

export function either(choices: readonly (string | number)[]): string {
  const shown = choices.map((each) => (typeof each === "number" ? String(each) : `"${each}"`));
  return shown.length === 1 ? shown[0]! : `${shown.slice(0, -1).join(", ")} or ${shown.at(-1)}`;
}

export function shownNumber(value: number): string {
  return Math.abs(value) >= 1e15 ? value.toExponential() : value.toLocaleString("en-US", { maximumFractionDigits: 12 });
}

function bounds({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Schema): string {
  if (minimum !== undefined && maximum !== undefined) return ` from ${shownNumber(minimum)} to ${shownNumber(maximum)}`;
  const low = exclusiveMinimum !== undefined ? `above ${shownNumber(exclusiveMinimum)}` : minimum !== undefined ? `of at least ${shownNumber(minimum)}` : "";
  const high = exclusiveMaximum !== undefined ? `below ${shownNumber(exclusiveMaximum)}` : maximum !== undefined ? `at most ${shownNumber(maximum)}` : "";
  return ` ${[low, high].filter((each) => each !== "").join(" and ")}`.trimEnd();
}

function range(from: number, to: number | undefined): string {
  return to === undefined ? `at least ${from} ${from === 1 ? "entry" : "entries"}` : `${from} to ${to} entries`;
}
