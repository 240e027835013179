// One batch while it runs: which paths have been resolved, and where it is.
import { HostError, notImplemented } from "./errors";
import type { ModelAccess } from "./model-access";
import { HostObject, scriptName } from "./object-type";
import { selectionTree, type SelectionTree } from "./selection-tree";
import { ACTION, PATH, type Action, type ArgumentInfo, type ObjectPath } from "./wire";

/** null stands for Excel's null object: reads give null, calls on it give null again. */
type Resolved = HostObject | null;

export class BatchRun {
  private readonly resolved = new Map<number, Resolved>();
  location = "";

  constructor(
    private readonly access: ModelAccess,
    private readonly paths: Readonly<Record<string, ObjectPath>>,
  ) {}

  async execute(action: Action): Promise<unknown> {
    if (action.ActionType === ACTION.trace) return null;
    const object = await this.resolve(action.ObjectPathId);
    switch (action.ActionType) {
      case ACTION.instantiate:
        return object && this.identity(object);
      case ACTION.query:
        return object && this.query(object, action.QueryInfo ?? {});
      case ACTION.method:
        return object && this.data(await this.call(object, action.Name ?? "", await this.args(action.ArgumentInfo)));
      case ACTION.setProperty: {
        const [value] = await this.args(action.ArgumentInfo);
        if (object) this.assign(object, action.Name ?? "", value);
        return null;
      }
      default:
        throw notImplemented(`action type ${action.ActionType}`);
    }
  }

  /** Resolves a path once per batch: a path such as Worksheets.Add must not run again for its second use. */
  private async resolve(id: number): Promise<Resolved> {
    const known = this.resolved.get(id);
    if (known !== undefined) return known;
    const path = this.paths[String(id)];
    if (!path) throw new HostError("InvalidObjectPath");
    const value = await this.follow(path);
    this.resolved.set(id, value);
    return value;
  }

  private async follow(path: ObjectPath): Promise<Resolved> {
    const name = path.Name ?? "";
    switch (path.ObjectPathType) {
      case PATH.global:
        return this.access.root;
      case PATH.newObject:
        return this.access.service(name);
      case PATH.reference:
        return this.access.referenced(name);
      case PATH.nullObject:
        return null;
    }
    const parent = await this.resolve(path.ParentObjectPathId ?? 0);
    if (!parent) return null;
    switch (path.ObjectPathType) {
      case PATH.method: {
        const result = await this.call(parent, name, await this.args(path.ArgumentInfo));
        if (result !== null && !(result instanceof HostObject)) throw new HostError("InvalidObjectPath");
        return result;
      }
      case PATH.property:
        return this.link(parent, name);
      case PATH.indexer: {
        const [key] = await this.args(path.ArgumentInfo);
        this.location = `${parent.type.wire}.getItem`;
        if (!parent.type.item) throw notImplemented(this.location);
        const item = parent.type.item(parent.self, key);
        if (!item) throw new HostError("ItemNotFound");
        return item;
      }
      default:
        throw new HostError("InvalidObjectPath");
    }
  }

  private link(object: HostObject, name: string): Resolved {
    this.location = `${object.type.wire}.${scriptName(name)}`;
    return this.access.member(object, object.type.links, name).follow(object.self);
  }

  private async call(object: HostObject, name: string, args: readonly unknown[]): Promise<unknown> {
    if (name === "_KeepReference") return (this.access.keep(object), null);
    if (name === "_RemoveReference") return (this.access.release(args[0]), null);
    this.location = `${object.type.wire}.${scriptName(name)}`;
    const method = this.access.member(object, object.type.methods, name);
    if (method.calculated) await this.access.settle();
    return method.call(object.self, args) ?? null;
  }

  private assign(object: HostObject, name: string, value: unknown): void {
    this.location = `${object.type.wire}.${scriptName(name)}`;
    const scalar = this.access.member(object, object.type.scalars, name);
    if (!scalar.write) throw notImplemented(`setting ${this.location}`);
    scalar.write(object.self, value);
  }

