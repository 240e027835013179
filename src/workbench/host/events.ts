// Events of the object model. office.js registers per kind and target; the host sends them in a `richApiMessage`,
// never before the batch that caused them has been answered.
import { areaAddress, quotedSheetName } from "./address";
import type { Method } from "./object-type";
import type { CellArea, SheetInfo } from "./store";

/** Numbers that office.js compares with. */
export const EVENT = { dataChanged: 10, activated: 11, deactivated: 12, added: 13, selectionChanged: 14, deleted: 15, calculated: 16, nameChanged: 25, visibility: 65539 } as const;
type EventKind = (typeof EVENT)[keyof typeof EVENT];

/** Target of handlers on the worksheet collection. */
export const WORKBOOK_TARGET = "Workbook";
const OBJECT_EVENT_CATEGORY = 65536;

/** One entry of a richApiMessage: category, type, target, JSON text, message id, whether it is remote. */
export type MessageEntry = readonly [number, number, string, string, string, boolean];

export class ObjectEvents {
  private readonly registered = new Set<string>();
  private waiting: MessageEntry[] = [];
  private holds = 0;
  private nextMessage = 1;

  constructor(private readonly send: (entries: readonly MessageEntry[]) => void) {}

  register(kind: EventKind, target: string): void {
    this.registered.add(`${kind} ${target}`);
  }

  unregister(kind: EventKind, target: string): void {
    this.registered.delete(`${kind} ${target}`);
  }

  /** Forgets all handlers, as when the add-in's page is loaded anew. */
  reset(): void {
    this.registered.clear();
    this.waiting = [];
  }

  /** From here to release() events wait: a batch is running. */
  hold(): void {
    this.holds++;
  }

  release(): void {
    this.holds--;
    this.flush();
  }

  dataChanged(sheet: SheetInfo, area: CellArea, source: "addin" | "user"): void {
    const address = areaAddress(area);
    this.raiseFor(EVENT.dataChanged, sheet.id, {
      changeType: "RangeEdited",
      source: "Local",
      worksheetId: sheet.id,
      address,
      referenceId: `${quotedSheetName(sheet.name)}!${address}`,
      shiftDirection: "None",
      triggerSource: source === "addin" ? "ThisLocalAddin" : "Unknown",
    });
  }

  selectionChanged(sheetId: string, area: CellArea): void {
    this.raiseFor(EVENT.selectionChanged, sheetId, { worksheetId: sheetId, address: areaAddress(area) });
  }

  activated(from: string, to: string): void {
    if (from === to) return;
    this.raiseFor(EVENT.deactivated, from, { worksheetId: from });
    this.raiseFor(EVENT.activated, to, { worksheetId: to });
  }

  worksheetAdded(sheetId: string): void {
    this.raise(EVENT.added, WORKBOOK_TARGET, { source: "Local", worksheetId: sheetId });
  }

  worksheetDeleted(sheetId: string): void {
    this.raise(EVENT.deleted, WORKBOOK_TARGET, { source: "Local", worksheetId: sheetId });
  }

  calculated(sheetIds: readonly string[]): void {
    for (const worksheetId of sheetIds) this.raiseFor(EVENT.calculated, worksheetId, { worksheetId, address: "" });
  }

  /** The shared runtime's pane was shown or hidden: sent whether or not the model has a handler registered. */
  visibilityChanged(shown: boolean): void {
    this.push(EVENT.visibility, "", { visibility: shown ? "Visible" : "Hidden" });
  }

  private raiseFor(kind: EventKind, sheetId: string, payload: object): void {
    this.raise(kind, sheetId, payload);
    this.raise(kind, WORKBOOK_TARGET, payload);
  }

  private raise(kind: EventKind, target: string, payload: object): void {
    if (this.registered.has(`${kind} ${target}`)) this.push(kind, target, payload);
  }

  private push(kind: EventKind, target: string, payload: object): void {
    this.waiting.push([OBJECT_EVENT_CATEGORY, kind, target, JSON.stringify(payload), `event-${this.nextMessage++}`, false]);
    this.flush();
  }

  private flush(): void {
    if (this.holds > 0 || this.waiting.length === 0) return;
    const entries = this.waiting;
    this.waiting = [];
    this.send(entries);
  }
}

/** The pair of internal methods behind `onX.add` and `remove`, for a type's table. */
export function eventMethods<S>(name: string, kind: EventKind, of: (self: S) => { readonly events: ObjectEvents; readonly target: string }): Record<string, Method<S>> {
  const register: Method<S> = {
    call(self) {
      const { events, target } = of(self);
      events.register(kind, target);
      return null;
    },
  };
  const unregister: Method<S> = {
    call(self) {
      const { events, target } = of(self);
      events.unregister(kind, target);
      return null;
    },
  };
  return { [`_Register${name}`]: register, [`_Unregister${name}`]: unregister };
}
