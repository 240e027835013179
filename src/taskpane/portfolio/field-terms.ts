import type { TermId } from "../glossary";

/** Which fields of the document are terms of the glossary, by their place without list positions; the first that fits counts. */
const TERMS: readonly (readonly [place: RegExp, term: TermId])[] = [
  [/^machines\..*hashrateThs$/, "hashrate"],
  [/^machines\..*powerW$/, "nameplate"],
  [/^(machines|candidates)\.(priceUsdTh|duty|freightUsdTh|installUsdTh)$/, "landed-cost"],
  [/^candidates\.infrastructureUsdMw$/, "capex"],
  [/\.machine$/, "asic"],
  [/\.profile$|^machines\.settings$/, "gear"],
  [/\.pue(\.\w+)?$/, "pue"],
  [/\.uptime$|\.(failureRateAnnual|repairDays)$/, "uptime"],
  [/\.powerCapacityMw$|\.powerRamp$/, "power-capacity"],
  [/^sites\.(shutdownUsdMw|restartUsdMw)$/, "option-to-stop"],
  [/\.minHoursOff$/, "curtailment"],
  [/\.takeOrPayShare$/, "take-or-pay"],
  [/\.energy\.resale(\.\w+)?$/, "resale"],
  [/\.(otherPriceUsdKwh|periods)(\.\w+)*$/, "time-of-use"],
  [/\.(seriesId|adderUsdKwh|capUsdKwh|floorUsdKwh)$|^priceSeries\.valuesUsdKwh$/, "index-price"],
  [/\.energy\.priceUsdKwh$|\.escalationAnnual$/, "ppa"],
  [/\.(rateUsdKwh|billedOn|profitShare|lowPowerAllowed)$/, "hosting"],
  [/\.nameplateSurcharge$/, "nameplate"],
  [/\.demandChargeUsdKwMonth$/, "demand-charge"],
  [/\.coincidentPeak(\.\w+)?$/, "coincident-peak"],
  [/\.demandResponse(\.\w+)?$/, "demand-response"],
  [/\.poolFee$/, "pool-fee"],
  [/\.degradationAnnual$/, "degradation"],
  [/^(fleets|candidates)\.resale(\.\w+)?$/, "machine-resale"],
  [/\.(bookValueUsd|bookMonthsLeft|depreciationYears|bonusDepreciationShare)$/, "depreciation"],
  [/\.(difficulty|height)$/, "difficulty"],
  [/\.(feesBtcPerBlock|fees)$/, "fees"],
  [/\.hashpriceVolatilityAnnual$/, "volatility"],
  [/\.stack$|\.hashrateShare$|\.powerMedianUsdKwh$|\.powerSigma$/, "merit-order"],
  [/\.efficiencyJth$/, "efficiency"],
  [/\.epochDays$/, "epoch"],
  [/\.difficulty\.\w+(\.\w+)*$/, "network-response"],
  [/\.discountRateAnnual$/, "discount-rate"],
  [/\.treasury\.saleHaircut$/, "haircut"],
  [/\.treasury(\.\w+)?$|\.btcPledged$/, "treasury"],
  [/\.minDscr$/, "dscr"],
  [/\.(maxLtv|securedOn)$/, "ltv"],
  [/\.hedges\.(hashratePhs|hashpriceUsdPhDay)$/, "forward"],
  [/\.hedges\.(volumeMw|strikeUsdKwh|premiumUsdMonth)$/, "power-put"],
];

/** The glossary's entry for a field at a path such as "sites[0].pue.decFeb"; undefined where its name is no term. */
export function termOfField(path: string): TermId | undefined {
  const place = path.replace(/\[\d+\]/g, "");
  return TERMS.find(([fits]) => fits.test(place))?.[1];
}
