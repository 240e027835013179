import type { Formats } from "../settings/formats";

type Value = string | number | boolean | null | undefined;

/** From here on figures are shown whole. */
const WHOLE_FROM = 10_000;
const FIGURES = 5;

/** "0.055 → 0.06 (+9.1 %)": cells as the workbooks have them, in their units. */
export function changeText(formats: Formats, before: Value, after: Value): string {
  return `${valueText(formats, before)} → ${valueText(formats, after)}${shareText(before, after)}`;
}

function valueText(formats: Formats, value: Value): string {
  if (value === undefined) return "not there";
  if (value === null || value === "") return "blank";
  return typeof value === "number" ? figureText(formats, value) : String(value);
}

export function figureText({ formatNumber, formatFigures }: Formats, value: number): string {
  return Math.abs(value) >= WHOLE_FROM ? formatNumber(value) : formatFigures(value, FIGURES);
}

function shareText(before: Value, after: Value): string {
  if (typeof before !== "number" || typeof after !== "number" || before <= 0 || after < 0) return "";
  const percent = (after / before - 1) * 100;
  return ` (${percent < 0 ? "−" : "+"}${Math.abs(percent).toFixed(1)} %)`;
}
