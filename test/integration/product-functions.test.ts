// The add-in's own functions on Microsoft's function runtime, over the workbench's host and grid, without a browser.
import functionsJson from "../../src/functions/functions.json";
import { createHeadlessStore } from "../../src/workbench/grid/headless";
import type { UniverStore } from "../../src/workbench/grid/store";
import type { FunctionMetadata } from "../../src/workbench/host";
import { openFrame, type Frame } from "./support/office-frame";

jest.setTimeout(60_000);

const metadata = functionsJson as FunctionMetadata;
let store: UniverStore;
let frame: Frame;

beforeAll(async () => {
  store = createHeadlessStore();
  frame = await openFrame({ store, metadata, namespace: "MINE" });
  store.useFunctions("MINE", functionsJson.functions, frame.host.evaluator);
  frame.host.connect(store);
  Object.assign(globalThis, { CustomFunctions: (frame.window as unknown as { CustomFunctions: unknown }).CustomFunctions });
  await import("../../src/functions");
});
afterAll(() => {
  frame.close();
  store.dispose();
});

async function computed(formulas: string[][]): Promise<unknown[][]> {
  const address = await frame.run(async (context) => {
    const range = context.workbook.worksheets.add().getRange("A1").getAbsoluteResizedRange(formulas.length, formulas[0]?.length ?? 0);
    range.formulas = formulas;
    range.load("address");
    await context.sync();
    return range.address;
  });
  await frame.host.idle();
  return frame.run(async (context) => {
    const [sheet = "", cells = ""] = address.split("!");
    const range = context.workbook.worksheets.getItem(sheet).getRange(cells).load("values");
    await context.sync();
    return range.values as unknown[][];
  });
}

test("MINE functions compute in cells, chained, over ranges, and with native formulas around them", async () => {
  const values = await computed([
    ["=MINE.HASHPRICE(78456.69,127479855693691.4,3.16)", "=A1*2", "=ROUND(MINE.HASHPRICE(78456.69,127479855693691.4,3.16)-A1,9)"],
    ["78456.69", "=MINE.HASHPRICE(A2,127479855693691.4,3.16)=A1", "=SUM(A1:B1)"],
  ]);
  const hashprice = values[0]?.[0] as number;
  expect(hashprice).toBeGreaterThan(30);
  expect(hashprice).toBeLessThan(60);
  expect(values[0]).toEqual([hashprice, expect.closeTo(hashprice * 2, 8), 0]);
  expect(values[1]).toEqual([78456.69, true, expect.closeTo(hashprice * 3, 8)]);
});

test("an unknown machine is #N/A with the nearest names as the cell's note", async () => {
  const [[value] = []] = await computed([['=MINE.ASIC("S21 XQP","efficiency")']]);
  expect(value).toBe("#N/A");
  const sheetId = store.sheets().at(-1)?.id ?? "";
  expect(frame.host.errorMessage(sheetId, 0, 0)).toMatch(/S21/);
});
