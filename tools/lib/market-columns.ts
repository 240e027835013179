import { codeDailyColumns, impliedHashrateEhs, weekOf, type DailyColumns, type DailyCounts } from "../../src/market/daily-history";
import { excelSerial } from "../../src/units/dates";
import { bitWriter } from "./pack-integers";

const HASHES_PER_EH = 1e18;

/** A row of tools/data/market-daily.csv. */
export type DailyRow = Readonly<Record<"date_utc" | "price_usd_close" | "difficulty_end_of_day" | "hashrate_est_hs" | "fees_btc_per_block", string>>;

/** The content of src/market/daily-history.json, made from the daily source. */
export function packedHistory(rows: readonly DailyRow[]): DailyCounts & { readonly firstDay: string; readonly packed: string } {
  const firstDay = rows[0]!.date_utc;
  rows.forEach((row, i) => {
    if (excelSerial(row.date_utc) !== excelSerial(firstDay) + i) throw new Error(`${row.date_utc} does not follow the day before it.`);
  });
  const since = (column: keyof DailyRow): number => {
    const first = rows.findIndex((row) => row[column] !== "");
    if (rows.slice(first).some((row) => !(Number(row[column]) > 0))) throw new Error(`${column} has a gap after its first day.`);
    return first;
  };
  const [firstPrice, firstFees] = [since("price_usd_close"), since("fees_btc_per_block")];
  const difficulty = rows.map((row) => Number(row.difficulty_end_of_day));
  const difficulties = difficulty.flatMap((value, day) => (value === difficulty[day - 1] ? [] : [[day, value] as const]));
  const weeks = new Map<number, number[]>();
  rows.forEach((_, day) => weeks.set(weekOf(rows.length, day), [...(weeks.get(weekOf(rows.length, day)) ?? []), day]));
  const columns: DailyColumns = {
    difficulties,
    prices: rows.slice(firstPrice).map((row) => Number(row.price_usd_close)),
    fees: rows.slice(firstFees).map((row) => Number(row.fees_btc_per_block)),
    paces: Array.from({ length: weeks.size }, (_, week) => {
      const days = weeks.get(week)!;
      const hashrate = days.reduce((sum, day) => sum + Number(rows[day]!.hashrate_est_hs), 0) / days.length / HASHES_PER_EH;
      return hashrate / impliedHashrateEhs(days.map((day) => difficulty[day]!));
    }),
  };
  const counts: DailyCounts = { days: rows.length, adjustments: difficulties.length, firstPrice, firstFees };
  const writer = bitWriter();
  codeDailyColumns(writer.code, counts, columns);
  return { firstDay, ...counts, packed: writer.packed() };
}
