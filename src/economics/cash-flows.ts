import { NotAvailableError } from "../units/errors";
import { bisect } from "./roots";

/** Growth by e^50 in a period, or decay: beyond it a return is none. */
const LARGEST_LOG_RETURN = 50;

/**
 * Internal rate of return: the effective annual rate at which the flows are worth nothing.
 * @param flows money of each period, costs negative, the first one now
 * @param periodsPerYear 12 for months
 * @returns a fraction a year
 * @throws NotAvailableError where the flows never change their sign, or more than once, so that there may be several rates
 * Source: formulas E6.
 */
export function effectiveAnnualIrr(flows: readonly number[], periodsPerYear: number): number {
  const changes = signChanges(flows);
  if (changes === 0) throw new NotAvailableError("There is no rate of return: the cash flows have one sign only.");
  if (changes > 1) throw new NotAvailableError(`There may be several rates of return: the cash flows change their sign ${changes} times. Use a net present value at your own rate.`);
  const ends = [-LARGEST_LOG_RETURN, LARGEST_LOG_RETURN].map((logReturn) => scaledValue(flows, logReturn));
  if (ends[0]! < 0 === ends[1]! < 0) throw new NotAvailableError("There is no rate of return that can be counted: one of the flows dwarfs the others.");
  const logReturn = bisect((x) => scaledValue(flows, x), -LARGEST_LOG_RETURN, LARGEST_LOG_RETURN);
  return Math.expm1(logReturn * periodsPerYear);
}

/** Value now where the logarithm of the rate is at least 0, else value at the end: same sign, and never out of range. */
function scaledValue(flows: readonly number[], logReturn: number): number {
  const factor = Math.exp(-Math.abs(logReturn));
  let value = 0;
  if (logReturn >= 0) for (let i = flows.length - 1; i >= 0; i--) value = value * factor + flows[i]!;
  else for (let i = 0; i < flows.length; i++) value = value * factor + flows[i]!;
  return value;
}

function signChanges(flows: readonly number[]): number {
  let changes = 0;
  let last = 0;
  for (const flow of flows) {
    if (flow === 0) continue;
    if (last !== 0 && flow > 0 !== last > 0) changes++;
    last = flow;
  }
  return changes;
}

/**
 * Coins that mining brings beyond those that its money would have bought, BTC = Σ mined − (capex ÷ price now + Σ opex ÷ price).
 * @param capexUsd paid now
 * @param btcPriceUsd price now
 * @param months what each period mined and cost, and the price at which the cost would have bought
 */
export function minedBeyondBoughtBtc(capexUsd: number, btcPriceUsd: number, months: readonly { readonly minedBtc: number; readonly opexUsd: number; readonly btcPriceUsd: number }[]): number {
  return months.reduce((sum, month) => sum + (month.minedBtc - month.opexUsd / month.btcPriceUsd), -capexUsd / btcPriceUsd);
}
