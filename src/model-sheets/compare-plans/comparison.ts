import type { TableValue } from "../../planning/portfolio";

// What differs between two workbooks of plans, as data.

/** Numbers that differ by less than this share of them are the same: programs write them with 15 to 17 digits. */
const CLOSE_ENOUGH = 1e-9;

export function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= CLOSE_ENOUGH * Math.max(Math.abs(a), Math.abs(b));
}

/** What a cell held; undefined where there was no such row or column. */
export type Held = TableValue | undefined;

/** A plan as its workbook tells it. */
export interface PlanLabels {
  readonly name: string;
  readonly marketDate: string;
  /** the scenario that decides */
  readonly scenario: string;
  readonly masterCheck: string;
}

/** A line of the cover: engine, catalog, market data. */
export interface VersionChange {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

export interface InputChange {
  readonly what: "changed" | "added" | "removed";
  /** Excel's name of the table: "Fleets" */
  readonly table: string;
  /** what the row is of: "S19", or the assumption's name */
  readonly row: string;
  /** header with its unit, or the assumption's unit; "" for a whole row */
  readonly column: string;
  /** days as ISO texts; null where a whole row was added or removed */
  readonly before: TableValue;
  readonly after: TableValue;
}

export interface ResultChange {
  /** "Company", "Cost of a petahash-day over the plan" */
  readonly group: string;
  readonly label: string;
  readonly unit: string;
  readonly before: Held;
  readonly after: Held;
  /** after less before; undefined where one is no number */
  readonly change: number | undefined;
}

/** A change of hashprice and what it comes from, $/PH/day; the sources add up to the change. */
export interface HashpriceChange {
  /** "On the market date", or the month: "2027-09" */
  readonly when: string;
  readonly before: number;
  readonly after: number;
  readonly fromPrice: number;
  readonly fromDifficulty: number;
  /** fees and halvings together where the workbook does not tell them apart */
  readonly fromReward: number;
  readonly fromSubsidy?: number;
  readonly fromFees?: number;
}

export interface PlanComparison {
  readonly before: PlanLabels;
  readonly after: PlanLabels;
  readonly versions: readonly VersionChange[];
  readonly inputs: readonly InputChange[];
  readonly results: readonly ResultChange[];
  /** results that both have and that are the same */
  readonly sameResults: number;
  readonly hashprice: readonly HashpriceChange[];
}
