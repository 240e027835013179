/** How a number is typed: in percent; as a share, where "97%" and "0.97" are one; with "T" for 10¹². */
export type NumberKind = "number" | "percent" | "share" | "difficulty";

/** Thousands by comma, or by a blank as narrow as you like. */
const GROUPED = /^-?[1-9]\d{0,2}([, \u00a0\u2009\u202f])\d{3}(\1\d{3})*(\.\d*)?$/;

/** A number as people type it: with thousands separators, "$60,000", "97%" where percent or shares are asked, difficulty also as "127.5T"; NaN for anything else. */
export function parseNumber(text: string, kind: NumberKind): number {
  const inPercent = kind === "percent" || (kind === "share" && /%\s*$/.test(text));
  const typed = text.trim().replace("−", "-").replace(inPercent ? /\s*%$/ : kind === "number" ? /^\$\s*/ : "", "");
  const digits = GROUPED.test(typed) ? typed.replace(/[, \u00a0\u2009\u202f]/g, "") : typed;
  const [, mantissa, tera] = /^(-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(T?)$/i.exec(digits) ?? [];
  if (mantissa === undefined || (tera && kind !== "difficulty")) return NaN;
  // The shift of the decimal point is part of the literal, so that 1.1 % is exactly what 0.011 would be.
  const shift = tera ? "e12" : inPercent ? "e-2" : "";
  return Number(/e/i.test(mantissa) ? Number(mantissa) * Number(`1${shift}`) : `${mantissa}${shift}`);
}
