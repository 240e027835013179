import { admits, appContext, declaredSets, frameName } from "./app-context";
import { CallLog } from "./call-log";
import type { Host, HostOptions } from "./contract";
import { Conversation } from "./conversation";
import { FunctionHost } from "./customfunctions";
import { DocumentCopies, newFile } from "./document-copies";
import { ObjectEvents } from "./events";
import { openWorkbook, workbookType } from "./model/workbook";
import { hostObject } from "./object-type";
import { BatchInterpreter } from "./richapi";
import { PaneState, services } from "./services";
import type { StoreEvent } from "./store";
import { PATH, type BatchRequest } from "./wire";

/** Ids of `executeMethod`, as office.js numbers them. */
const DISPATCH = { loadSettings: 75, saveSettings: 76, openFile: 77, readSlice: 80, closeFile: 81, richApi: 93, commandCompleted: 94, closeContainer: 97 } as const;
const UNKNOWN_DISPATCH = 5000;
const CELL_EDIT_MODE = 5004;
const REQUEST_TOO_LARGE = 5103;
const RESPONSE_TOO_LARGE = 5104;
/** Excel on the web takes and gives 5 MB a request. https://learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization */
const MAX_PAYLOAD = 5 * 1024 * 1024;
/** Request flag of `delayForCellEdit`. What asks for it is done at once here, since an edit takes nothing away from it. */
const DELAY_FOR_CELL_EDIT = 64;
/** notifyHost actions by which the keyboard focus leaves the frame. */
const FOCUS_LEAVES: Readonly<Record<number, 1 | -1>> = { 13: 1, 14: -1 };

interface ExecuteMethodData {
  readonly DdaMethod: { readonly DispatchId: number };
  readonly ArrayData?: readonly unknown[];
  readonly DdaSettingsMethod?: { readonly Properties?: readonly (readonly [string, string])[] };
  /** Of a completed ribbon command: its id, a status, a JSON text. Of a file: its type, or its handle. */
  readonly 0?: string | number;
  /** Of a file: the size of a slice. */
  readonly 1?: number;
  /** Of a slice: its handle and number. */
  readonly 2?: number;
  readonly 3?: number;
}

