// What an add-in can reach of the object model: the workbook and the services, the objects it tracks, and the
// members that the model has and the manifest's requirement sets allow.
import { HostError, notImplemented } from "./errors";
import { scriptName, type HostObject, type Link, type Method, type RequirementSet, type Scalar } from "./object-type";

export interface ModelAccessOptions {
  /** The object behind path type 1 (the workbook). */
  readonly root: HostObject;
  /** Objects behind path type 2, by full name. */
  readonly services: Readonly<Record<string, HostObject>>;
  /** Whether the manifest asks for this requirement set. */
  admits(set: RequirementSet): boolean;
  /** Resolves when calculated values can be read. */
  settle(): Promise<void>;
  /** Told of every member the add-in uses ("Range.Values") and of every refusal. */
  onMember(name: string, refused: boolean): void;
}

export class ModelAccess {
  private readonly references = new Map<string, HostObject>();
  private nextReference = 1;

  constructor(private readonly options: ModelAccessOptions) {}

  /** Forgets every tracked object, as when the add-in's page is loaded anew. */
  reset(): void {
    this.references.clear();
  }

  keep(object: HostObject): void {
    if (object.referenceId !== null) return;
    object.referenceId = `reference-${this.nextReference++}`;
    this.references.set(object.referenceId, object);
  }

  release(referenceId: unknown): void {
    const object = this.references.get(String(referenceId));
    if (object) object.referenceId = null;
    this.references.delete(String(referenceId));
  }

  referenced(referenceId: string): HostObject {
    const object = this.references.get(referenceId);
    if (!object) throw new HostError("InvalidReference");
    return object;
  }

  get root(): HostObject {
    return this.options.root;
  }

  service(name: string): HostObject {
    const service = this.options.services[name];
    if (!service) throw new HostError("ApiNotFound", `The workbench has no service ${name}.`);
    return service;
  }

  settle(): Promise<void> {
    return this.options.settle();
  }

  /** Every scalar the manifest's sets allow: what a load without names asks for. */
  defaultScalars(object: HostObject): string[] {
    const scalars = Object.entries(object.type.scalars ?? {});
    return scalars.filter(([, { since, wireOnly }]) => !wireOnly && (!since || this.options.admits(since))).map(([name]) => name);
  }

  /** Finds a member in a type's table, or refuses: unknown to the model, or above the manifest's requirement sets. */
  member<M extends Scalar<unknown> | Link<unknown> | Method<unknown>>(object: HostObject, table: Readonly<Record<string, M>> | undefined, name: string): M {
    const found = table && Object.hasOwn(table, name) ? table[name] : undefined;
    const fullName = `${object.type.wire}.${scriptName(name)}`;
    if (!found) throw notImplemented(fullName);
    if (found.since && !this.options.admits(found.since)) {
      throw new HostError("ApiNotFound", `${fullName} belongs to ${found.since}, which the manifest does not ask for.`);
    }
    if (!name.startsWith("_")) this.options.onMember(fullName, false);
    return found;
  }
}
