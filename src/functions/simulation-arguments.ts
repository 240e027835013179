import { subsidyBtc } from "../economics/network";
import type { SimulationInputs } from "../economics/simulation";
import { InputError } from "../units/errors";
import { difficulty, fees, height0, months, price0 } from "./arguments";
import type { NumberArgument } from "./definition";
import { requireWhole } from "./whole-number";

// What SIMPATH and SIMSTATS have in common.

export const seed = { kind: "number", name: "seed", unit: "", allowed: { min: 0, max: 4294967295 }, help: "Any whole number; the same seed gives the same result on every machine." } as const satisfies NumberArgument;

export const marketStart = [months, price0, { ...difficulty, name: "difficulty0", help: "Network difficulty at the start, as the raw number (1.3E+14), or a text such as \"130T\"." }, height0] as const;

export const dynamics = [
  { kind: "number", name: "price_drift", unit: "fraction", allowed: { min: -5, max: 5 }, default: 0, help: "Expected growth of the bitcoin price a year, continuous; 0.1 multiplies it by e^0.1." },
  { kind: "number", name: "price_vol", unit: "fraction", allowed: { min: 0, max: 5 }, default: 0, help: "Volatility of the bitcoin price a year; 0.55 is 55 %." },
  { kind: "number", name: "elasticity", unit: "fraction", allowed: { min: 0, max: 1 }, default: 0, help: "Share of a move in revenue that hashrate absorbs, as RESPONSEELASTICITY gives it; 0 keeps the hashrate." },
  fees,
] as const satisfies readonly NumberArgument[];

/** The checked arguments as the simulation takes them. */
export function simulationInputs(x: {
  readonly months: number; readonly price0: number; readonly difficulty0: number; readonly height0: number; readonly seed: number;
  readonly price_drift: number; readonly price_vol: number; readonly elasticity: number; readonly fees: number;
}): SimulationInputs {
  requireWhole({ months: x.months, seed: x.seed });
  if (subsidyBtc(x.height0) + x.fees === 0) throw new InputError(`At height0 ${x.height0} blocks pay no subsidy; give fees above 0 BTC/block.`);
  return {
    months: x.months,
    start: { btcPriceUsd: x.price0, difficulty: x.difficulty0, height: x.height0, feesBtc: x.fees },
    priceDrift: x.price_drift,
    priceVolatility: x.price_vol,
    elasticity: x.elasticity,
  };
}