/** Excel's part for one add-in frame over one workbook. */
export function createHost(options: HostOptions): Host {
  const { store, origin, faults = {} } = options;
  const identity = {
    conversationId: crypto.randomUUID(),
    controlId: crypto.randomUUID(),
    origin,
    locale: options.locale ?? "en-US",
    documentName: options.documentName ?? "Workbook.xlsx",
  };
  const sets = declaredSets(options.requirementSets);
  const settings = new Map(Object.entries(options.settings ?? {}));
  const log = new CallLog();
  const commands = new Map<string, () => void>();
  let batches: Promise<unknown> = Promise.resolve();
  let running = 0;
  let confirmConnected: () => void;
  const connected = new Promise<void>((resolve) => (confirmConnected = resolve));

  const conversation = new Conversation({ conversationId: identity.conversationId, origin, post: (message) => options.post(message), invoke });
  const sendMessages = (entries: readonly unknown[]): void => void conversation.fire("richApiMessage", { ArrayData: entries });
  const events = new ObjectEvents(sendMessages);
  const functions = new FunctionHost({ store, metadata: options.metadata, namespace: options.namespace, send: sendMessages, onCall: (name) => log.add("function", name) });
  const pane = new PaneState(events, (shown) => options.onShowPane?.(shown));
  const book = openWorkbook(store, identity.documentName, events, options.onNewWorkbook && ((base64) => options.onNewWorkbook!(base64 === null ? null : newFile(base64))));
  const copies = new DocumentCopies(async () => {
    await idle();
    return (await import("./file")).workbookBytes(book);
  });
  const interpreter = new BatchInterpreter({
    root: hostObject(workbookType, book),
    services: services(pane, functions.service),
    admits: (set) => admits(options.requirementSets, set),
    settle: () => book.settle(),
    onMember: (name, refused) => log.add(refused ? "refused" : "member", name),
  });
  const unsubscribe = store.subscribe(onStoreEvent);

  function onStoreEvent(event: StoreEvent): void {
    switch (event.type) {
      case "edited": {
        book.touched();
        functions.sweep();
        const sheet = store.sheets().find(({ id }) => id === event.sheetId);
        if (sheet) events.dataChanged(sheet, event.area, "user");
        return;
      }
      case "selected":
        events.selectionChanged(event.sheetId, event.area);
        conversation.fire("documentSelectionChanged", {});
        return;
      case "activated":
        events.activated(activeSheet, event.sheetId);
        activeSheet = event.sheetId;
        return;
      case "calculated":
        events.calculated(store.sheets().map(({ id }) => id));
    }
  }
  let activeSheet = store.activeSheetId();

  function invoke(action: string, data: unknown): unknown {
    switch (action) {
      case "ContextActivationManager_getAppContextAsync":
        reload();
        confirmConnected();
        return appContext(identity, sets, settings, pane.shown);
      case "ContextActivationManager_notifyHost": {
        const direction = Array.isArray(data) ? FOCUS_LEAVES[Number(data[1])] : undefined;
        if (direction) options.onFocusLeaves?.(direction);
        return null;
      }
      case "ContextActivationManager_openWindowInHost":
        return null;
      case "executeMethod":
        return execute(data as ExecuteMethodData);
      default:
        throw new Error(`The workbench does not answer ${action}.`);
    }
  }

  /** A page that asks for its context anew has been loaded anew, and remembers nothing. */
  function reload(): void {
    conversation.reset();
    interpreter.reset();
    events.reset();
    functions.runtimeGone();
    copies.reset();
  }

  function execute(data: ExecuteMethodData): unknown {
    switch (data.DdaMethod.DispatchId) {
      case DISPATCH.richApi: {
        const answer = batches.then(() => batch(String(data.ArrayData?.[4]), Number(data.ArrayData?.[6])));
        batches = answer.catch(() => null);
        return answer;
      }
      case DISPATCH.loadSettings:
        return { Version: 1, Error: 0, Properties: { Settings: [...settings].map(([Name, Value]) => ({ Name, Value })) } };
      case DISPATCH.saveSettings:
        settings.clear();
        for (const [name, json] of data.DdaSettingsMethod?.Properties ?? []) settings.set(name, json);
        return { Version: 1, Error: 0 };
      case DISPATCH.openFile:
        return copies.open(data[0], data[1]);
      case DISPATCH.readSlice:
        return copies.slice(data[2], data[3]);
      case DISPATCH.closeFile:
        return copies.close(data[2]);
      case DISPATCH.commandCompleted:
        commands.get(String(data[0]))?.();
        return { Version: 1, Error: 0 };
      case DISPATCH.closeContainer:
        pane.show(false, false);
        return { Version: 1, Error: 0 };
      default:
        log.add("refused", `dispatch ${data.DdaMethod.DispatchId}`);
        return { Version: 1, Error: UNKNOWN_DISPATCH };
    }
  }

  /** Batches run one after another, as in Excel; events they cause leave after their answer. */
  async function batch(body: string, flags: number): Promise<object> {
    running++;
    events.hold();
    try {
      if (faults.latencyMs) await new Promise((resolve) => setTimeout(resolve, faults.latencyMs));
      if (faults.failNext && faults.failNext.count > 0) {
        faults.failNext.count--;
        return { Version: 1, Error: faults.failNext.error };
      }
      if (body.length > MAX_PAYLOAD) return { Version: 1, Error: REQUEST_TOO_LARGE };
      const request = JSON.parse(body) as BatchRequest;
      if (options.isEditing?.() && !(flags & DELAY_FOR_CELL_EDIT) && touchesWorkbook(request)) return { Version: 1, Error: CELL_EDIT_MODE };
      book.touched();
      const response = await interpreter.run(request);
      functions.sweep();
      activeSheet = store.activeSheetId();
      const answer = JSON.stringify(response);
      if (answer.length > MAX_PAYLOAD) return { Version: 1, Error: RESPONSE_TOO_LARGE };
      return { Version: 1, Error: 0, Data: [response.Error?.HttpStatusCode ?? 200, ["Content-Type", "application/json"], answer] };
    } finally {
      running--;
      // The answer is posted in a microtask of its own; events follow in a later task.
      setTimeout(() => events.release(), 0);
    }
  }

  async function idle(): Promise<void> {
    for (;;) {
      await batches;
      await store.settle();
      if (functions.pending > 0) await functions.nextAnswer();
      else if (running === 0) return;
    }
  }

  return {
    receive: (message) => conversation.receive(message),
    frameName: () => frameName(identity),
    connected,
    evaluator: functions,
    connect: (target) => functions.connect(target),
    errorMessage: (sheetId, row, column) => functions.errorMessage(sheetId, row, column),
    pendingFunctions: () => functions.pending,
    idle,
    charts: book.charts,
    conditionalFormats: book.conditionalFormats,
    validations: book.validations,
    sheetViews: book.sheetViews,
    calls: log.entries,
    async invokeCommand(functionName, controlId) {
      const id = crypto.randomUUID();
      await conversation.registered("appCommandInvoked");
      const completed = new Promise<void>((resolve) => commands.set(id, resolve));
      conversation.fire("appCommandInvoked", { 0: id, 1: functionName, 2: JSON.stringify({ source: { id: controlId } }) });
      await completed;
      commands.delete(id);
    },
    setPaneShown: (shown) => pane.show(shown, true),
    settings: () => Object.fromEntries(settings),
    dispose() {
      unsubscribe();
      conversation.reset();
    },
  };
}

/** Answers of functions, and the pane's state, travel in batches too; they go on while a cell is edited. */
function touchesWorkbook({ ObjectPaths }: BatchRequest): boolean {
  return Object.values(ObjectPaths ?? {}).some(({ ObjectPathType }) => ObjectPathType === PATH.global || ObjectPathType === PATH.reference);
}
