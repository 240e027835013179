// A portfolio document of any size, the same one every time: for measuring, and for the tests of large plans.

/** Every one of them has lower settings, so that all fleets have the same six alternatives. */
const MACHINES = [
  { name: "S19 XP 140", powerW: 3010, priceUsdTh: 3.1 },
  { name: "S19 95", powerW: 3250, priceUsdTh: 1 },
  { name: "S19j Pro 104 with settings", powerW: 3068, priceUsdTh: 1.2 },
  { name: "AT2880 260", powerW: 4680, priceUsdTh: 4.4 },
] as const;

/** Demand of the machines ÷ power: a site has no room for other sites' fleets in any month, and power for all of its own. */
const DEMAND_TO_POWER = 1.005;

/**
 * Half of the sites buy at the index ("hourly-prices.csv"), the others at fixed prices with take or pay and resale; keep,
 * underclock, curtail, upgrade, shut down and sell are open to every fleet. Fleets stand in the same order of machines at
 * every site. Some fleets are idle, and some sites cost so much that they close.
 */
export function largePortfolio(siteCount: number, fleetCount: number, horizonMonths: number): object {
  const sites: object[] = [];
  const contracts: object[] = [];
  const fleets: object[] = [];
  for (let s = 0; s < siteCount; s++) {
    const siteId = `Site ${s + 1}`;
    const pue = { decFeb: 1.02 + (s % 3) / 100, marMay: 1.03 + (s % 3) / 100, junAug: 1.04 + (s % 3) / 100, sepNov: 1.03 + (s % 3) / 100 };
    let demandW = 0;
    for (let f = 0; f < fleetCount; f++) {
      const machine = MACHINES[Math.floor((f * MACHINES.length) / fleetCount)]!;
      const units = 700 + 13 * ((7 * s + 11 * f) % 50);
      demandW += units * machine.powerW;
      fleets.push({
        id: `Fleet ${s + 1}.${f + 1}`, siteId, machine: machine.name, units, inServiceOn: `202${1 + ((s + f) % 5)}-0${1 + (f % 9)}-15`, state: (s + 3 * f) % 11 === 0 ? "idle" : "running",
        operation: { poolFee: 0.01, firmwareFee: (f % 3) / 100, failureRateAnnual: 0.05 + (f % 4) / 50, repairDays: 14, repairUsdUnit: 120, degradationAnnual: 0.015 + (s % 5) / 500 },
        resale: { priceUsdTh: machine.priceUsdTh + (s % 7) / 10, declineAnnual: 0.3 + (f % 5) / 50, hashpriceExponent: 0.5 + (s % 4) / 8 },
        bookValueUsd: 100 * units, bookMonthsLeft: 1 + ((5 * f + s) % 40),
      });
    }
    sites.push({
      id: siteId, powerCapacityMw: (demandW * pue.decFeb) / DEMAND_TO_POWER / 1e6, pue, cooling: ["air"], uptime: 0.95 + (s % 4) / 100,
      fixedOpexUsdMonth: s % 8 === 7 ? 1_500_000 : 90_000 + 1000 * (s % 50), shutdownUsdMw: 200, restartUsdMw: 800 + 10 * (s % 30),
    });
    const energy = s < siteCount / 2
      ? { kind: "indexed", seriesId: "Hourly", adderUsdKwh: 0.002 + (s % 40) / 2000 }
      : { kind: "fixed", priceUsdKwh: 0.02 + (s % 40) / 1000, takeOrPayShare: (s % 5) / 10, resale: { kind: "price", priceUsdKwh: 0.01 + (s % 3) / 500 } };
    contracts.push({
      id: `Contract ${s + 1}`, siteId, energy, escalationAnnual: (s % 3) / 100, demandChargeUsdKwMonth: (s % 4) / 2,
      ...(s % 2 === 0 ? { demandResponse: { enrolledShare: 0.4, capacityUsdKwMonth: 1.5, energyUsdKwh: 0.02, hoursOffYear: 30 } } : { coincidentPeak: { rateUsdKwYear: 60, peaksAvoided: 3, hoursOffYear: 40 } }),
    });
  }
  const growth = (growthMonthly: number): object => ({ kind: "growth", growthMonthly });
  return {
    schemaVersion: "1.0", name: `${siteCount} sites with ${fleetCount} fleets each`, horizonMonths, sites, contracts, fleets,
    machines: [{ id: "S19j Pro 104 with settings", hashrateThs: 104, powerW: 3068, cooling: "air", settings: [{ name: "low", hashrateThs: 80, powerW: 2100 }, { name: "middle", hashrateThs: 94, powerW: 2600 }] }],
    priceSeries: [{ id: "Hourly", csvFile: "hourly-prices.csv" }],
    candidates: [{
      id: "S21 XP", machine: "S21 XP 270", priceUsdTh: 11, duty: 0.1, freightUsdTh: 0.3, installUsdTh: 0.4, infrastructureUsdMw: 30_000, leadMonths: 3,
      operation: { poolFee: 0.01, failureRateAnnual: 0.05, repairDays: 14, repairUsdUnit: 120, degradationAnnual: 0.02 }, resale: { priceUsdTh: 9.5, declineAnnual: 0.3, hashpriceExponent: 0.5 },
    }],
    market: {
      start: { date: "2026-08-21", btcPriceUsd: 78456.69, difficulty: 127479855693691.4, feesBtcPerBlock: 0.03546574, height: 963536 },
      scenarioId: "growth", scenarios: [{ id: "growth", btcPrice: growth(0.012), fees: growth(0), difficulty: growth(0.01) }],
    },
    finance: {
      discountRateAnnual: 0.12, overheadUsdMonth: 900_000, taxRate: 0.21, depreciationYears: 5, bonusDepreciationShare: 0.4,
      treasury: { cashUsd: 500_000_000, btc: 640, policy: "sellForCosts", minCashUsd: 10_000_000, saleHaircut: 0.004 }, debts: [], hedges: [],
    },
  };
}
