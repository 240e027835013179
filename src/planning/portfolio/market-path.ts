import { hashpriceUsdPhDay, networkHashrateEhs } from "../../economics/network";
import type { Retarget } from "../../economics/network-dynamics";
import { meanSubsidyBtc } from "../../economics/projection";
import { TARGET_BLOCKS_PER_DAY } from "../../units/constants";
import { addMonths, excelSerial } from "../../units/dates";
import type { Market, MarketScenario, MarketStart, ValuePath } from "./document";
import type { MarketMonth, MonthFrame } from "./market-month";
import { networkResponsePath } from "./network-response-path";

/** A market scenario month by month. */
export interface MarketPath {
  readonly scenarioId: string;
  readonly months: readonly MarketMonth[];
  /** every adjustment on the way, under network response; with growth or a table there are none to tell */
  readonly retargets: readonly Retarget[];
}

/**
 * The market month by month under one scenario. Month m begins m − 1 calendar months after the market date. Price, fees and
 * difficulty hold the start's value in month 1 and grow from there, or stand in a table; blocks then come as the protocol
 * aims, 144 a day. Under network response difficulty and the pace of blocks come from the network's machines. The subsidy is
 * the mean of the month's blocks by height, a halving inside the month included (formulas E1).
 * @param horizonMonths whole number; tables must be as long
 */
export function marketPath({ start }: Pick<Market, "start">, scenario: MarketScenario, horizonMonths: number): MarketPath {
  const months = monthFrames(start, scenario, horizonMonths);
  const { difficulty } = scenario;
  if (difficulty.kind === "networkResponse") return { scenarioId: scenario.id, ...networkResponsePath(start, difficulty, months) };
  return { scenarioId: scenario.id, retargets: [], months: months.map((frame) => givenMonth(start, frame, valueInMonth(difficulty, start.difficulty, frame.month))) };
}

/** The path of every scenario, in the document's order. */
export function marketPaths(market: Pick<Market, "start" | "scenarios">, horizonMonths: number): readonly MarketPath[] {
  return market.scenarios.map((scenario) => marketPath(market, scenario, horizonMonths));
}

function monthFrames(start: MarketStart, scenario: MarketScenario, horizonMonths: number): MonthFrame[] {
  const first = excelSerial(start.date);
  return Array.from({ length: horizonMonths }, (_, i): MonthFrame => {
    const month = i + 1;
    const [from, to] = [addMonths(first, i), addMonths(first, month)];
    return {
      month, start: from, end: to, days: to - from,
      btcPriceUsd: valueInMonth(scenario.btcPrice, start.btcPriceUsd, month),
      feesBtcPerBlock: valueInMonth(scenario.fees, start.feesBtcPerBlock, month),
    };
  });
}

/** A month at a difficulty that is given; blocks come as the protocol aims. */
function givenMonth(start: MarketStart, frame: MonthFrame, difficulty: number): MarketMonth {
  const daysBefore = frame.start - excelSerial(start.date);
  const blocks = frame.days * TARGET_BLOCKS_PER_DAY;
  const firstHeight = start.height + 1 + daysBefore * TARGET_BLOCKS_PER_DAY;
  const subsidyBtc = meanSubsidyBtc(firstHeight, blocks);
  const blockRewardBtc = subsidyBtc + frame.feesBtcPerBlock;
  return {
    ...frame, blocks, firstHeight, subsidyBtc, blockRewardBtc, difficulty, difficultyEnd: difficulty,
    hashrateEhs: networkHashrateEhs(difficulty),
    hashpriceUsdPhDay: hashpriceUsdPhDay(frame.btcPriceUsd, difficulty, blockRewardBtc),
  };
}

function valueInMonth(path: ValuePath, startValue: number, month: number): number {
  return path.kind === "table" ? path.values[month - 1]! : startValue * (1 + path.growthMonthly) ** (month - 1);
}
