/** A small portfolio with only what has to be given. */
export function smallDocument(): Record<string, unknown> {
  return {
    schemaVersion: "1.0",
    name: "Small",
    horizonMonths: 12,
    sites: [{ id: "TX1", powerCapacityMw: 20, pue: { decFeb: 1.03, marMay: 1.05, junAug: 1.08, sepNov: 1.05 }, cooling: ["air"], uptime: 0.97, fixedOpexUsdMonth: 60_000 }],
    contracts: [{ id: "PPA", siteId: "TX1", energy: { kind: "fixed", priceUsdKwh: 0.055 } }],
    fleets: [{
      id: "Old", siteId: "TX1", machine: "S19 95", units: 5_000, inServiceOn: "2021-06-01", operation: { poolFee: 0.01 }, resale: { priceUsdTh: 1 }, bookValueUsd: 0, bookMonthsLeft: 0,
    }],
    market: {
      start: { date: "2026-08-21", btcPriceUsd: 78_456.69, difficulty: 127_479_855_693_691.4, feesBtcPerBlock: 0.0355, height: 963_536 },
      scenarioId: "base",
      scenarios: [{ id: "base", btcPrice: { kind: "growth", growthMonthly: 0.01 }, fees: { kind: "growth", growthMonthly: 0 }, difficulty: { kind: "growth", growthMonthly: 0.01 } }],
    },
    finance: { discountRateAnnual: 0.12, treasury: { cashUsd: 1e6, btc: 0, policy: "sellAll" } },
  };
}

/** The document with one value replaced, or left out where the value is undefined. */
export function withValue(document: Record<string, unknown>, path: string, value: unknown): Record<string, unknown> {
  const copy = structuredClone(document);
  const keys = path.split(/[.[\]]+/).filter((key) => key !== "");
  const last = keys.pop()!;
  const owner = keys.reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, copy);
  if (value === undefined) delete owner[last];
  else owner[last] = value;
  return copy;
}
