import type { ByMonth } from "../../planning/portfolio";
import type { Check } from "./checks-row";

const KIND = "Planner, as of build";

/** One figure of the workbook against the planner's. */
export function planned(label: string, unit: string, format: string, key: Check["key"], planner: number | string | undefined, within: Check["within"] = unit === "$" ? "dollars" : "share"): Check {
  return { kind: KIND, label, unit, format, key, other: { planner }, within };
}

/** One text of the workbook against the planner's. */
export function plannedText(label: string, key: Check["key"], planner: string): Check {
  return { kind: KIND, label, unit: "text", key, other: { planner }, within: "share" };
}

export function sum(row: ByMonth): number {
  return row.reduce((all, each) => all + each, 0);
}
