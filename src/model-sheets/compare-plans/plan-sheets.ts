import type { GivenTable, TableValue } from "../../planning/portfolio";
import { isoDay } from "../../units/dates";
import type { PlanLabels } from "./comparison";

// What the sheets of a plan's workbook say, by the labels beside their figures (portfolio/cover.ts, scenarios.ts, summary.ts and
// market-lines.ts write them).

type Rows = readonly (readonly (TableValue | undefined)[])[];

/** A workbook as its file tells it: results instead of formulas. */
export interface WrittenPlan {
  readonly sheets: readonly { readonly name: string; readonly rows: Rows }[];
  /** the input tables that it has */
  readonly tables: readonly GivenTable[];
}

export interface PlanResult {
  readonly group: string;
  readonly label: string;
  readonly unit: string;
  readonly value: TableValue;
}

/** A month of the scenario that decides. */
export interface PlanMonth {
  /** "2027-09" */
  readonly month: string;
  readonly btcPriceUsd: number;
  readonly difficulty: number;
  readonly hashpriceUsdPhDay: number;
}

/** The lines of the cover that tell what the workbook was built from and with. */
const VERSIONS = ["Engine", "Machine catalog", "Market date", "Market data", "Built", "Inputs at the build"];

export function labelsOf(plan: WrittenPlan): PlanLabels {
  const cover = coverLines(plan);
  const text = (label: string): string => cover.get(label) ?? "not told";
  return { name: String(rowsOf(plan, "Cover")[0]?.[0] ?? "not told"), marketDate: text("Market date"), scenario: String(assumption(plan, "Scenario") ?? "not told"), masterCheck: text("Master check") };
}

export function versionsOf(plan: WrittenPlan): Map<string, string> {
  const cover = coverLines(plan);
  return new Map(VERSIONS.flatMap((label) => (cover.has(label) ? [[label, cover.get(label)!] as const] : [])));
}

/** A value of the table Assumptions. */
export function assumption({ tables }: WrittenPlan, label: string): TableValue | undefined {
  return tables.find(({ name }) => name === "Assumptions")?.rows.find(([each]) => each === label)?.[1];
}

/** Figures of the sheets Scenarios (as they are now) and Summary, each once. */
export function resultsOf(plan: WrittenPlan): PlanResult[] {
  const results = new Map<string, PlanResult>();
  for (const result of [...scenarioResults(rowsOf(plan, "Scenarios")), ...summaryResults(rowsOf(plan, "Summary"))]) {
    const key = `${result.label} ${result.unit}`;
    if (!results.has(key)) results.set(key, result);
  }
  return [...results.values()];
}

export function monthsOf(plan: WrittenPlan): PlanMonth[] {
  const market = rowsOf(plan, "Market");
  const line = (label: string): readonly (TableValue | undefined)[] => market.find(([each]) => each === label) ?? [];
  const [begins, months, price, difficulty, hashprice] = ["Month begins", "Month", "BTC price by month", "Difficulty by month", "Hashprice by month"].map(line) as [Rows[number], Rows[number], Rows[number], Rows[number], Rows[number]];
  return begins.flatMap((begin, c): PlanMonth[] => {
    const figures = [begin, price[c], difficulty[c], hashprice[c]];
    if (!(typeof months[c] === "number" && months[c] > 0) || !figures.every((each) => typeof each === "number" && each > 0)) return [];
    const [day, btcPriceUsd, at, hashpriceUsdPhDay] = figures as [number, number, number, number];
    return [{ month: isoDay(day).slice(0, 7), btcPriceUsd, difficulty: at, hashpriceUsdPhDay }];
  });
}

function coverLines(plan: WrittenPlan): Map<string, string> {
  const lines = new Map<string, string>();
  let last: string | undefined;
  for (const [label, content] of rowsOf(plan, "Cover")) {
    // Long texts go on in the rows below.
    if (typeof label === "string" && label !== "") last = label;
    else if (!content) last = undefined;
    if (last !== undefined && content !== null && content !== undefined) lines.set(last, lines.has(last) ? `${lines.get(last)} ${content}` : String(content));
  }
  return lines;
}

function scenarioResults(rows: Rows): PlanResult[] {
  let group = "";
  return rows.flatMap(([label, unit, value]): PlanResult[] => {
    if (typeof label !== "string") return [];
    const isTitle = blank(unit) && blank(value);
    if (isTitle) group = label;
    // Before the first title stand the choice of the scenario and the columns' headers.
    if (isTitle || group === "" || !GROUPS.has(group) || blank(value)) return [];
    return [{ group, label: group === "Recommendations" && unit === "text" ? `Recommendation, ${label}` : label, unit: unit === "text" ? "" : String(unit), value: value! }];
  });
}

/** Titles of the sheet Scenarios that have figures below them. */
const GROUPS: ReadonlySet<string> = new Set(["Company", "Recommendations", "Market"]);

/** Two blocks beside each other: label, value two columns on, unit three. */
function summaryResults(rows: Rows): PlanResult[] {
  const first = rows.findIndex(([label]) => label === "The plan");
  return first < 0 ? [] : [...blockFrom(rows, first, 0), ...blockFrom(rows, first, 4)];
}

function blockFrom(rows: Rows, first: number, column: number): PlanResult[] {
  const results: PlanResult[] = [];
  let group = "";
  for (const row of rows.slice(first)) {
    const [label, value, unit] = [row[column], row[column + 2], row[column + 3]];
    if (typeof label !== "string" || label === "") break;
    if (blank(value)) group = label;
    else results.push({ group, label: group === "The plan" ? label : `${group}: ${label}`, unit: String(unit ?? ""), value: value! });
  }
  return results;
}

function blank(value: TableValue | undefined): boolean {
  return value === undefined || value === null || value === "";
}

function rowsOf({ sheets }: WrittenPlan, name: string): Rows {
  return sheets.find((sheet) => sheet.name === name)?.rows ?? [];
}
