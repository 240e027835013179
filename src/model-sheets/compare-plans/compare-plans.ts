import { hashpriceBridge, hashpriceBridgeBySource } from "../../economics/hashprice-bridge";
import { hashpriceUsdPhDay, subsidyBtc } from "../../economics/network";
import { compareTables } from "./compare-tables";
import { isClose, type HashpriceChange, type PlanComparison, type ResultChange } from "./comparison";
import { assumption, labelsOf, monthsOf, resultsOf, versionsOf, type PlanMonth, type PlanResult, type WrittenPlan } from "./plan-sheets";

/** What changed from one plan's workbook to another's: versions, inputs, results, and what the change of hashprice comes from. */
export function comparePlans(before: WrittenPlan, after: WrittenPlan): PlanComparison {
  const [from, to] = [versionsOf(before), versionsOf(after)];
  const versions = [...new Set([...from.keys(), ...to.keys()])].map((label) => ({ label, before: from.get(label) ?? "not told", after: to.get(label) ?? "not told" }));
  const { results, sameResults } = compareResults(resultsOf(before), resultsOf(after));
  return {
    before: labelsOf(before), after: labelsOf(after),
    versions: versions.filter((each) => each.before !== each.after),
    inputs: compareTables(before.tables, after.tables),
    results, sameResults,
    hashprice: [...onMarketDates(before, after), ...inMonths(monthsOf(before), monthsOf(after))],
  };
}

function compareResults(before: readonly PlanResult[], after: readonly PlanResult[]): { results: ResultChange[]; sameResults: number } {
  const key = ({ label, unit }: PlanResult): string => `${label} ${unit}`;
  const [from, to] = [before, after].map((list) => new Map(list.map((each) => [key(each), each]))) as [Map<string, PlanResult>, Map<string, PlanResult>];
  let sameResults = 0;
  const results = [...new Set([...from.keys(), ...to.keys()])].flatMap((each): ResultChange[] => {
    const [old, now] = [from.get(each), to.get(each)];
    const { group, label, unit } = (now ?? old)!;
    const [was, is] = [old?.value, now?.value];
    const change = typeof was === "number" && typeof is === "number" ? is - was : undefined;
    if (was === is || (typeof was === "number" && typeof is === "number" && isClose(was, is))) {
      sameResults += 1;
      return [];
    }
    return [{ group, label, unit, before: was, after: is, change }];
  });
  return { results, sameResults };
}

function onMarketDates(...plans: readonly [WrittenPlan, WrittenPlan]): HashpriceChange[] {
  const [before, after] = plans.map((plan) => {
    const [btcPriceUsd, difficulty, feesBtc, height] = ["BTC price", "Difficulty", "Fees", "Block height"].map((label) => assumption(plan, label));
    if (typeof btcPriceUsd !== "number" || typeof difficulty !== "number" || typeof feesBtc !== "number" || typeof height !== "number") return undefined;
    // The plan mines from the next block on.
    return { btcPriceUsd, difficulty, subsidyBtc: subsidyBtc(height + 1), feesBtc };
  });
  if (!before || !after || ![before, after].every((each) => each.btcPriceUsd > 0 && each.difficulty > 0 && each.subsidyBtc + each.feesBtc > 0)) return [];
  const hashprice = (at: typeof before): number => hashpriceUsdPhDay(at.btcPriceUsd, at.difficulty, at.subsidyBtc + at.feesBtc);
  const bridge = hashpriceBridgeBySource(before, after);
  return [{
    when: "On the market date", before: hashprice(before), after: hashprice(after), fromPrice: bridge.btcPriceUsd, fromDifficulty: bridge.difficulty,
    fromReward: bridge.subsidyBtc + bridge.feesBtc, fromSubsidy: bridge.subsidyBtc, fromFees: bridge.feesBtc,
  }];
}

/** The first month that both plans have, the same month a year later, and the last one. */
function inMonths(before: readonly PlanMonth[], after: readonly PlanMonth[]): HashpriceChange[] {
  const both = before.flatMap((month) => {
    const other = after.find((each) => each.month === month.month);
    return other ? [[month, other] as const] : [];
  });
  const chosen = [...new Set([both[0], both[12], both.at(-1)])].filter((each) => each !== undefined);
  return chosen.map(([from, to]): HashpriceChange => {
    const [old, now] = [from, to].map((each) => ({ btcPriceUsd: each.btcPriceUsd, difficulty: each.difficulty, blockRewardBtc: each.hashpriceUsdPhDay / hashpriceUsdPhDay(each.btcPriceUsd, each.difficulty, 1) })) as [Parameters<typeof hashpriceBridge>[0], Parameters<typeof hashpriceBridge>[1]];
    const bridge = hashpriceBridge(old, now);
    return { when: from.month, before: from.hashpriceUsdPhDay, after: to.hashpriceUsdPhDay, fromPrice: bridge.btcPriceUsd, fromDifficulty: bridge.difficulty, fromReward: bridge.blockRewardBtc };
  });
}
