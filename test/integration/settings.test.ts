// Settings kept in the workbook, and what the add-in can tell of its host, through Microsoft's office.js.
import { hostInfo, readSetting, saveSetting, WriteError } from "../../src/excel";
import { associatedFunctions } from "../../src/functions/associated";
import { functionsJson } from "../../src/functions/metadata";
import { createHeadlessStore } from "../../src/workbench/grid/headless";
import type { UniverStore } from "../../src/workbench/grid/store";
import type { FunctionMetadata } from "../../src/workbench/host";
import { openFrame, type Frame } from "./support/office-frame";

jest.setTimeout(120_000);

let store: UniverStore;
let frame: Frame;
const faults: { failNext?: { count: number; error: number } } = {};

beforeAll(async () => {
  store = createHeadlessStore("Plan");
  frame = await openFrame({ store, metadata: functionsJson({ helpBaseUrl: "https://localhost/help/" }) as FunctionMetadata, namespace: "MINE", faults });
  frame.host.connect(store);
  const { Excel, Office, CustomFunctions } = frame.window as unknown as Record<string, unknown>;
  Object.assign(globalThis, { Excel, Office, CustomFunctions });
});
afterAll(() => {
  frame.close();
  store.dispose();
});

test("a setting is kept, changed and taken away", async () => {
  expect(await readSetting("Hashplan.settings")).toBeUndefined();
  await saveSetting("Hashplan.settings", { powerUnit: "$/MWh" });
  expect(await readSetting("Hashplan.settings")).toEqual({ powerUnit: "$/MWh" });
  await saveSetting("Hashplan.settings", { powerUnit: "$/kWh" });
  expect(await readSetting("Hashplan.settings")).toEqual({ powerUnit: "$/kWh" });
  await saveSetting("Hashplan.settings", undefined);
  await saveSetting("Hashplan.settings", undefined);
  expect(await readSetting("Hashplan.settings")).toBeUndefined();
});

test("what is no JSON counts as no setting", async () => {
  await frame.run(async (context) => {
    context.workbook.settings.add("Hashplan.broken", "{");
    await context.sync();
  });
  expect(await readSetting("Hashplan.broken")).toBeUndefined();
});

test("a refusal comes as sentences", async () => {
  faults.failNext = { count: 1, error: 5001 };
  await expect(saveSetting("Hashplan.settings", 1)).rejects.toThrow(WriteError);
});

test("the host tells its name, platform and requirement sets", () => {
  const info = hostInfo()!;
  expect(info.host).toBe("Excel");
  expect(info.platform).not.toBe("");
  expect(info.requirementSets).toContainEqual({ name: "ExcelApi", needed: "1.12", version: "1.12" });
  expect(info.requirementSets).toContainEqual({ name: "SharedRuntime", needed: "1.1", version: "1.1" });
});

test("functions count once they are associated", async () => {
  const before = associatedFunctions();
  expect(before).toEqual({ declared: before.declared, associated: 0 });
  await import("../../src/functions");
  const { declared, associated } = associatedFunctions();
  expect(associated).toBe(declared);
  expect(declared).toBeGreaterThan(50);
});

test("outside Office there is nothing to tell", () => {
  const { Office, CustomFunctions } = globalThis as unknown as Record<string, unknown>;
  Object.assign(globalThis, { Office: undefined, CustomFunctions: undefined });
  expect(hostInfo()).toBeUndefined();
  expect(associatedFunctions().associated).toBeUndefined();
  Object.assign(globalThis, { Office, CustomFunctions });
});
