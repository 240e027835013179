import type { TableValue } from "../../planning/portfolio";
import { isClose, type HashpriceChange, type InputChange, type PlanComparison, type PlanLabels, type ResultChange } from "./comparison";

/** Changes of one table that are listed; hours of a price series are thousands. */
const MOST_OF_A_TABLE = 25;

/** A comparison as lines of text. */
export function comparisonLines({ before, after, versions, inputs, results, sameResults, hashprice }: PlanComparison): string[] {
  return [
    `Before: ${planLine(before)}`,
    `After:  ${planLine(after)}`,
    ...section("Versions and data", versions, "The same in both.", ({ label, before: was, after: is }) => [`${label}: ${was} → ${is}`]),
    ...section(`Inputs: ${numberText(inputs.length)} changed`, tablesOf(inputs), "The same in both.", tableLines),
    ...section(`Results: ${results.length} changed, ${sameResults} the same`, results, "The same in both.", (each) => [resultLine(each)]),
    ...section("Hashprice, $/PH/day, and what its change comes from", hashprice, "The workbooks have no market figures that can be compared.", (each) => [bridgeLine(each)]),
  ];
}

function section<T>(title: string, list: readonly T[], none: string, lines: (each: T) => string[]): string[] {
  return ["", title, ...(list.length === 0 ? [none] : list.flatMap(lines)).map((line) => `  ${line}`)];
}

function planLine({ name, marketDate, scenario, masterCheck }: PlanLabels): string {
  return `${name}; market of ${marketDate}; scenario ${scenario}; checks: ${masterCheck}`;
}

function tablesOf(inputs: readonly InputChange[]): (readonly InputChange[])[] {
  return [...new Set(inputs.map(({ table }) => table))].map((name) => inputs.filter(({ table }) => table === name));
}

function tableLines(changes: readonly InputChange[]): string[] {
  const rest = changes.slice(MOST_OF_A_TABLE);
  const kinds = (["changed", "added", "removed"] as const).map((kind) => ({ kind, count: rest.filter(({ what }) => what === kind).length })).filter(({ count }) => count > 0);
  return [...changes.slice(0, MOST_OF_A_TABLE).map(inputLine), ...(rest.length > 0 ? [`${changes[0]!.table} · and ${kinds.map(({ kind, count }) => `${numberText(count)} more ${kind}`).join(", ")}`] : [])];
}

function inputLine({ what, table, row, column, before, after }: InputChange): string {
  const where = table === "Assumptions" ? `${row}${column === "" ? "" : ` (${column})`}` : [table, row, column].filter(Boolean).join(" · ");
  return column === "" && before === null && after === null ? `${where}: ${what}` : `${where}: ${valueText(before)} → ${valueText(after)}${shareText(before, after)}`;
}

function resultLine({ label, unit, before, after, change }: ResultChange): string {
  const by = change === undefined ? "" : ` (${signed(change)}${shareText(before, after).replace(" (", ", ").replace(")", "")})`;
  return `${label}${unit === "" ? "" : ` (${unit})`}: ${valueText(before)} → ${valueText(after)}${by}`;
}

function bridgeLine({ when, before, after, fromPrice, fromDifficulty, fromReward, fromSubsidy, fromFees }: HashpriceChange): string {
  const part = (change: number): string => signed(isClose(before + change, before) ? 0 : change);
  const reward = fromSubsidy === undefined || fromFees === undefined ? `subsidy and fees ${part(fromReward)}` : `fees ${part(fromFees)}, subsidy ${part(fromSubsidy)}`;
  return `${when}: ${valueText(before)} → ${valueText(after)} (${part(after - before)}): price ${part(fromPrice)}, difficulty ${part(fromDifficulty)}, ${reward}`;
}

function valueText(value: TableValue | undefined): string {
  if (value === undefined) return "not there";
  if (value === null) return "blank";
  return typeof value === "number" ? numberText(value) : String(value);
}

/** Large figures whole, others to five digits. */
function numberText(value: number): string {
  const text = value.toLocaleString("en-US", Math.abs(value) >= 10_000 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 5 });
  return text.replace("-", "−");
}

function signed(value: number): string {
  const text = numberText(Math.abs(value));
  return text === "0" ? "0" : `${value < 0 ? "−" : "+"}${text}`;
}

function shareText(before: TableValue | undefined, after: TableValue | undefined): string {
  if (typeof before !== "number" || typeof after !== "number" || before <= 0 || after < 0) return "";
  return ` (${signed(Math.round((after / before - 1) * 1000) / 10)} %)`;
}
