// The services office.js asks for beside the workbook.
import { text } from "./arguments";
import type { ObjectEvents } from "./events";
import { hostObject, type HostObject, type ObjectType } from "./object-type";

export class PaneState {
  shown = true;
  startState = "Inactive";
  constructor(
    private readonly events: ObjectEvents,
    private readonly onShowPane: (shown: boolean) => void,
  ) {}

  /** @param byUser the page itself opened or closed the pane and needs no call back */
  show(shown: boolean, byUser: boolean): void {
    if (this.shown === shown) return;
    this.shown = shown;
    if (!byUser) this.onShowPane(shown);
    this.events.visibilityChanged(shown);
  }
}

/** office.js announces that ribbon and shortcut actions can be called; nothing to do here. */
const addinServiceType: ObjectType<null> = {
  wire: "AddinInternalService",
  methods: { NotifyActionHandlerReady: { call: () => null } },
};

const runtimeType: ObjectType<PaneState> = {
  wire: "AppRuntimeService",
  methods: {
    GetAppRuntimeState: { call: (pane) => (pane.shown ? "Visible" : "Background") },
    SetAppRuntimeState: { call: (pane, [state]) => (pane.show(text(state) === "Visible", false), null) },
  },
};

const persistenceType: ObjectType<PaneState> = {
  wire: "AppRuntimePersistenceService",
  methods: {
    GetAppRuntimeStartState: { call: (pane) => pane.startState },
    SetAppRuntimeStartState: { call: (pane, [state]) => ((pane.startState = text(state)), null) },
  },
};

export function services(pane: PaneState, functions: HostObject): Record<string, HostObject> {
  return {
    "Microsoft.InternalService.AddinInternalService": hostObject(addinServiceType, null),
    "Microsoft.AppRuntime.AppRuntimeService": hostObject(runtimeType, pane),
    "Microsoft.AppRuntime.AppRuntimePersistenceService": hostObject(persistenceType, pane),
    "Microsoft.ExcelServices.CustomFunctions": functions,
  };
}
