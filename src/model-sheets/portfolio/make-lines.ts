import { FORMATS } from "../looks";
import type { SeriesLine, StampedLine, ValueLine } from "../lines";
import type { BookLine } from "./book-line";

// What the calculating sheets are made of.

/** One figure. */
export function value(key: string, label: string, unit: string, formula: string, format?: string, look: ValueLine["look"] = "calculation"): ValueLine {
  return { kind: "value", key, label, unit, formula, look, format };
}

/** A figure of another sheet under a key and a label of its own. */
export function linked(key: string, label: string, unit: string, of: string, format?: string): ValueLine {
  return value(key, label, unit, `=[$${of}]`, format, "link");
}

export function flag(key: string, label: string, formula: string): ValueLine {
  return value(key, `${label} (1 = yes)`, "flag", formula, FORMATS.flag);
}

/** One formula for the whole timeline. */
export function series(key: string, label: string, unit: string, formula: string, format: string, more: Pick<SeriesLine, "total" | "totalFormat" | "look"> = {}): SeriesLine {
  return { kind: "series", key, label, unit, formula, format, ...more };
}

export function flags(key: string, label: string, formula: string): SeriesLine {
  return series(key, `${label} (1 = yes)`, "flag", formula, FORMATS.flag, { total: "sum" });
}

/** Dollars by month with their sum. */
export function dollars(key: string, label: string, formula: string): SeriesLine {
  return series(key, label, "$", formula, FORMATS.usd, { total: "sum" });
}

/** Something counted by month, with its sum. */
export function amounts(key: string, label: string, unit: string, formula: string, format: string = FORMATS.usd): SeriesLine {
  return series(key, label, unit, formula, format, { total: "sum" });
}

/** Computed when the workbook was built. @param values by month from index 1, the start before them */
export function stamped(key: string, label: string, unit: string, format: string, values: readonly number[]): StampedLine {
  return { kind: "stamped", key, label, unit, format, values };
}

export function heading(text: string): BookLine[] {
  return [{ kind: "gap" }, { kind: "heading", text }];
}

export function remark(text: string): BookLine {
  return { kind: "text", text, look: "remark" };
}

/** The sum of lines of this sheet that need not stand together; "0" of none. */
export function plus(names: readonly string[]): string {
  return names.length === 0 ? "0" : names.join("+");
}
