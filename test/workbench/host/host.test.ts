// The host's side of the conversation, without office.js.
import { createHost, type HostOptions } from "../../../src/workbench/host";
import { admits, declaredSets } from "../../../src/workbench/host/app-context";
import { MemoryStore } from "./support/memory-store";

interface Message {
  _actionName: string;
  _correlationId: number;
  _data: unknown;
  _errorCode: number;
  _responseType: number;
}

function open(options: Partial<HostOptions> = {}) {
  const posted: Message[] = [];
  const host = createHost({
    store: new MemoryStore(),
    metadata: { functions: [] },
    namespace: "TEST",
    requirementSets: { ExcelApi: "1.12" },
    origin: "https://localhost",
    post: (text) => posted.push(JSON.parse(text) as Message),
    ...options,
  });
  const { xdmInfo } = JSON.parse(host.frameName()) as { xdmInfo: string };
  const [conversationId = ""] = xdmInfo.split("|");
  const send = (action: string, data: unknown, more: object = {}) =>
    host.receive(JSON.stringify({ _messageType: 0, _actionName: action, _actionType: 0, _conversationId: conversationId, _correlationId: 7, _data: data, ...more }));
  return { host, posted, send };
}

const nextTask = () => new Promise((resolve) => setTimeout(resolve, 5));

test("the frame's name carries the channel and the origin", () => {
  const { host } = open();
  const name = JSON.parse(host.frameName()) as { hostInfo: string; xdmInfo: string };
  expect(name.hostInfo).toMatch(/^Excel\$Web\$16\.01\$en-US\$.+\$\$disableLogging\$3$/);
  expect(name.xdmInfo).toMatch(/^[0-9a-f-]{36}\|[0-9a-f-]{36}\|https:\/\/localhost$/);
});

test("the application context has what office.js requires, versions as text", async () => {
  const { host, posted, send } = open({ settings: { pane: '"sites"' } });
  send("ContextActivationManager_getAppContextAsync", "control");
  await host.connected;
  await nextTask();
  const context = posted[0]?._data as Record<string, unknown>;
  for (const field of ["_id", "_appName", "_appVersion", "_appUILocale", "_dataLocale", "_docUrl", "_clientMode", "_settings", "_reason"]) expect(context).toHaveProperty(field);
  expect(context._settings).toEqual([["pane", '"sites"']]);
  expect(JSON.parse(String(context._requirementMatrix))).toMatchObject({ ExcelApi: "1.12", CustomFunctions: "1.9" });
});

test("messages of other conversations and texts that are no messages go unanswered", async () => {
  const { host, posted, send } = open();
  send("ContextActivationManager_getAppContextAsync", "control", { _conversationId: "somebody-else" });
  send("ContextActivationManager_getAppContextAsync", "control", { _messageType: 1 });
  for (const text of ["", "null", "not json", "[]", "7"]) host.receive(text);
  await nextTask();
  expect(posted).toEqual([]);
});

test("every call is answered: unknown methods with an error code, unknown actions with a fault", async () => {
  const { posted, send } = open();
  send("executeMethod", { DdaMethod: { DispatchId: 12345 } });
  send("somethingElse", {});
  send("ContextActivationManager_notifyHost", ["control", 23]);
  send("executeMethod", { DdaMethod: { DispatchId: 93 }, ArrayData: ["", "POST", "ProcessQuery", [], "{broken"] });
  await nextTask();
  const answers = posted.map(({ _data, _errorCode }) => [_errorCode, _data]);
  expect(answers).toContainEqual([0, { Version: 1, Error: 5000 }]);
  expect(answers).toContainEqual([-2, "The workbench does not answer somethingElse."]);
  expect(answers).toContainEqual([0, null]);
  expect(answers).toHaveLength(4);
});

