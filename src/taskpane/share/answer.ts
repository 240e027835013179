import definitions from "../../functions/all.registry";
import { dataVersions } from "../../functions/data-versions";
import { NativeFormulas } from "../../functions/native-formula";
import { comparePlanFiles, PlanFileError } from "../../xlsx/compare";
import { shareCopy, ShareRefusal, type ShareRecord } from "../../xlsx/share";
import type { CompareRequest, ShareCopy, SharedReason, ShareReport, ShareRequest } from "./messages";

/** Places named with a reason. */
const MOST_PLACES = 4;

/** What the sharing worker does with a request. */
export async function answer(request: ShareRequest | CompareRequest): Promise<ShareReport> {
  try {
    return await ("file" in request ? share(request) : compare(request));
  } catch (error) {
    return { type: "failed", message: error instanceof Error ? error.message : String(error) };
  }
}

async function compare({ before, after }: CompareRequest): Promise<ShareReport> {
  try {
    return { type: "compared", comparison: await comparePlanFiles(before, after) };
  } catch (error) {
    if (error instanceof PlanFileError) return { type: "incomparable", file: error.file, message: error.message };
    throw error;
  }
}

async function share({ file, level, madeAt }: ShareRequest): Promise<ShareReport> {
  try {
    const { bytes, records } = await shareCopy(file, { level, expander: new NativeFormulas(definitions), madeAt, versions: dataVersions() });
    return { type: "shared", copy: { bytes, level, counts: countsOf(records), reasons: reasonsOf(records) } };
  } catch (error) {
    if (error instanceof ShareRefusal) return { type: "refused", message: error.message };
    throw error;
  }
}

function countsOf(records: readonly ShareRecord[]): ShareCopy["counts"] {
  const counts = { native: 0, frozen: 0, removed: 0, live: 0 };
  for (const { outcome } of records) counts[outcome] += 1;
  return counts;
}

function reasonsOf(records: readonly ShareRecord[]): SharedReason[] {
  const reasons = new Map<string, { outcome: SharedReason["outcome"]; why: string; times: number; places: string[] }>();
  for (const { outcome, why, where, item } of records) {
    if ((outcome !== "frozen" && outcome !== "removed") || why === "") continue;
    const key = `${outcome} ${why}`;
    const reason = reasons.get(key) ?? { outcome, why, times: 0, places: [] };
    reason.times += 1;
    if (reason.places.length < MOST_PLACES) reason.places.push(`${where}!${item}`);
    reasons.set(key, reason);
  }
  return [...reasons.values()].sort((a, b) => b.times - a.times);
}
