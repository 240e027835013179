// What the plan in numpy is made from: lists by field, months before fleets before sites.

/** Of every site; the months' rows have index 0 unused. */
const SITE_MONTH_FIELDS = ["capacityMw", "pue", "hours", "runShare", "tariffUsdKwh", "tariffWeight", "takeOrPayShare", "resaleUsdKwh", "resaleWeight", "meanBinUsdKwh", "drawUsdKw", "creditUsdKw", "nameplateUsdKwh", "profitShare"];
const OPERATION_FIELDS = ["poolFee", "firmwareFee", "failureRateAnnual", "repairDays", "repairUsdUnit", "degradationAnnual"];

/**
 * @param {object} product what tools/bench/plan-portfolio.mjs takes from the product
 * @returns {object} for tools/bench/plan_portfolio_numpy.py
 */
export function numpyInputs({ allSiteMonths, excelSerial, machineOf, macrsShares }, portfolio, path) {
  const { sites, fleets, candidates: [candidate], finance, market } = portfolio;
  const siteMonths = allSiteMonths(portfolio, path);
  const atSite = sites.map(({ id }) => fleets.filter(({ siteId }) => siteId === id));
  const bySite = (of) => sites.map((site, s) => of(site, s));
  const byFleet = (of) => atSite[0].map((_, f) => atSite.map((own) => of(own[f])));
  const byMonth = (of) => path.months.map((month, i) => of(month, i + 1));
  const indexed = siteMonths.filter(({ bins }) => bins[1].shares.length > 1);
  const byBin = (field) => Array.from(indexed[0].bins[1].shares, (_, bin) => byMonth((_month, t) => indexed.map(({ bins }) => bins[t][field][bin])));
  return {
    siteMonths: Object.fromEntries(SITE_MONTH_FIELDS.map((field) => [field, byMonth((_, t) => siteMonths.map((rows) => rows[field][t]))])),
    sites: {
      ...Object.fromEntries(["fixedOpexUsdMonth", "shutdownUsdMw", "restartUsdMw"].map((field) => [field, bySite((site) => site[field])])),
      largestPue: bySite(({ pue }) => Math.max(...Object.values(pue))),
    },
    indexedSites: indexed.length, binShares: byBin("shares"), binPrices: byBin("pricesUsdKwh"),
    fleets: {
      units: byFleet(({ units }) => units), inService: byFleet(({ inServiceOn }) => excelSerial(inServiceOn)), running: byFleet(({ state }) => (state === "running" ? 1 : 0)),
      bookValueUsd: byFleet(({ bookValueUsd }) => bookValueUsd), bookMonthsLeft: byFleet(({ bookMonthsLeft }) => bookMonthsLeft),
      ...Object.fromEntries(OPERATION_FIELDS.map((field) => [field, byFleet(({ operation }) => operation[field])])),
      resaleUsdTh: byFleet(({ resale }) => resale.priceUsdTh), resaleDecline: byFleet(({ resale }) => resale.declineAnnual), resaleExponent: byFleet(({ resale }) => resale.hashpriceExponent),
    },
    months: { start: byMonth(({ start }) => start), days: byMonth(({ days }) => days), hashpriceUsdPhDay: byMonth(({ hashpriceUsdPhDay }) => hashpriceUsdPhDay), btcPriceUsd: byMonth(({ btcPriceUsd }) => btcPriceUsd) },
    machines: machinesInOrder(atSite[0]).map(({ name, count }) => ({ fleets: count, ...figuresOf(machineOf(portfolio, name)) })),
    candidate: {
      ...candidate, ...candidate.operation, ...figuresOf(machineOf(portfolio, candidate.machine)),
      resaleUsdTh: candidate.resale.priceUsdTh, resaleDecline: candidate.resale.declineAnnual, resaleExponent: candidate.resale.hashpriceExponent,
    },
    finance: { ...finance, yearlyShares: macrsShares(finance.depreciationYears) },
    btcPriceStartUsd: market.start.btcPriceUsd,
  };
}

/** The machines of a site's fleets; those of one machine stand together. */
function machinesInOrder(fleets) {
  const machines = [];
  for (const { machine } of fleets) {
    if (machines.at(-1)?.name === machine) machines.at(-1).count++;
    else machines.push({ name: machine, count: 1 });
  }
  return machines;
}

function figuresOf({ settings }) {
  const { hashrateThs, powerW } = settings.find(({ name }) => name === "stock");
  const lowerSettings = settings.filter((setting) => setting.powerW < powerW).sort((a, b) => b.powerW - a.powerW);
  return { hashrateThs, powerW, nameplateThs: hashrateThs, nameplateW: powerW, lowerSettings: lowerSettings.map((setting) => [setting.hashrateThs, setting.powerW]) };
}
