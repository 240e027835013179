import type { Formats } from "../settings";

// Market figures as the screen shows them.

const compact = new Intl.NumberFormat("en-US", { notation: "compact", maximumSignificantDigits: 3 });

/** "$78,457", "$0.06" */
export function price(value: number, { formatFigures, formatUsd }: Formats): string {
  return value < 100 ? `$${formatFigures(value, 3)}` : formatUsd(value);
}

/** "127.48 T": in trillions once there are some */
export function difficulty(value: number): string {
  return value < 1e12 ? compact.format(value) : `${(value / 1e12).toFixed(2)} T`;
}

/** "0.0355 BTC" */
export function fees(value: number): string {
  return `${value.toFixed(4)} BTC`;
}

export function count(value: number, { formatNumber }: Formats): string {
  return formatNumber(value);
}

/** "32.32", "121M": of a hashprice in $/PH/day, in the unit chosen, which stands beside it */
export function hashprice(value: number, { hashpriceFigure, toShown }: Formats): string {
  const shown = toShown(value, "$/PH/day");
  return shown >= 1e5 ? compact.format(shown) : hashpriceFigure(value);
}

/** For the axis: "50K", "100T" */
export function tick(value: number): string {
  return compact.format(value);
}

/** "+3.5 %", "−0.2 %", "unchanged" */
export function change(from: number, to: number): string {
  const percent = (to / from - 1) * 100;
  if (Math.abs(percent) < 0.05) return "unchanged";
  return `${percent < 0 ? "−" : "+"}${Math.abs(percent).toFixed(1)} %`;
}

const month = new Intl.DateTimeFormat("en-US", { month: "short", year: "numeric", timeZone: "UTC" });

/** "Aug 2026" of "2026-08" or a day in it */
export function monthName(iso: string): string {
  return month.format(Date.parse(`${iso.slice(0, 7)}-01T00:00:00Z`));
}

/** "2026-08-30 14:05 UTC" of an ISO time */
export function shortTime(time: string): string {
  return `${time.slice(0, 16).replace("T", " ")} UTC`;
}