  private async query(object: HostObject, info: NonNullable<Action["QueryInfo"]>): Promise<unknown> {
    const tree = selectionTree([...(info.Select ?? []), ...(info.Expand ?? [])]);
    return this.project(object, tree, info.Skip ?? 0, info.Top ?? Number.POSITIVE_INFINITY);
  }

  private async project(object: HostObject, tree: SelectionTree, skip: number, top: number): Promise<Record<string, unknown>> {
    const answer = this.identity(object);
    if (!object.type.items) {
      for (const [name, below] of this.selected(object, tree)) answer[name] = await this.value(object, name, below);
      return answer;
    }
    // Names that the collection has itself (count) are its own; everything else is asked of the items.
    const own: SelectionTree = new Map();
    const ofItems: SelectionTree = new Map();
    for (const [name, below] of tree) {
      if (memberName(object.type.scalars, name) !== null) own.set(name, below);
      else if (name.toLowerCase() === "items") for (const [inner, innermost] of below) ofItems.set(inner, innermost);
      else ofItems.set(name, below);
    }
    if (own.size > 0 || tree.size === 0) for (const [name, below] of this.selected(object, own)) answer[name] = await this.value(object, name, below);
    if (own.size > 0 && own.size === tree.size) return answer;
    this.location = `${object.type.wire}.items`;
    const items: unknown[] = [];
    for (const item of object.type.items(object.self).slice(skip, skip + top)) items.push(await this.project(item, ofItems, 0, Number.POSITIVE_INFINITY));
    answer._Items = items;
    return answer;
  }

  /** The wire names to answer: those asked for, or every scalar the manifest's sets allow when none is named. */
  private selected(object: HostObject, tree: SelectionTree): readonly (readonly [string, SelectionTree])[] {
    const none: SelectionTree = new Map();
    if (tree.size === 0 || tree.has("$all")) return this.access.defaultScalars(object).map((name) => [name, none] as const);
    const names: (readonly [string, SelectionTree])[] = [];
    for (const [asked, below] of tree) {
      if (asked === "$none") continue;
      const name = memberName(object.type.scalars, asked) ?? memberName(object.type.links, asked);
      if (name === null) throw notImplemented(`loading ${object.type.wire}.${asked}`);
      names.push([name, below]);
    }
    return names;
  }

  private async value(object: HostObject, name: string, below: SelectionTree): Promise<unknown> {
    if (object.type.links && Object.hasOwn(object.type.links, name)) {
      const target = this.link(object, name);
      return target && this.project(target, below, 0, Number.POSITIVE_INFINITY);
    }
    this.location = `${object.type.wire}.${scriptName(name)}`;
    const scalar = this.access.member(object, object.type.scalars, name);
    if (scalar.calculated) await this.access.settle();
    return scalar.read(object.self);
  }

  private identity(object: HostObject): Record<string, unknown> {
    const identity: Record<string, unknown> = {};
    if (object.type.identity) identity[object.type.identity.field] = object.type.identity.of(object.self);
    if (object.referenceId !== null) identity._ReferenceId = object.referenceId;
    return identity;
  }

  private data(result: unknown): unknown {
    return result instanceof HostObject ? this.identity(result) : result;
  }

  private async args(info: ArgumentInfo | undefined): Promise<readonly unknown[]> {
    const values = info?.Arguments ?? [];
    const references = info?.ReferencedObjectPathIds;
    return Promise.all(values.map((value, index) => this.argument(value, references?.[index])));
  }

  private async argument(value: unknown, reference: unknown): Promise<unknown> {
    if (typeof reference === "number" && reference > 0) return this.resolve(reference);
    if (!Array.isArray(reference) || !Array.isArray(value)) {
      const pathId = typeof value === "object" && value !== null ? (value as { _ObjectPathId?: number })._ObjectPathId : undefined;
      return pathId === undefined ? value : this.resolve(pathId);
    }
    return Promise.all(value.map((inner, index) => this.argument(inner, reference[index])));
  }
}

/** Load names come as the add-in wrote them; the wire answers with the model's spelling. */
function memberName(table: Readonly<Record<string, unknown>> | undefined, asked: string): string | null {
  const wanted = asked.toLowerCase();
  return Object.keys(table ?? {}).find((name) => name.toLowerCase() === wanted) ?? null;
}
