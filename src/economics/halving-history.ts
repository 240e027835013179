import { BLOCKS_PER_HALVING } from "../units/constants";
import { subsidyBtc } from "./network";

/** When the blocks 210,000, 420,000, … were found, UTC. Source: the time in their headers. */
const HALVING_TIMES = ["2012-11-28T15:24:38Z", "2016-07-09T16:46:13Z", "2020-05-11T19:23:43Z", "2024-04-20T00:09:27Z"].map((time) => Date.parse(time));
const MILLISECONDS_PER_DAY = 86_400_000;

/**
 * Subsidy of the mean block of a past day; on the day of a halving the share of the day before and after it counts.
 * @param date UTC day as ISO text, before the fifth halving
 * @returns BTC per block
 */
export function subsidyOnDayBtc(date: string): number {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  let subsidy = subsidyBtc(0);
  HALVING_TIMES.forEach((time, i) => {
    const shareAfter = Math.min(1, Math.max(0, (midnight + MILLISECONDS_PER_DAY - time) / MILLISECONDS_PER_DAY));
    subsidy += shareAfter * (subsidyBtc((i + 1) * BLOCKS_PER_HALVING) - subsidyBtc(i * BLOCKS_PER_HALVING));
  });
  return subsidy;
}