test("a batch after a broken one is still answered", async () => {
  const { host, posted, send } = open();
  send("executeMethod", { DdaMethod: { DispatchId: 93 }, ArrayData: ["", "POST", "ProcessQuery", [], "{broken"] });
  send("executeMethod", { DdaMethod: { DispatchId: 93 }, ArrayData: ["", "POST", "ProcessQuery", [], JSON.stringify({ Actions: [{ Id: 1, ActionType: 1, ObjectPathId: 1 }], ObjectPaths: { 1: { ObjectPathType: 1 } } })] });
  await host.idle();
  await nextTask();
  expect(posted.map(({ _errorCode }) => _errorCode)).toEqual([-2, 0]);
});

test("Tab out of the frame is handed on", () => {
  const directions: number[] = [];
  const { send } = open({ onFocusLeaves: (direction) => directions.push(direction) });
  send("ContextActivationManager_notifyHost", ["control", 13]);
  send("ContextActivationManager_notifyHost", ["control", 14]);
  send("ContextActivationManager_notifyHost", ["control", 0]);
  expect(directions).toEqual([1, -1]);
});

test("latency delays a batch; batches keep their order", async () => {
  const faults = { latencyMs: 30 };
  const { host, posted, send } = open({ faults });
  const batch = (Id: number) => ["", "POST", "ProcessQuery", [], JSON.stringify({ Actions: [{ Id, ActionType: 5, ObjectPathId: 0 }], ObjectPaths: {} })];
  const began = Date.now();
  send("executeMethod", { DdaMethod: { DispatchId: 93 }, ArrayData: batch(1) }, { _correlationId: 1 });
  faults.latencyMs = 30;
  send("executeMethod", { DdaMethod: { DispatchId: 93 }, ArrayData: batch(2) }, { _correlationId: 2 });
  await host.idle();
  await nextTask();
  expect(posted.map(({ _correlationId }) => _correlationId)).toEqual([1, 2]);
  expect(Date.now() - began).toBeGreaterThanOrEqual(55);
});

test("versions compare as numbers, part by part", () => {
  const sets = { ExcelApi: "1.12", SharedRuntime: "1.1" };
  expect(["ExcelApi 1.2", "ExcelApi 1.12", "ExcelApi 1.13", "ExcelApi 2.0", "ExcelApiOnline 1.1", "SharedRuntime 1.1"].map((set) => admits(sets, set))).toEqual([true, true, false, false, false, true]);
  expect(declaredSets({ ExcelApi: "1.12", CustomFunctions: "1.1" })).toMatchObject({ ExcelApi: "1.12", CustomFunctions: "1.9" });
});

test("a page that is loaded anew is asked again for what it had not answered", async () => {
  const store = new MemoryStore();
  const { host, posted, send } = open({ store, metadata: { functions: [{ id: "F", name: "F", parameters: [] }] } });
  store.useFunctions(host.evaluator);
  host.connect(store);
  const service = (method: string, args: unknown[] = []) =>
    send("executeMethod", {
      DdaMethod: { DispatchId: 93 },
      ArrayData: ["", "POST", "ProcessQuery", [], JSON.stringify({ Actions: [{ Id: 1, ActionType: 3, Name: method, ObjectPathId: 1, ArgumentInfo: { Arguments: args } }], ObjectPaths: { 1: { ObjectPathType: 2, Name: "Microsoft.ExcelServices.CustomFunctions" } } })],
    });
  const load = async () => {
    send("ContextActivationManager_getAppContextAsync", "control");
    send("richApiMessage", { eventDispId: 0 }, { _actionType: 1 });
    service("_SetOsfControlContainerReadyForCustomFunctions");
    await nextTask();
  };
  const invoked = () => posted.filter(({ _actionName, _responseType }) => _actionName === "richApiMessage" && _responseType === 1).length;
  await load();
  store.type("A1", "=TEST.F()");
  await nextTask();
  expect([invoked(), host.pendingFunctions()]).toEqual([1, 1]);
  await load();
  expect([invoked(), host.pendingFunctions()]).toEqual([2, 1]);
  service("SetInvocationArrayResults", [[[1, true, 42]]]);
  await host.idle();
  expect(store.value("A1")).toBe(42);
});
