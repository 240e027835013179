import { HOURS_PER_DAY, KWH_PER_MWH } from "../units/constants";

// Everything here is per PH/s. 1 PH/s at ε J/TH draws ε kW, so a day takes 24·ε·PUE kWh (formulas E2; Hayes 2015 is the case PUE 1, no pool fee).

/** What it takes to run 1 PH/s. */
export interface RunningCost {
  /** J/TH at the machine */
  readonly efficiencyJth: number;
  /** $/kWh at the meter */
  readonly powerPriceUsdKwh: number;
  /** site power ÷ machine power, 1 or more */
  readonly pue: number;
  /** other running cost, $/PH/day */
  readonly otherUsdPhDay: number;
}

/** kWh that 1 PH/s draws at the meter in a day: 24 · efficiency · PUE. */
export function energyKwhPhDay(efficiencyJth: number, pue: number): number {
  return HOURS_PER_DAY * efficiencyJth * pue;
}

/** Hashcost: what 1 PH/s costs a day. $/PH/day = 24 · efficiency · power price · PUE + other. */
export function hashcostUsdPhDay(cost: RunningCost): number {
  return energyKwhPhDay(cost.efficiencyJth, cost.pue) * cost.powerPriceUsdKwh + cost.otherUsdPhDay;
}

/** Hashprice after the pool fee. $/PH/day = hashprice · (1 − fee). */
export function netHashpriceUsdPhDay(hashpriceUsdPhDay: number, poolFee: number): number {
  return hashpriceUsdPhDay * (1 - poolFee);
}

/** Margin of 1 PH/s a day: net hashprice less hashcost, $/PH/day. */
export function marginUsdPhDay(hashpriceUsdPhDay: number, poolFee: number, cost: RunningCost): number {
  return netHashpriceUsdPhDay(hashpriceUsdPhDay, poolFee) - hashcostUsdPhDay(cost);
}

/** The same margin per MWh drawn at the meter, $/MWh. */
export function marginUsdMwh(hashpriceUsdPhDay: number, poolFee: number, cost: RunningCost): number {
  return (marginUsdPhDay(hashpriceUsdPhDay, poolFee, cost) * KWH_PER_MWH) / energyKwhPhDay(cost.efficiencyJth, cost.pue);
}

/**
 * Revenue of a fleet over a time, $ = hashprice · PH/s · days · uptime · (1 − fee).
 * @param hashratePhs hashrate installed, PH/s
 * @param days length of the time, days
 * @param uptime share of the time that the fleet runs, 0 to 1
 */
export function miningRevenueUsd(hashpriceUsdPhDay: number, hashratePhs: number, days: number, uptime: number, poolFee: number): number {
  return netHashpriceUsdPhDay(hashpriceUsdPhDay, poolFee) * hashratePhs * days * uptime;
}

/**
 * Cost of a fleet's power over a time, $ = 24 · efficiency · PH/s · power price · PUE · days · uptime.
 * @param hashratePhs hashrate installed, PH/s
 * @param days length of the time, days
 * @param uptime share of the time that the fleet runs, 0 to 1
 */
export function powerCostUsd(hashratePhs: number, efficiencyJth: number, powerPriceUsdKwh: number, days: number, pue: number, uptime: number): number {
  return energyKwhPhDay(efficiencyJth, pue) * hashratePhs * powerPriceUsdKwh * days * uptime;
}

/** Cost of mining one coin, $/BTC = hashcost ÷ hashvalue after the pool fee. */
export function costPerBtcUsd(hashcost: number, hashvalueBtc: number): number {
  return hashcost / hashvalueBtc;
}

/** A company's cost per PH/s and day by level, $/PH/day: each is a quarter's cost ÷ (PH/s realized · days). */
export interface HashcostLadder {
  /** power and site */
  readonly fleet: number;
  /** overhead, SG&A */
  readonly corporate: number;
  /** interest */
  readonly financing: number;
  readonly depreciation: number;
  /** power and curtailment credits, positive */
  readonly credits: number;
}

/** All-in hashcost, $/PH/day = fleet + corporate + financing + depreciation − credits. Source: TheMinerMag, hashcost ladder. */
export function allInHashcostUsdPhDay(ladder: HashcostLadder): number {
  return ladder.fleet + ladder.corporate + ladder.financing + ladder.depreciation - ladder.credits;
}
