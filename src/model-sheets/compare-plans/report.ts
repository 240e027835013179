import type { TableValue } from "../../planning/portfolio";
import type { HashpriceChange, InputChange, PlanComparison, PlanLabels, ResultChange } from "./comparison";

/** A comparison as lines of text. */
export function comparisonLines({ before, after, versions, inputs, results, sameResults, hashprice }: PlanComparison): string[] {
  return [
    `Before: ${planLine(before)}`,
    `After:  ${planLine(after)}`,
    ...section("Versions and data", versions, "The same in both.", ({ label, before: was, after: is }) => [`${label}: ${was} → ${is}`]),
    ...section(`Inputs: ${inputs.length} changed`, inputs, "The same in both.", (each) => [inputLine(each)]),
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

function inputLine({ what, table, row, column, before, after }: InputChange): string {
  const where = table === "Assumptions" ? `${row}${column === "" ? "" : ` (${column})`}` : [table, row, column].filter(Boolean).join(" · ");
  return column === "" && before === null && after === null ? `${where}: ${what}` : `${where}: ${valueText(before)} → ${valueText(after)}${shareText(before, after)}`;
}

function resultLine({ label, unit, before, after, change }: ResultChange): string {
  const by = change === undefined ? "" : ` (${signed(change)}${shareText(before, after).replace(" (", ", ").replace(")", "")})`;
  return `${label}${unit === "" ? "" : ` (${unit})`}: ${valueText(before)} → ${valueText(after)}${by}`;
}

function bridgeLine({ when, before, after, fromPrice, fromDifficulty, fromReward, fromSubsidy, fromFees }: HashpriceChange): string {
  const reward = fromSubsidy === undefined || fromFees === undefined ? `subsidy and fees ${signed(fromReward)}` : `fees ${signed(fromFees)}, subsidy ${signed(fromSubsidy)}`;
  return `${when}: ${valueText(before)} → ${valueText(after)} (${signed(after - before)}): price ${signed(fromPrice)}, difficulty ${signed(fromDifficulty)}, ${reward}`;
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
