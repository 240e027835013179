import { fieldOf, formOf, kindsOf, PORTFOLIO_SCHEMA, resolved, type Schema } from "./schema";

/** A field of the document that stands in one cell. */
export interface CellField {
  /** below the object whose fields these are: "resale.priceUsdTh" */
  readonly key: string;
  /** title, with that of the object it stands in where that is nested: "Resale: decline" */
  readonly label: string;
  readonly schema: Schema;
}

/** The fields of an object; of a choice the fields of all its kinds, each once, with a kind that is one of theirs. */
export function propertiesOf(schema: Schema): Readonly<Record<string, Schema>> {
  const fields = Object.fromEntries((schema.oneOf ?? [schema]).flatMap((form) => Object.entries(resolved(form).properties ?? {})).map(([name, field]) => [name, resolved(field)]));
  if (!schema.oneOf) return fields;
  return { ...fields, kind: { type: "string", enum: kindsOf(schema), title: fields["kind"]!.title, description: schema.description } };
}

/**
 * The fields that stand in cells, those of nested objects included; lists of objects and of figures have tables of their own.
 * @param unprefixed keys of the objects whose fields keep their bare titles
 */
export function fieldsOf(schema: Schema, unprefixed: readonly string[] = [""], at = ""): readonly CellField[] {
  return Object.entries(propertiesOf(schema)).flatMap(([name, field]) => {
    const key = at === "" ? name : `${at}.${name}`;
    if (field.type === "object") return fieldsOf(field, unprefixed, key);
    if (field.const !== undefined || isObjectList(field) || isFigureList(field)) return [];
    return [{ key, label: unprefixed.includes(at) ? field.title! : labelWithin(schema.title!, field.title!), schema: field }];
  });
}

/** The lists of figures, such as the values of a month each; label is the title of the object that they stand in, or "". */
export function figureListsOf(schema: Schema, at = "", label = ""): readonly CellField[] {
  return Object.entries(propertiesOf(schema)).flatMap(([name, field]) => {
    const key = at === "" ? name : `${at}.${name}`;
    return field.type === "object" ? figureListsOf(field, key, field.title) : isFigureList(field) ? [{ key, label, schema: resolved(field.items!) }] : [];
  });
}

/** The schema of a field at a dotted key. */
export function schemaAt(schema: Schema, key: string): Schema {
  return key.split(".").reduce((at, name) => propertiesOf(at)[name]!, schema);
}

/** The value of a field at a dotted key; undefined where there is none. */
export function valueAtKey(owner: unknown, key: string): unknown {
  return key.split(".").reduce(fieldOf, owner);
}

/**
 * An object of the document from the values of its cells; undefined where all are missing. What it must have and what can be
 * empty is filled in: objects, so that their fields are asked for one by one, and free texts; and what can have one value only.
 * @param valueOf the value at a key such as "resale.priceUsdTh"; undefined for a blank cell
 */
export function objectFrom(schema: Schema, valueOf: (key: string) => unknown, at = ""): Record<string, unknown> | undefined {
  const fields = propertiesOf(schema);
  const given = Object.entries(fields).map(([name, field]) => {
    const key = at === "" ? name : `${at}.${name}`;
    return [name, field.type === "object" ? objectFrom(field, valueOf, key) : valueOf(key)] as const;
  }).filter(([, value]) => value !== undefined);
  if (given.length === 0) return undefined;
  const item: Record<string, unknown> = Object.fromEntries(given);
  for (const name of formOf(schema, item)?.required ?? []) {
    const field = fields[name]!;
    const empty = field.type === "object" ? {} : isFreeText(field) ? "" : field.const;
    if (empty !== undefined) item[name] ??= empty;
  }
  return item;
}

/** "Fees (BTC/block)"; "Peaks avoided" says its unit itself. */
export function withUnit(label: string, unit: string | undefined): string {
  return unit === undefined || label.toLowerCase().split(" ").includes(unit) ? label : `${label} (${unit})`;
}

/** Whether a field is a day: an ISO text in the document, a serial number in a cell. */
export function isDay(schema: Schema): boolean {
  return schema.pattern === PORTFOLIO_SCHEMA.$defs!["date"]!.pattern;
}

function isObjectList(schema: Schema): boolean {
  return schema.type === "array" && resolved(schema.items!).type === "object";
}

function isFigureList(schema: Schema): boolean {
  return schema.type === "array" && resolved(schema.items!).type === "number";
}

function isFreeText(schema: Schema): boolean {
  return schema.type === "string" && schema.pattern === undefined && schema.enum === undefined;
}

/** "Treasury: cash"; a title that begins with the owner's stays: "PUE March to May". */
function labelWithin(owner: string, title: string): string {
  if (title.startsWith(owner)) return title;
  return `${owner}: ${/^[A-Z][a-z]/.test(title) ? title[0]!.toLowerCase() + title.slice(1) : title}`;
}
