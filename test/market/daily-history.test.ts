import fc from "fast-check";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import shipped from "../../src/market/daily-history.json";
import { marketDays } from "../../src/market/daily-history";
import { bitReader, integerCoder } from "../../src/market/packed-integers";
import { FIRST_DAY, packedHistory, type DailyRow } from "../../tools/lib/market-columns";
import { bitWriter } from "../../tools/lib/pack-integers";

const everything = Papa.parse<DailyRow>(readFileSync(join(__dirname, "../../tools/data/market-daily.csv"), "utf8").trimEnd(), { header: true }).data;
const source = everything.filter((row) => row.date_utc >= FIRST_DAY);
const days = marketDays();
const apart = (a: number, b: number): number => Math.abs(a / b - 1);

test("the shipped file is what the tool makes of the source (else: npm run market-data)", () => {
  expect(packedHistory(everything)).toEqual(shipped);
});

test("every day of the source is there, each figure as close as its docstring says", () => {
  expect(days).toHaveLength(source.length);
  const worst = { price: 0, difficulty: 0, fees: 0 };
  source.forEach((row, i) => {
    const day = days[i]!;
    expect(day.date).toBe(row.date_utc);
    worst.difficulty = Math.max(worst.difficulty, apart(day.difficulty, Number(row.difficulty_end_of_day)));
    worst.price = Math.max(worst.price, apart(day.btcPriceUsd, Number(row.price_usd_close)));
    worst.fees = Math.max(worst.fees, apart(day.feesBtcPerBlock, Number(row.fees_btc_per_block)));
  });
  expect(worst.price).toBeLessThan(0.0011);
  expect(worst.difficulty).toBeLessThan(6e-6);
  expect(worst.fees).toBeLessThan(0.055);
});

test("the hashrate is the mean of the source's seven days, the last week ending on the last day", () => {
  for (let end = source.length - 1; end >= 7; end -= 7) {
    const week = source.slice(end - 6, end + 1).map((row) => Number(row.hashrate_est_hs) / 1e18);
    expect(apart(days[end]!.hashrateEhs, week.reduce((a, b) => a + b) / 7)).toBeLessThan(0.005);
    expect(days[end - 6]!.hashrateEhs).toBe(days[end]!.hashrateEhs);
  }
});

test("integers come out of the packed text as they went in", () => {
  const columns = fc.array(fc.array(fc.oneof(fc.integer({ min: -5, max: 5 }), fc.integer({ min: -(2 ** 29), max: 2 ** 29 })), { maxLength: 200 }), { maxLength: 4 });
  fc.assert(fc.property(columns, (values) => {
    const writer = bitWriter();
    for (const column of values) column.forEach((value) => integerCoder(writer.code)(value));
    const code = bitReader(writer.packed());
    expect(values.map((column) => column.map(() => integerCoder(code)() + 0))).toEqual(values.map((column) => column.map((value) => value + 0)));
    const learning = bitWriter();
    for (const column of values) { const put = integerCoder(learning.code); column.forEach((value) => put(value)); }
    const reading = bitReader(learning.packed());
    expect(values.map((column) => { const get = integerCoder(reading); return column.map(() => get() + 0); })).toEqual(values.map((column) => column.map((value) => value + 0)));
  }));
});
