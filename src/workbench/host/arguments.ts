// Checks of what the add-in passes. Arguments that the caller left out arrive as null.
import { HostError } from "./errors";

const NAMED_COLORS: Readonly<Record<string, string>> = {
  black: "#000000", white: "#FFFFFF", red: "#FF0000", lime: "#00FF00", blue: "#0000FF", yellow: "#FFFF00", aqua: "#00FFFF", fuchsia: "#FF00FF",
  gray: "#808080", silver: "#C0C0C0", maroon: "#800000", olive: "#808000", green: "#008000", purple: "#800080", teal: "#008080", navy: "#000080", orange: "#FFA500",
};

export function integer(value: unknown): number {
  if (typeof value !== "number" || !Number.isInteger(value)) throw new HostError("InvalidArgument");
  return value;
}

export function finite(value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) throw new HostError("InvalidArgument");
  return value;
}

/** A size in points: not negative. */
export function size(value: unknown): number {
  const points = finite(value);
  if (points < 0) throw new HostError("InvalidArgument");
  return points;
}

export function text(value: unknown): string {
  if (typeof value !== "string") throw new HostError("InvalidArgument");
  return value;
}

export function flag(value: unknown): boolean {
  if (typeof value !== "boolean") throw new HostError("InvalidArgument");
  return value;
}

/** One of the values the model knows, in Excel's spelling. */
export function oneOf<const T extends string>(values: readonly T[], value: unknown): T {
  const found = values.find((each) => each === value);
  if (found !== undefined) return found;
  if (typeof value === "string") throw new HostError("NotImplemented", `The workbench does not model "${value}" here; it knows ${values.join(", ")}.`);
  throw new HostError("InvalidArgument");
}

/** "#RRGGBB" in upper case from that form in any case or a basic HTML color name. */
export function color(value: unknown): string {
  const given = text(value).trim();
  if (/^#[0-9a-f]{6}$/i.test(given)) return given.toUpperCase();
  const named = NAMED_COLORS[given.toLowerCase()];
  if (named) return named;
  throw new HostError(/^[a-z]+$/i.test(given) ? "NotImplemented" : "InvalidArgument", `The workbench does not know the color "${given}"; write it as #RRGGBB.`);
}
