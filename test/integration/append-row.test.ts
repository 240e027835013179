// Rows added to a table through Microsoft's office.js, beside the sheet that first holds it.
import { appendRow, readTables, writeWorkbook } from "../../src/excel";
import { MARKET_HISTORY_TABLE, marketHistoryRow, marketHistoryWorkbook, type MarketFigures } from "../../src/model-sheets/market-history-sheet";
import { createHeadlessStore } from "../../src/workbench/grid/headless";
import type { UniverStore } from "../../src/workbench/grid/store";
import { openFrame, type Frame } from "./support/office-frame";

jest.setTimeout(60_000);

const FIGURES: MarketFigures = { date: 46_264, time: "2026-08-30T14:05:00.000Z", btcPriceUsd: 81_234, difficulty: 129_700_000_000_000.5, feesBtcPerBlock: 0.032, hashrateEhs: 951, height: 964_836, source: "mempool.space" };

let store: UniverStore;
let frame: Frame;
beforeEach(async () => {
  store = createHeadlessStore("Market history");
  frame = await openFrame({ store });
  (globalThis as { Excel?: unknown }).Excel = { run: (work: (context: Excel.RequestContext) => Promise<unknown>) => frame.run(work) };
});
afterEach(() => {
  frame.close();
  store.dispose();
  delete (globalThis as { Excel?: unknown }).Excel;
});

const begin = (): Promise<unknown> => writeWorkbook((taken) => marketHistoryWorkbook(FIGURES, taken));

test("without the table nothing happens", async () => {
  expect(await appendRow(MARKET_HISTORY_TABLE, marketHistoryRow(FIGURES))).toBe(false);
  expect(store.sheets()).toHaveLength(1);
});

test("the first row comes with a sheet of its own, the others below it, looking the same", async () => {
  await begin();
  expect(await appendRow("markethistory", marketHistoryRow({ ...FIGURES, date: 46_265, source: "=HYPERLINK(\"x\")" }))).toBe(true);
  const { tables, sheetNames } = await readTables([MARKET_HISTORY_TABLE]);
  expect(sheetNames).toEqual(["Market history", "Market history 2"]);
  expect(tables[0]).toEqual({
    name: MARKET_HISTORY_TABLE,
    headers: ["Date", "BTC price ($)", "Difficulty", "Fees (BTC/block)", "Height", "Hashrate (EH/s)", "Source", "Time"],
    rows: [
      [46_264, 81_234, 129_700_000_000_000.5, 0.032, 964_836, 951, "mempool.space", FIGURES.time],
      [46_265, 81_234, 129_700_000_000_000.5, 0.032, 964_836, 951, "=HYPERLINK(\"x\")", FIGURES.time],
    ],
  });
  const cells = await frame.run(async (context) => {
    const dates = context.workbook.worksheets.getItem("Market history 2").getRange("A5:A6").load("text");
    const added = context.workbook.tables.getItem(MARKET_HISTORY_TABLE).rows.load("count");
    await context.sync();
    return [dates.text.flat(), added.count];
  });
  expect(cells).toEqual([["2026-08-30", "2026-08-31"], 2]);
});

test("columns that people added stay empty, columns that they renamed are named", async () => {
  await begin();
  await frame.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Market history 2");
    sheet.getRange("H4").values = [["Note"]];
    await context.sync();
  });
  const { Time: _, ...withoutTime } = marketHistoryRow(FIGURES);
  expect(await appendRow(MARKET_HISTORY_TABLE, withoutTime)).toBe(true);
  expect((await readTables([MARKET_HISTORY_TABLE])).tables[0]!.rows[1]!.at(-1)).toBeNull();
  await expect(appendRow(MARKET_HISTORY_TABLE, marketHistoryRow(FIGURES))).rejects.toMatchObject({ whatHappened: "The table MarketHistory has no column Time any more." });
});

test("where Excel refuses, the sentence says so and the table is as it was", async () => {
  await begin();
  await frame.run(async (context) => {
    context.workbook.worksheets.getItem("Market history 2").getRange("C6").values = [["in the way"]];
    await context.sync();
  });
  await expect(appendRow(MARKET_HISTORY_TABLE, marketHistoryRow(FIGURES))).rejects.toMatchObject({ name: "WriteError", whatHappened: expect.stringContaining("lacks a function") as string });
  expect((await readTables([MARKET_HISTORY_TABLE])).tables[0]!.rows).toHaveLength(1);
});
