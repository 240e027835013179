const CENTS_PER_USD = 100;

/** Less than half a cent is what rounding leaves: it decides nothing, and has no sign. */
export function wholeCents(usd: number): number {
  return Math.round(usd * CENTS_PER_USD);
}
