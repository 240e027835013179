/** How a number is typed: in percent; as a share, where "97%" and "0.97" are one; with "T" for 10¹². */
export type NumberKind = "number" | "percent" | "share" | "difficulty";

/** A number as people type it: with thousands commas, "$60,000", "97%" where percent or shares are asked, difficulty also as "127.5T"; NaN for anything else. */
export function parseNumber(text: string, kind: NumberKind): number {
  const inPercent = kind === "percent" || (kind === "share" && /%\s*$/.test(text));
  const typed = text.trim().replace(inPercent ? /\s*%$/ : kind === "number" ? /^\$\s*/ : "", "");
  const digits = /^-?[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/.test(typed) ? typed.replaceAll(",", "") : typed;
  const [, mantissa, tera] = /^(-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(T?)$/i.exec(digits) ?? [];
  if (mantissa === undefined || (tera && kind !== "difficulty")) return NaN;
  // The shift of the decimal point is part of the literal, so that 1.1 % is exactly what 0.011 would be.
  const shift = tera ? "e12" : inPercent ? "e-2" : "";
  return Number(/e/i.test(mantissa) ? Number(mantissa) * Number(`1${shift}`) : `${mantissa}${shift}`);
}
