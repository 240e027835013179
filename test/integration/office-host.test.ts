// Microsoft's own office.js, in jsdom, against the workbench host. The grid is a test double.
import { MemoryStore } from "../workbench/host/support/memory-store";
import { openFrame, type Frame } from "./support/office-frame";

let store: MemoryStore;
let frame: Frame;

beforeEach(async () => {
  store = new MemoryStore();
  frame = await openFrame({ store });
});
afterEach(() => frame.close());

test("onReady reports Excel on the web; the declared sets reach the library", () => {
  expect(frame.info).toMatchObject({ host: "Excel", platform: "OfficeOnline" });
  const { requirements } = frame.window.Office.context;
  expect(["1.1", "1.10", "1.12", "1.13"].map((version) => requirements.isSetSupported("ExcelApi", version))).toEqual([true, true, true, false]);
  expect(frame.pageErrors).toEqual([]);
});
