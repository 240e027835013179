import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { marketMonths } from "../../src/market/market";
import { subsidyOnDayBtc } from "../../src/economics/halving-history";
import { excelSerial } from "../../src/units/dates";
import { mine } from "./support";

const market = mine("MARKET");
const history = mine("MARKETHISTORY");
const error = (code: string, message: RegExp): unknown => expect.objectContaining({ code, message: expect.stringMatching(message) as unknown });
const source = Papa.parse<Record<string, string>>(readFileSync(join(__dirname, "../../tools/data/market-daily.csv"), "utf8").trimEnd(), { header: true }).data;
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

describe("MARKET", () => {
  test("a day is found by Excel date, by time of day and by text", () => {
    const price = market("price", "2026-08-21");
    expect(price).toBeGreaterThan(78378);
    expect(price).toBeLessThan(78536);
    for (const date of [excelSerial("2026-08-21"), excelSerial("2026-08-21") + 0.75]) expect(market("Price", date)).toBe(price);
    expect(market("fees", [["2026-08-20"], ["2026-08-21"]])).toEqual([[market("fees", "2026-08-20")], [market("fees", "2026-08-21")]]);
  });

  test("its hashprice is HASHPRICE of its own price, difficulty and reward", () => {
    const reward = mine("BLOCKREWARD")(957000, market("fees", "2026-07-25")) as number;
    expect(market("hashprice", "2026-07-25")).toBeCloseTo(mine("HASHPRICE")(market("price", "2026-07-25"), market("difficulty", "2026-07-25"), reward) as number, 10);
  });

  test("the daily hashprice is the source's, but for the day's mean price that the source takes instead of the last", () => {
    const compared = source.filter((row) => row.date_utc! >= "2016-01-01").map((row) => {
      const ours = market("hashprice", row.date_utc) as number;
      return { year: Number(row.date_utc!.slice(0, 4)), apart: Math.abs(ours / (Number(row.hashprice_usd_per_th_day) * 1000) - 1) };
    });
    expect(compared).toHaveLength(3886);
    expect(median(compared.map((each) => each.apart))).toBeLessThan(0.01);
    expect(median(compared.filter((each) => each.year >= 2023).map((each) => each.apart))).toBeLessThan(0.008);
    expect(compared.filter((each) => each.apart > 0.1).length / compared.length).toBeLessThan(0.01);
  });

  test("a month is the mean of its days, as the monthly source has it", () => {
    const apart = { price: [] as number[], hashrate: [] as number[], fees: [] as number[], hashprice: [] as number[] };
    for (const month of marketMonths()) {
      const check = (field: keyof typeof apart, published: number | undefined): void => void (published && month.month >= "2016-01" && apart[field].push(Math.abs((market(field, month.month) as number) / published - 1)));
      check("price", month.btcPriceAverageUsd);
      check("hashrate", month.hashrateAverageEhs);
      check("fees", month.feesBtcPerBlock);
      check("hashprice", month.hashpriceAverageUsdPhDay);
    }
    expect(Object.values(apart).map((values) => values.length)).toEqual([128, 128, 128, 128]);
    // The source weighs each day by its blocks, which shows where fees jump from day to day.
    const allowed = { price: [0.0005, 0.002], hashrate: [0.005, 0.02], fees: [0.015, 0.12], hashprice: [0.005, 0.04] } as const;
    for (const field of ["price", "hashrate", "fees", "hashprice"] as const) expect([field, median(apart[field]) < allowed[field][0], Math.max(...apart[field]) < allowed[field][1]]).toEqual([field, true, true]);
  });

  test.each([
    ["price", "2015-12-31", /^The history goes from 2016-01-01 to 2026-08-21; it has nothing for 2015-12-31\.$/],
    ["fees", "2015-12", /^The history goes from 2016-01-01 to 2026-08-21; it has nothing for 2015-12\.$/],
    ["hashrate", "1980-01", /goes from 2016-01-01/],
    ["difficulty", "2026-08-22", /nothing for 2026-08-22/],
    ["hashprice", "2027-01", /nothing for 2027-01/],
  ])("outside the data, %s on %s is #N/A with the first and last day", (field, date, message) => expect(market(field, date)).toEqual(error("#N/A", message)));

  test("the date is required and must exist", () => {
    expect(market("price")).toEqual(error("#VALUE!", /^date is missing/));
    expect(market("price", "2026-02-30")).toEqual(error("#VALUE!", /^2026-02-30 is no day of the calendar/));
    expect(market("price", "yesterday")).toEqual(error("#VALUE!", /give a date/));
  });
});

describe("MARKETHISTORY", () => {
  test("has a row per month with MARKET's figures, and its vintage in the head", () => {
    const table = history("2025-11", "2026-08-03") as unknown[][];
    expect(table[0]).toEqual(["Month (data to 2026-08-21)", "BTC price ($)", "Difficulty", "Hashrate (EH/s)", "Fees (BTC/block)", "Hashprice ($/PH/day)"]);
    expect(table.slice(1).map((row) => row[0])).toEqual(["2025-11", "2025-12", "2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06", "2026-07", "2026-08"]);
    for (const [month, ...figures] of table.slice(1)) expect(figures).toEqual(["price", "difficulty", "hashrate", "fees", "hashprice"].map((field) => market(field, month)));
  });

  test("has a row per day with Excel dates, also over leap days and halvings", () => {
    const table = history("2024-02", excelSerial("2024-04-21"), "day", false) as number[][];
    expect(table.map((row) => row[0])).toEqual(Array.from({ length: 81 }, (_, i) => excelSerial("2024-02-01") + i));
    expect(table[80]!.slice(1)).toEqual(["price", "difficulty", "hashrate", "fees", "hashprice"].map((field) => market(field, "2024-04-21")));
  });

  test("the whole history comes in one call", () => {
    const table = history("2016-01-01", "2026-08-21", "day", false) as unknown[][];
    expect(table).toHaveLength(3886);
    expect(table.flat().every((cell) => typeof cell === "number" && cell > 0)).toBe(true);
  });

  test("dates outside the data and in the wrong order are refused", () => {
    expect(history("2015-12", "2016-03")).toEqual(error("#N/A", /^The history goes from 2016-01-01 to 2026-08-21; it has nothing for 2015-12\.$/));
    expect(history("2026-07", "2026-09")).toEqual(error("#N/A", /for 2026-09/));
    expect(history("2030-01", "2031-01")).toEqual(error("#N/A", /for 2030-01/));
    expect(history("2026-08-21", "2026-07")).toEqual(error("#VALUE!", /^from is 2026-08-21, which is after to, 2026-07/));
  });
});

test("the subsidy of a past day is the source's, but for the four days of halvings, where it lies between", () => {
  const halvings = ["2012-11-28", "2016-07-09", "2020-05-11", "2024-04-20"];
  const rows = source.filter((each) => each.subsidy_btc !== "");
  const apart = rows.map((row) => Math.abs((subsidyOnDayBtc(row.date_utc!) * Number(row.blocks)) / Number(row.subsidy_btc) - 1));
  rows.forEach((row, i) => {
    if (halvings.includes(row.date_utc!)) expect(apart[i]).toBeLessThan(0.08);
    else expect(apart[i]).toBeLessThan(0.007);
  });
  // On seven other days a miner claimed less than its due.
  expect(rows.filter((row, i) => apart[i]! > 1e-4 && !halvings.includes(row.date_utc!))).toHaveLength(7);
});
