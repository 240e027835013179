import type { AlternativePlan, FleetPlan, Flip, PortfolioPlan, ReturnFigures } from "../../planning/portfolio";
import { isoDay } from "../../units/dates";
import type { Formats } from "../settings";

// Figures of a plan as the screen shows them: rounded where they are compared, in full where one is looked into.

/** Below it a plan is shown in thousands. */
const MILLIONS_FROM = 1e6;

/** Dollars in one unit for all that stands together. */
export interface MoneyUnit {
  /** "M$" or "k$" */
  readonly label: string;
  /** "0.51", "−11.48" */
  readonly show: (usd: number) => string;
  /** "+0.51", "−11.48", "0.00" */
  readonly signed: (usd: number) => string;
  /** for axes: "0.5", "12" */
  readonly tick: (usd: number) => string;
}

/** Millions, or thousands where nothing comes to a million. */
export function moneyUnit(values: readonly number[], { formatNumber, formatFigures }: Formats): MoneyUnit {
  const largest = Math.max(0, ...values.filter(Number.isFinite).map(Math.abs));
  const [label, size] = largest >= MILLIONS_FROM ? ["M$", 1e6] : ["k$", 1e3];
  const digits = (value: number): number => (size === 1e3 ? 0 : Math.abs(value) >= 99.995 ? 1 : 2);
  const show = (value: number): string => (Number.isFinite(value) ? formatNumber(value / size, digits(value / size)) : "—");
  return {
    label, show,
    signed: (value) => (/[1-9]/.test(show(value)) && value > 0 ? `+${show(value)}` : show(value)),
    tick: (value) => formatFigures(value / size, 3),
  };
}

/** The unit in which a plan is shown: of everything its fleets could do, and of the company. */
export function unitOfPlan({ fleets, company }: PortfolioPlan, formats: Formats): MoneyUnit {
  return moneyUnit([company.npvUsd, company.againstKeep.npvUsd, ...fleets.flatMap(({ alternatives }) => alternatives.map(({ npvUsd }) => npvUsd))], formats);
}

const MINUS = "−";

/** "+24.3 %", "−10 %" */
export function change(share: number, digits = 1): string {
  const text = (Math.abs(share) * 100).toLocaleString("en-US", { maximumFractionDigits: digits });
  return `${text === "0" ? "" : share < 0 ? MINUS : "+"}${text} %`;
}

/** "$78,457", "0.0551 $/kWh", "97.0 %", "127.5 T": a value of an input in its unit, as far as that can be chosen */
export function inputValue(value: number, unit: string, { formatUsd, formatNumber, formatFigures, toShown, unitFor }: Formats): string {
  if (unit === "$") return formatUsd(value);
  if (unit === "difficulty") return `${formatNumber(value / 1e12, 1)} T`;
  if (unit.startsWith("share")) return `${formatNumber(value * 100, 1)} %`;
  return `${formatFigures(toShown(value, unit), 4)} ${unitFor(unit)}`;
}

export function chosenOf({ alternatives, chosen }: FleetPlan): AlternativePlan {
  return alternatives[chosen]!;
}

export function runnerUpOf({ alternatives, runnerUp }: FleetPlan): AlternativePlan | undefined {
  return runnerUp === undefined ? undefined : alternatives[runnerUp];
}

/** "BTC price +24.3 %" */
export function flipText({ input, change: share }: Flip): string {
  return `${input} ${change(share)}`;
}

/** "19.7 months", "at once", "never" */
export function paybackText(payback: ReturnFigures["paybackMonths"], { formatNumber }: Formats): string {
  return payback === "never" ? "never" : payback === 0 ? "at once" : `${formatNumber(payback, 1)} months`;
}

export const NONE = "—";

export function ratioText(value: number | undefined, { formatNumber }: Formats): string {
  return value === undefined || !Number.isFinite(value) ? NONE : `${formatNumber(value, 2)} ×`;
}

export function shareText(value: number | undefined, { formatNumber }: Formats): string {
  return value === undefined ? NONE : `${formatNumber(value * 100, 1)} %`;
}

const month = new Intl.DateTimeFormat("en-US", { month: "short", year: "numeric", timeZone: "UTC" });

/** "Aug 2026" of an Excel serial */
export function monthName(serial: number): string {
  return month.format(Date.parse(`${isoDay(Math.floor(serial))}T00:00:00Z`));
}

/** Names of the start and of each month's end: "start", "Sep 2026" */
export function flowNames({ months }: PortfolioPlan): string[] {
  return ["start", ...months.map(({ end }) => monthName(end))];
}
