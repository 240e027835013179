import { FORMATS } from "../looks";
import type { SeriesLine, ValueLine } from "../lines";

// What the sheets of the company and of its second routes are made of.

/** One figure. */
export function value(key: string, label: string, unit: string, formula: string, format?: string): ValueLine {
  return { kind: "value", key, label, unit, formula, look: "calculation", format };
}

/** A line of the timeline. */
export function series(key: string, label: string, unit: string, formula: string, format: string, more: Pick<SeriesLine, "look" | "total" | "totalFormat"> = {}): SeriesLine {
  return { kind: "series", key, label, unit, formula, format, ...more };
}

/** A line of dollars with their sum. */
export function dollars(key: string, label: string, formula: string): SeriesLine {
  return series(key, label, "$", formula, FORMATS.usd, { total: "sum" });
}

/** A balance: what the last month left, or `first` at the start. */
export function opening(close: string, first: string): string {
  return `=IF([coRuns]=1,[${close}-1],${first})`;
}

/** The sum of the lines `prefix`1`suffix`, `prefix`2`suffix` … of this sheet, which stand below each other. */
export function sumOf(count: number, key: (n: number) => string): string {
  return count === 0 ? "=0" : count === 1 ? `=[${key(1)}]` : `=SUM([${key(1)}:${key(count)}])`;
}
