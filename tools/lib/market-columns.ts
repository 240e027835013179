import { codeDailyColumns, impliedHashrateEhs, weekOf, type DailyColumns, type DailyCounts } from "../../src/market/daily-history";
import { excelSerial } from "../../src/units/dates";
import { bitWriter } from "./pack-integers";

const HASHES_PER_EH = 1e18;

/** A row of tools/data/market-daily.csv. */
export type DailyRow = Readonly<Record<"date_utc" | "price_usd_close" | "difficulty_end_of_day" | "hashrate_est_hs" | "fees_btc_per_block", string>>;

/** The history begins here: functions.js carries it to every workbook, and no decision of today rests on older days. */
export const FIRST_DAY = "2016-01-01";

/** The content of src/market/daily-history.json, made from the daily source. */
export function packedHistory(source: readonly DailyRow[]): DailyCounts & { readonly firstDay: string; readonly packed: string } {
  const rows = source.filter((row) => row.date_utc >= FIRST_DAY);
  const firstDay = rows[0]!.date_utc;
  rows.forEach((row, i) => {
    if (excelSerial(row.date_utc) !== excelSerial(firstDay) + i) throw new Error(`${row.date_utc} does not follow the day before it.`);
  });
  for (const column of ["price_usd_close", "fees_btc_per_block"] as const) {
    if (rows.some((row) => !(Number(row[column]) > 0))) throw new Error(`${column} has a gap.`);
  }
  const difficulty = rows.map((row) => Number(row.difficulty_end_of_day));
  const difficulties = difficulty.flatMap((value, day) => (value === difficulty[day - 1] ? [] : [[day, value] as const]));
  const weeks = new Map<number, number[]>();
  rows.forEach((_, day) => weeks.set(weekOf(rows.length, day), [...(weeks.get(weekOf(rows.length, day)) ?? []), day]));
  const columns: DailyColumns = {
    difficulties,
    prices: rows.map((row) => Number(row.price_usd_close)),
    fees: rows.map((row) => Number(row.fees_btc_per_block)),
    paces: Array.from({ length: weeks.size }, (_, week) => {
      const days = weeks.get(week)!;
      const hashrate = days.reduce((sum, day) => sum + Number(rows[day]!.hashrate_est_hs), 0) / days.length / HASHES_PER_EH;
      return hashrate / impliedHashrateEhs(days.map((day) => difficulty[day]!));
    }),
  };
  const counts: DailyCounts = { days: rows.length, adjustments: difficulties.length };
  const writer = bitWriter();
  codeDailyColumns(writer.code, counts, columns);
  return { firstDay, ...counts, packed: writer.packed() };
}
