/**
 * A number with its decimal point moved, as part of its digits: 0.055 by 3 places is exactly 55, and 55 by −3 exactly 0.055,
 * which multiplying does not give for every number.
 * @param places to the right; to the left where negative
 */
export function shifted(value: number, places: number): number {
  if (!Number.isFinite(value)) return value;
  const [mantissa, exponent = "0"] = String(value).split("e");
  return Number(`${mantissa}e${Number(exponent) + places}`);
}
