import { TH_PER_PH } from "../units/constants";
import { hashratePhsPerMw } from "./fleet";
import { marginValueUsdPh, type DecliningMargin } from "./mining-value";
import { hashcostUsdPhDay } from "./unit-economics";

// Replacing the machines of a site whose power is fixed (formulas E8). Values are per MW at the meter.

export interface Replacement {
  readonly newEfficiencyJth: number;
  readonly oldEfficiencyJth: number;
  /** today, after any pool fee, $/PH/day */
  readonly hashpriceUsdPhDay: number;
  readonly powerPriceUsdKwh: number;
  /** site power ÷ machine power */
  readonly pue: number;
  /** life of both machines */
  readonly years: number;
  /** continuous annual rate */
  readonly discountRate: number;
  /** continuous rate at which hashprice falls a year */
  readonly declineRate: number;
  /** what the old machines sell for, $/TH */
  readonly resaleUsdTh: number;
  readonly installUsdMw: number;
  /** whether machines stand still while they would lose money */
  readonly canStop: boolean;
}

function margin(x: Replacement, efficiencyJth: number): DecliningMargin {
  return {
    hashpriceUsdPhDay: x.hashpriceUsdPhDay,
    hashcostUsdPhDay: hashcostUsdPhDay({ efficiencyJth, powerPriceUsdKwh: x.powerPriceUsdKwh, pue: x.pue, otherUsdPhDay: 0 }),
    declineRate: x.declineRate,
  };
}

/** Value of the margins of 1 MW of machines, $/MW. */
function valueUsdMw(x: Replacement, efficiencyJth: number): number {
  return hashratePhsPerMw(efficiencyJth, x.pue) * marginValueUsdPh(margin(x, efficiencyJth), x.years, x.discountRate, x.canStop);
}

/** What 1 MW gains by the new machines before they are paid, $/MW: V_new − V_old + resale − installation. */
function gainBeforePurchaseUsdMw(x: Replacement): number {
  const resaleUsdMw = x.resaleUsdTh * TH_PER_PH * hashratePhsPerMw(x.oldEfficiencyJth, x.pue);
  return valueUsdMw(x, x.newEfficiencyJth) - valueUsdMw(x, x.oldEfficiencyJth) + resaleUsdMw - x.installUsdMw;
}

/**
 * Price of the new machine at which replacing is worth as much as keeping, $/TH. Negative where even a gift would not pay.
 */
export function indifferencePriceUsdTh(x: Replacement): number {
  return gainBeforePurchaseUsdMw(x) / (TH_PER_PH * hashratePhsPerMw(x.newEfficiencyJth, x.pue));
}

/**
 * Net present value of replacing the machines of a site, $ = MW · (V_new − V_old + resale − purchase − installation) −
 * today's margin of the old machines over the downtime.
 * @param powerMw MW at the meter
 * @param purchaseUsdTh price of the new machines, $/TH
 * @param downtimeDays days without production; machines that would stand still anyway lose nothing
 */
export function replacementNpvUsd(x: Replacement, powerMw: number, purchaseUsdTh: number, downtimeDays: number): number {
  const { hashpriceUsdPhDay, hashcostUsdPhDay: hashcost } = margin(x, x.oldEfficiencyJth);
  const marginUsdPhDay = x.canStop ? Math.max(0, hashpriceUsdPhDay - hashcost) : hashpriceUsdPhDay - hashcost;
  const downtimeUsdMw = downtimeDays * marginUsdPhDay * hashratePhsPerMw(x.oldEfficiencyJth, x.pue);
  const purchaseUsdMw = purchaseUsdTh * TH_PER_PH * hashratePhsPerMw(x.newEfficiencyJth, x.pue);
  return powerMw * (gainBeforePurchaseUsdMw(x) - purchaseUsdMw - downtimeUsdMw);
}
