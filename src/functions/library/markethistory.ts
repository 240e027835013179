import type { MarketDay } from "../../market/daily-history";
import { excelSerial } from "../../units/dates";
import { InputError, NotAvailableError } from "../../units/errors";
import { headers } from "../arguments";
import { defineFunction } from "../definition";
import { daysBetween, historyEnd, MARKET_FIELDS, meanFigure, outside, type MarketField } from "../market-figures";

const COLUMNS = ["BTC price ($)", "Difficulty", "Hashrate (EH/s)", "Fees (BTC/block)", "Hashprice ($/PH/day)"] as const;
const FIELDS = Object.keys(MARKET_FIELDS) as MarketField[];

export default defineFunction({
  id: "MARKETHISTORY",
  category: "Data and units",
  summary: "The market by day or month as a table, from the history that comes with the add-in.",
  arguments: [
    { kind: "date", name: "from", help: "First day, or first month as a text such as \"2025-01\"." },
    { kind: "date", name: "to", help: "Last day or month." },
    { kind: "choice", name: "interval", choices: { month: "a row per month: means of its days, named as MARKET takes it", day: "a row per day, named by an Excel date" }, default: "month", help: "Length of time of a row." },
    headers,
  ],
  result: { kind: "table", unit: `Month or Day with the last day of the data, ${COLUMNS.join(", ")}` },
  formula: "MARKET of each field for each row",
  source: "as MARKET",
  errors: ["#N/A where the history does not reach from the first to the last date, with its own first and last day"],
  compute: (x) => {
    if (x.from.slice(0, x.to.length) > x.to.slice(0, x.from.length)) throw new InputError(`from is ${x.from}, which is after to, ${x.to}.`);
    const monthly = x.interval === "month";
    const [from, to] = monthly ? [x.from.slice(0, 7), x.to.slice(0, 7)] : [x.from, x.to];
    const days = daysBetween(from, to);
    for (const [date, end] of [[from, days[0]], [to, days.at(-1)]] as const) if (!end?.date.startsWith(date)) throw new NotAvailableError(outside(date));
    const parts = new Map<string, MarketDay[]>();
    for (const day of days) {
      const name = monthly ? day.date.slice(0, 7) : day.date;
      const part = parts.get(name);
      if (part) part.push(day);
      else parts.set(name, [day]);
    }
    const rows = [...parts].map(([name, part]) => [
      monthly ? name : excelSerial(name),
      ...FIELDS.map((field) => meanFigure(field, part)),
    ]);
    return x.headers ? [[`${monthly ? "Month" : "Day"} (data to ${historyEnd()})`, ...COLUMNS], ...rows] : rows;
  },
  examples: [
    {
      args: ["2025-01", "2025-02", "month", false],
      result: [["2025-01", 99995, 109835709677419.36, 787.0419354838707, 0.04663548387096775, 58.09110261213842], ["2025-02", 95178, 111663785714285.72, 816.5749999999997, 0.0433892857142857, 54.34728522960371]],
      tolerance: 1e-9,
      source: "the history that comes with the add-in: means over the days of each month",
    },
  ],
});
