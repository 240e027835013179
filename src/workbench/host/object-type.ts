// How the object model is declared: one table per Excel class, each member under its wire name with the
// requirement set it belongs to. The interpreter can reach nothing that is not in a table.

/** "ExcelApi 1.7". Members without one are internal to office.js (register/unregister, services) and always admitted. */
export type RequirementSet = `${string} ${number}.${number}`;

export interface Scalar<S> {
  readonly since?: RequirementSet;
  /** Set where the value depends on calculation: it is read after the store has settled. */
  readonly calculated?: true;
  /** Set for a name that office.js uses on the wire only, beside the documented member. */
  readonly wireOnly?: true;
  read(self: S): unknown;
  write?(self: S, value: unknown): void;
}

export interface Link<S> {
  readonly since?: RequirementSet;
  follow(self: S): HostObject | null;
}

export interface Method<S> {
  readonly since?: RequirementSet;
  readonly calculated?: true;
  /** Returns plain data, another host object, or null (a null object where an object is expected). */
  call(self: S, args: readonly unknown[]): unknown;
}

export interface ObjectType<S> {
  /** Excel's class name, as in the reference: "Worksheet". */
  readonly wire: string;
  readonly identity?: { readonly field: "Id" | "_Id"; of(self: S): string };
  readonly scalars?: Readonly<Record<string, Scalar<S>>>;
  readonly links?: Readonly<Record<string, Link<S>>>;
  readonly methods?: Readonly<Record<string, Method<S>>>;
  /** Collections only: the items to load, and the indexer behind getItem(key). */
  items?(self: S): readonly HostObject[];
  item?(self: S, key: unknown): HostObject | null;
}

/** An object of the model as one batch sees it. `referenceId` is set while the add-in tracks it. */
export class HostObject {
  referenceId: string | null = null;
  constructor(
    readonly type: ObjectType<unknown>,
    readonly self: unknown,
  ) {}
}

export function hostObject<S>(type: ObjectType<S>, self: S): HostObject {
  return new HostObject(type, self);
}

/** The state behind a host object when it is of the given type, else null. */
export function stateOf<S>(type: ObjectType<S>, value: unknown): S | null {
  return value instanceof HostObject && value.type === (type as ObjectType<unknown>) ? (value.self as S) : null;
}

/** "NumberFormat" -> "numberFormat": the name as JavaScript has it. */
export function scriptName(wireName: string): string {
  return wireName.charAt(0).toLowerCase() + wireName.slice(1);
}
