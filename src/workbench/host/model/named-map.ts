// Collections of key and value: document settings of the object model, custom properties of workbook and sheet.
import { text } from "../arguments";
import { HostError } from "../errors";
import { hostObject, type HostObject, type ObjectType, type RequirementSet } from "../object-type";

interface EntryState<V> {
  readonly map: Map<string, V>;
  readonly key: string;
}

export interface MapTypes<V> {
  readonly collection: ObjectType<Map<string, V>>;
  readonly entry: ObjectType<EntryState<V>>;
}

/**
 * The two types of such a collection. Keys are found in any case, as Excel does.
 * @param check turns a written value into a stored one, or refuses it
 */
export function mapTypes<V>(names: { collection: string; entry: string; identity: boolean }, since: RequirementSet, check: (value: unknown) => V, extra: { deleteAll?: boolean; type?: (value: V) => string } = {}): MapTypes<V> {
  const find = (map: Map<string, V>, key: unknown): HostObject | null => {
    const wanted = text(key).toLowerCase();
    const known = [...map.keys()].find((each) => each.toLowerCase() === wanted);
    return known === undefined ? null : hostObject(entry, { map, key: known });
  };
  const value = ({ map, key }: EntryState<V>): V => {
    const found = map.get(key);
    if (found === undefined) throw new HostError("ItemNotFound");
    return found;
  };
  const entry: ObjectType<EntryState<V>> = {
    wire: names.entry,
    ...(names.identity ? { identity: { field: "_Id" as const, of: ({ key }: EntryState<V>) => key } } : {}),
    scalars: {
      Key: { since, read: ({ key }) => key },
      Value: { since, read: value, write: ({ map, key }, written) => void map.set(key, check(written)) },
      ...(extra.type ? { Type: { since, read: (self: EntryState<V>) => extra.type?.(value(self)) } } : {}),
    },
    methods: {
      Delete: {
        since,
        call({ map, key }) {
          map.delete(key);
          return null;
        },
      },
    },
  };
  const collection: ObjectType<Map<string, V>> = {
    wire: names.collection,
    methods: {
      Add: {
        since,
        call(map, [key, written]) {
          const known = find(map, key);
          const name = known ? (known.self as EntryState<V>).key : text(key);
          map.set(name, check(written));
          return hostObject(entry, { map, key: name });
        },
      },
      GetCount: { since, call: (map) => map.size },
      GetItemOrNullObject: { since, call: (map, [key]) => find(map, key) },
      ...(extra.deleteAll ? { DeleteAll: { since, call: (map: Map<string, V>) => (map.clear(), null) } } : {}),
    },
    items: (map) => [...map.keys()].map((key) => hostObject(entry, { map, key })),
    item: find,
  };
  return { collection, entry };
}

function customValue(value: unknown): string | number | boolean {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  throw new HostError("InvalidArgument");
}

function settingValue(value: unknown): unknown {
  if (value === null || value === undefined) throw new HostError("InvalidArgument");
  return value;
}

export const settingTypes = mapTypes<unknown>({ collection: "SettingCollection", entry: "Setting", identity: true }, "ExcelApi 1.4", settingValue);
export const worksheetPropertyTypes = mapTypes<string>({ collection: "WorksheetCustomPropertyCollection", entry: "WorksheetCustomProperty", identity: true }, "ExcelApi 1.12", text);
export const workbookPropertyTypes = mapTypes<string | number | boolean>({ collection: "CustomPropertyCollection", entry: "CustomProperty", identity: false }, "ExcelApi 1.7", customValue, {
  deleteAll: true,
  type: (value) => ({ string: "String", number: "Number", boolean: "Boolean" })[typeof value as "string" | "number" | "boolean"],
});
